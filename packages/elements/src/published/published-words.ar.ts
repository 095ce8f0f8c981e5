import { plural } from '../foundation/plural.js';
import type { PublishedWords } from './published-words.js';

export const words: PublishedWords = {
  loading: 'جارٍ التحميل…',
  failedBecause: (reason) =>
    ({
      offline: 'يبدو أن الاتصال بالإنترنت مقطوع أو ضعيف. يرجى التحقق منه ثم إعادة المحاولة.',
      busy: 'الطلبات كثيرة في هذه اللحظة. يرجى إعادة المحاولة بعد قليل.',
      setup:
        'هذه الصفحة غير مرتبطة بخدمة المشاركة بالشكل الصحيح، وإعادة المحاولة لن تفيد. المرجو الاتصال مباشرة بالإدارة، أو إخبار الجهة المسؤولة عن الموقع.',
      server: 'الخدمة غير متاحة مؤقتًا. يرجى إعادة المحاولة بعد قليل.',
    })[reason],
  retry: 'إعادة المحاولة',
  statuses: {
    not_answered: 'في انتظار الجواب',
    evaluating: 'قيد الدراسة',
    accepted: 'مقبول',
    rejected: 'غير مقبول',
    withdrawn: 'مسحوب',
    implemented: 'منجز',
    unknown: 'منشور',
  },
  channels: {
    web: null,
    assisted: 'سُجِّل بمساعدة موظف',
    paper: 'أُودِع على الورق',
    unknown: null,
  },
  collectedAt: 'ورد في:',
  publishedOn: (day) => `نُشر يوم ${day}`,
  supportCount: (count) =>
    plural('ar', count, {
      zero: 'بلا تأييد بعد',
      one: 'تأييد واحد',
      two: 'تأييدان',
      few: '# تأييدات',
      many: '# تأييدًا',
      other: '# تأييد',
    }),
  answer: 'جواب الإدارة',
};
