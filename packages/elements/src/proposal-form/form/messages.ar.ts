import { plural } from '../../foundation/locale/plural.js';
import { privacyMessages } from '../../submission/privacy-messages.ar.js';
import type { ProposalFormMessages } from './messages.js';

const tooMany = (count: number) =>
  plural('ar', count, {
    zero: 'بـ# حرف',
    one: 'بحرف واحد',
    two: 'بحرفين',
    few: 'بـ# أحرف',
    many: 'بـ# حرفا',
    other: 'بـ# حرف',
  });

/** A number of characters, in words. A pair changes with its place in the sentence: «المتبقي: حرفان», «إلى حرفين». */
export const characters = (count: number, two: 'حرفان' | 'حرفين'): string =>
  plural('ar', count, {
    zero: '# حرف',
    one: 'حرف واحد',
    two,
    few: '# أحرف',
    many: '# حرفا',
    other: '# حرف',
  });

/** Arabic texts of the proposal form. */
export const messages: ProposalFormMessages = {
  formLabel: 'إرسال مقترح',
  loading: 'جارٍ تحميل الاستمارة…',
  loadFailed: 'تعذر تحميل الاستمارة.',
  failedBecause: (reason) =>
    ({
      offline: 'يبدو أن الاتصال بالأنترنت منقطع أو ضعيف. المرجو التحقق منه ثم إعادة المحاولة.',
      busy: 'الطلبات كثيرة في الوقت الحالي. المرجو إعادة المحاولة بعد لحظات.',
      server: 'الخدمة غير متاحة مؤقتا. المرجو إعادة المحاولة بعد لحظات.',
      setup:
        'هذه الصفحة غير مرتبطة بخدمة المشاركة بالشكل الصحيح، وإعادة المحاولة لن تفيد. المرجو الاتصال مباشرة بالإدارة، أو إخبار الجهة المسؤولة عن الموقع.',
    })[reason],
  retry: 'إعادة المحاولة',
  noConsultation: 'لا توجد استشارة مفتوحة في الوقت الحالي.',
  notOpen: (day) =>
    day ? `يبدأ تلقي المقترحات يوم ${day}.` : 'لم يبدأ تلقي المقترحات في هذه الاستشارة بعد.',
  closed: (day) =>
    day ? `انتهى تلقي المقترحات يوم ${day}.` : 'انتهى تلقي المقترحات في هذه الاستشارة.',
  cannotSend: 'لا يمكن الإرسال من هذه الصفحة. المرجو الاتصال مباشرة بالإدارة.',
  noPrivacy: 'لا يمكن إرسال المقترحات عبر هذا الموقع قبل نشر نص حماية المعطيات ذات الطابع الشخصي.',

  labels: {
    consultation: 'الاستشارة',
    axis: 'المحور',
    title: 'عنوان المقترح',
    body: 'نص المقترح',
    territory: 'المكان المعني بالمقترح',
    name: 'الاسم الكامل',
    email: 'البريد الإلكتروني',
    phone: 'رقم الهاتف',
  },
  optional: 'اختياري',
  titleHint: 'جملة واحدة تلخص الفكرة.',
  bodyHint: 'ما المشكل؟ وما الحل المقترح؟ ومن سيستفيد منه؟',
  examples: 'أمثلة:',
  placeHint: 'تكفي كتابة الأحرف الأولى.',
  placeFailed: 'تعذر تحميل لائحة الأماكن. المرجو إعادة المحاولة، أو إعادة تحميل الصفحة.',
  questionsFailed: 'تعذر تحميل أسئلة هذه الاستشارة. المرجو إعادة المحاولة، أو إعادة تحميل الصفحة.',
  about: 'معلوماتكم',
  aboutHint: 'يمكن إرسال المقترح دون ذكر الاسم.',
  nameVisible: 'نشر الاسم مع المقترح',
  contactHint: (sendsMail) =>
    sendsMail
      ? 'لإخباركم بمآل المقترح فقط، ولا يُنشر أبدا.'
      : 'تطلع عليه الإدارة وحدها، ولا يُنشر أبدا. لن تصلكم أي رسالة من هذا الموقع: مآل المقترح يُعرف برمز التتبع.',
  consent: 'أوافق على معالجة معطياتي ذات الطابع الشخصي لدراسة هذا المقترح.',
  privacyMessages,
  remaining: (count) =>
    count < 0
      ? `النص أطول من المسموح به ${tooMany(-count)}`
      : `المتبقي: ${characters(count, 'حرفان')}`,

  send: 'إرسال المقترح',
  sending: 'جارٍ الإرسال…',
  sendAgain: 'إعادة إرسال المقترح',
  notSent:
    'لم يُرسل المقترح لأن الاتصال بالخدمة منقطع أو ضعيف. كل ما كتبتموه محفوظ في هذه الصفحة. المرجو إعادة الإرسال عند عودة الاتصال.',

  restored: 'هذه مسودة محفوظة من زيارة سابقة. يمكن إتمامها وإرسالها.',
  kept: 'تُحفظ المسودة على هذا الجهاز إلى حين إرسالها.',
  erase: 'مسح المسودة من هذا الجهاز',
  erased: 'تم مسح المسودة.',
};
