import { plural } from '../foundation/locale/plural.js';
import type { PublishedMessages } from './published-messages.js';

/** Arabic texts of published proposals, which the list and the single proposal share. */
export const publishedMessages: PublishedMessages = {
  loading: 'جارٍ التحميل…',
  failedBecause: (reason) =>
    ({
      offline: 'يبدو أن الاتصال بالأنترنت منقطع أو ضعيف. المرجو التحقق منه ثم إعادة المحاولة.',
      busy: 'الطلبات كثيرة في الوقت الحالي. المرجو إعادة المحاولة بعد لحظات.',
      setup:
        'هذه الصفحة غير مرتبطة بخدمة المشاركة بالشكل الصحيح، وإعادة المحاولة لن تفيد. المرجو الاتصال مباشرة بالإدارة، أو إخبار الجهة المسؤولة عن الموقع.',
      server: 'الخدمة غير متاحة مؤقتا. المرجو إعادة المحاولة بعد لحظات.',
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
    assisted: 'سُجل بمساعدة الإدارة',
    paper: 'أُودِع على الورق',
    unknown: null,
  },
  collectedAt: 'ورد في:',
  publishedOn: (day) => `نُشر يوم ${day}`,
  supportCount: (count) =>
    plural('ar', count, {
      zero: 'لا تأييدات بعد',
      one: 'تأييد واحد',
      two: 'تأييدان',
      few: '# تأييدات',
      many: '# تأييدا',
      other: '# تأييد',
    }),
  answer: 'جواب الإدارة',
};
