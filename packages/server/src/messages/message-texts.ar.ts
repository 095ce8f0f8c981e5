import type { MessageTexts } from './message-texts.js';

const forms = new Intl.PluralRules('ar');

const subjects = {
  confirmed: 'تأكيد التسجيل',
  waitlisted: 'التسجيل في لائحة الانتظار',
  promoted: 'توفر مكان: تأكيد التسجيل',
  moved: 'العودة إلى لائحة الانتظار',
  cancelled: 'إلغاء اللقاء',
  postponed: 'تأجيل اللقاء',
  rescheduled: 'موعد جديد للقاء',
  restored: 'تأكيد انعقاد اللقاء',
  changed: 'تغيير في اللقاء',
} as const;

const inLine = (position: number | null) =>
  position === null ? '' : ` الرتبة في لائحة الانتظار: ${position}.`;

/** See {@link MessageTexts}. */
export const arabic: MessageTexts = {
  dates: 'ar-MA-u-nu-latn-ca-gregory',
  greeting: (name) => `السلام عليكم ${name}،`,
  subject: (kind, title) => `${subjects[kind]} – ${title}`,
  news(kind, position) {
    switch (kind) {
      case 'confirmed':
        return 'تم تأكيد التسجيل.';
      case 'waitlisted':
        return `لم يبق مكان.${inLine(position)} ستصلكم رسالة إذا توفر مكان.`;
      case 'promoted':
        return 'توفر مكان، وتم تأكيد التسجيل.';
      case 'moved':
        return `تقلص عدد الأماكن، فعاد التسجيل إلى لائحة الانتظار.${inLine(position)} نعتذر عن ذلك، وستصلكم رسالة إذا توفر مكان.`;
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
  time: (hour, minute) => `الساعة: ${hour}:${minute}`,
  place: (text) => `المكان: ${text}`,
  online: (url) => `للحضور عن بعد: ${url}`,
  reason: (text) => `السبب: ${text}`,
  places(count) {
    const numbers = {
      zero: 'لا مكان',
      one: 'مكان واحد',
      two: 'مكانان',
      few: `${count} أماكن`,
      many: `${count} مكانا`,
      other: `${count} مكان`,
    };
    return `عدد الأماكن: ${numbers[forms.select(count)]}`;
  },
  doorCode: (code) => `رمز الدخول، يقدم عند الباب: ${code}`,
  manageCode: (code) =>
    `لمراجعة التسجيل أو إلغائه في الصفحة التي تم فيها، يكفي هذا الرمز، وهو خاص بكم: ${code}`,
};
