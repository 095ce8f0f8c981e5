import { publishedMessages } from '../published/published-messages.ar.js';
import type { ProposalMessages } from './messages.js';

/** Arabic texts of one published proposal. */
export const messages: ProposalMessages = {
  ...publishedMessages,
  failed: 'تعذر تحميل المقترح.',
  missing: 'لا يوجد مقترح منشور بهذا المرجع.',
  reference: 'المرجع',
  noAnswer: 'لم تجب الإدارة بعد.',
  answeredOn: (day) => `بتاريخ ${day}`,
  support: 'تأييد هذا المقترح',
  takeBack: 'سحب تأييدي',
  sending: 'جارٍ الإرسال…',
  supported: 'شكرا، تم احتساب تأييدكم.',
  takenBack: 'تم سحب تأييدكم.',
  supportFailed: 'تعذر تسجيل تأييدكم.',
  indicative: 'تأييد واحد لكل جهاز، على سبيل الاستئناس فقط: ليس تصويتا ولا عريضة.',
  share: 'مشاركة',
  copied: 'تم نسخ الرابط.',
};
