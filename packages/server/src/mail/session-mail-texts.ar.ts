import type { SessionMailTexts } from './session-mail-texts.js';

const forms = new Intl.PluralRules('ar');

const subjects = {
  unconfirmed: 'تأكيد البريد الإلكتروني',
  already_registered: 'سبق التسجيل في اللقاء',
  confirmed: 'تأكيد التسجيل',
  waitlisted: 'التسجيل في لائحة الانتظار',
  promoted: 'توفر مقعد: تأكيد التسجيل',
  moved: 'العودة إلى لائحة الانتظار',
  cancelled: 'إلغاء اللقاء',
  postponed: 'تأجيل اللقاء',
  rescheduled: 'موعد جديد للقاء',
  restored: 'تأكيد انعقاد اللقاء',
  changed: 'تغيير في اللقاء',
} as const;

const inLine = (position: number | null) =>
  position === null ? '' : ` الرتبة في لائحة الانتظار: ${position}.`;

const clock = (...parts: number[]) => parts.map((part) => String(part).padStart(2, '0')).join(':');

/** See {@link SessionMailTexts}. */
export const arabic: SessionMailTexts = {
  dates: 'ar-MA-u-nu-latn-ca-gregory',
  firstOfMonth: '1',
  greeting: (name) => `السلام عليكم ${name}،`,
  subject: (kind, title) => `${subjects[kind]} – ${title}`,
  news(kind, position) {
    switch (kind) {
      case 'unconfirmed':
        return 'طُلب مقعد في هذا اللقاء بهذا البريد الإلكتروني. إذا كان الطلب منكم، فالمرجو تأكيد البريد. وإلا فلا حاجة إلى أي إجراء.';
      case 'already_registered':
        return 'طُلب مقعد في هذا اللقاء بهذا البريد الإلكتروني، وقد سبق التسجيل به. لم يتغير أي شيء.';
      case 'confirmed':
        return 'تم تأكيد التسجيل.';
      case 'waitlisted':
        return `لم يبق أي مقعد.${inLine(position)} ستصلكم رسالة إذا توفر مقعد.`;
      case 'promoted':
        return 'توفر مقعد، وتم تأكيد التسجيل.';
      case 'moved':
        return `تقلص عدد المقاعد، فعاد التسجيل إلى لائحة الانتظار.${inLine(position)} نعتذر عن ذلك، وستصلكم رسالة إذا توفر مقعد.`;
      case 'cancelled':
        return 'نأسف لإخباركم بإلغاء هذا اللقاء.';
      case 'postponed':
        return 'تأجل هذا اللقاء إلى موعد لاحق. يبقى التسجيل محفوظا، وستصلكم رسالة بالموعد الجديد.';
      case 'rescheduled':
        return 'تغير موعد هذا اللقاء. يبقى التسجيل محفوظا.';
      case 'restored':
        return 'سينعقد هذا اللقاء كما هو مبين أدناه. يبقى التسجيل محفوظا.';
      case 'changed':
        return 'تغير موعد هذا اللقاء أو مكانه. يبقى التسجيل محفوظا.';
    }
  },
  date: (text) => `التاريخ: ${text}`,
  dayRange: (first, last) => `من ${first} إلى ${last}`,
  time: (hour, minute) => `الساعة: ${clock(hour, minute)}`,
  place: (text) => `المكان: ${text}`,
  online: (url) => `للمشاركة عن بعد: ${url}`,
  reason: (text) => `السبب: ${text}`,
  places(count) {
    const numbers = {
      zero: 'لا مقعد',
      one: 'مقعد واحد',
      two: 'مقعدان',
      few: `${count} مقاعد`,
      many: `${count} مقعدا`,
      other: `${count} مقعد`,
    };
    return `عدد المقاعد: ${numbers[forms.select(count)]}`;
  },
  confirmPage: (until, page) =>
    `للاحتفاظ بالمقعد، المرجو التأكيد قبل ${until}، في هذه الصفحة: ${page}`,
  confirmCode: (code) => `الرمز الذي يُكتب فيها: ${code}`,
  doorCode: (code) => `رمز الدخول، يُقدَّم عند المدخل: ${code}`,
  manageCode: (code) =>
    `رمز التسجيل خاص بكم، ويتيح الاطلاع على التسجيل أو إلغاءه في الصفحة التي تم فيها: ${code}`,
};
