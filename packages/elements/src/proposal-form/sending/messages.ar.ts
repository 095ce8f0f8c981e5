import { plural } from '../../foundation/locale/plural.js';
import { characters } from '../form/messages.ar.js';
import { sentFilesMessages } from '../../submission/sent-files-messages.ar.js';
import type { SendingMessages } from './messages.js';

const minutes = (seconds: number) =>
  plural('ar', Math.ceil(seconds / 60), {
    zero: 'لحظات',
    one: 'دقيقة واحدة',
    two: 'دقيقتين',
    few: '# دقائق',
    many: '# دقيقة',
    other: '# دقيقة',
  });

/** Arabic texts of sending a proposal and its receipt. */
export const messages: SendingMessages = {
  summary: (count) =>
    count === 1 ? 'المرجو تصحيح الخانة التالية:' : 'المرجو تصحيح الخانات التالية:',
  issue: ({ field, code, minimum, maximum }) => {
    switch (field) {
      case 'consultation':
        return 'المرجو اختيار الاستشارة.';
      case 'axis':
        return 'المرجو اختيار المحور الذي يندرج فيه المقترح.';
      case 'territory':
        return 'المرجو اختيار المكان من اللائحة.';
      case 'email':
        return 'المرجو كتابة بريد إلكتروني صحيح، مثل name@example.ma، أو ترك الخانة فارغة.';
      case 'phone':
        return 'المرجو كتابة رقم هاتف صحيح، مثل 0612345678، أو ترك الخانة فارغة.';
      case 'consent':
        return 'إرسال المقترح يتطلب الموافقة على معالجة المعطيات.';
      case 'name':
        return code === 'too_long'
          ? `المرجو اختصار الاسم إلى ${characters(maximum ?? 0, 'حرفين')}.`
          : 'المرجو كتابة الاسم وحده، بالحروف: دون أرقام ولا عناوين ولا روابط.';
      case 'title':
      case 'body': {
        const name = field === 'title' ? 'العنوان' : 'نص المقترح';
        if (code === 'required') return `المرجو كتابة ${name}.`;
        if (code === 'too_short')
          return `${name} قصير جدا: المطلوب ${characters(minimum ?? 0, 'حرفان')} على الأقل.`;
        if (code === 'too_long')
          return `المرجو اختصار ${name} إلى ${characters(maximum ?? 0, 'حرفين')}.`;
        return `${name} يتضمن رموزا غير مقبولة. المرجو حذفها أو إعادة كتابة النص.`;
      }
    }
  },
  sendingError: (reason, seconds) =>
    ({
      maybe_sent:
        'لم يصل أي جواب، ويبدو أن الاتصال بالخدمة منقطع أو ضعيف. كل ما كتبتموه محفوظ في هذه الصفحة. المرجو إعادة الإرسال عند عودة الاتصال: لن يُحتسب المقترح مرتين.',
      busy:
        seconds === null
          ? 'الطلبات كثيرة في الوقت الحالي. المرجو إعادة الإرسال بعد لحظات.'
          : `الطلبات كثيرة في الوقت الحالي. المرجو إعادة الإرسال بعد ${minutes(seconds)}.`,
      consent_outdated:
        'تغير نص حماية المعطيات منذ فتح هذه الصفحة. المرجو قراءته من جديد، ثم الموافقة وإعادة الإرسال.',
      questions_changed:
        'تغيرت أسئلة هذه الاستشارة منذ فتح هذه الصفحة. كل ما كتبتموه محفوظ. المرجو مراجعة الأسئلة ثم إعادة الإرسال.',
      too_slow:
        'لم يتمكن هذا الجهاز من إنهاء التحقق الأمني. المرجو إعادة المحاولة، أو استعمال جهاز آخر.',
      insecure_page: 'لا يمكن الإرسال من هذه الصفحة لأن عنوانها لا يبدأ بـ https.',
      setup:
        'تعذر إرسال المقترح: هذه الصفحة غير مرتبطة بخدمة المشاركة بالشكل الصحيح، وإعادة المحاولة لن تفيد. كل ما كتبتموه محفوظ في هذه الصفحة. المرجو الاتصال مباشرة بالإدارة.',
      server:
        'الخدمة غير متاحة مؤقتا. كل ما كتبتموه محفوظ في هذه الصفحة. المرجو إعادة الإرسال بعد لحظات.',
    })[reason],

  honeypot: 'خانة تبقى فارغة',
  honeypotFilled:
    'تُستعمل هذه الخانة للتعرف على البرامج الآلية، ويجب أن تبقى فارغة. المرجو مسح ما فيها ثم إعادة الإرسال.',

  received: 'توصلنا بمقترحكم',
  reference: 'المرجع',
  receivedAt: 'توصلنا به يوم',
  dayAndHour: (day, hour) => `${day} على الساعة ${hour}`,
  trackingCode: 'رمز التتبع',
  trackingCodeImage: (code) => `رمز التتبع ${code} في صورة تُقرأ بالكاميرا`,
  signature: (key) => `توقيع الإدارة، بالمفتاح ${key}:`,
  trackingHint:
    'يتيح معرفة مآل المقترح. لن يظهر مرة أخرى: المرجو تدوينه أو طباعة هذا الوصل قبل مغادرة الصفحة.',
  copy: 'نسخ الرمز',
  copied: 'تم نسخ الرمز.',
  copyFailed: 'تعذر النسخ. المرجو تدوين الرمز.',
  print: 'طباعة الوصل',
  next: 'ماذا بعد؟',
  nextSteps: [
    'تقرأ الإدارة المقترح قبل نشره.',
    'يُنشر المقترح في هذا الموقع، أو يُعلل عدم نشره.',
    'تجيب الإدارة عن المقترح، ويظهر جوابها عند إدخال رمز التتبع.',
  ],
  sentFilesMessages,
  sent: 'المقترح كما أُرسل',
  another: 'إرسال مقترح آخر',
};
