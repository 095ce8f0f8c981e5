import { plural } from '../../foundation/locale/plural.js';
import type { CalendarMessages } from './messages.js';

/** Arabic texts of the session calendar. */
export const messages: CalendarMessages = {
  agenda: 'مواعيد اللقاءات',
  today: 'اليوم',
  view: 'طريقة العرض',
  tools: 'البحث والتصفية والاشتراك',
  options: 'خيارات',
  month: 'شهر',
  list: 'لائحة',
  programme: 'البرنامج',
  previousMonth: (month) => `الشهر السابق: ${month}`,
  nextMonth: (month) => `الشهر الموالي: ${month}`,
  sessionCount: (count) =>
    plural('ar', count, {
      zero: 'لا لقاءات',
      one: 'لقاء واحد',
      two: 'لقاءان',
      few: '# لقاءات',
      many: '# لقاء',
      other: '# لقاء',
    }),
  pair: (first, second) => `${first}، ${second}`,
  enumeration: (items) => items.join('، '),

  loading: 'جارٍ تحميل المواعيد…',
  emptyMonth: (month) => `لا توجد لقاءات في ${month}.`,
  monthIsOver: (month) => `لا لقاءات أخرى في ${month}.`,
  emptyDay: 'لا توجد لقاءات في هذا اليوم.',
  nothingAhead: 'لا توجد لقاءات مقبلة في الوقت الحالي.',
  nextSession: (day) => `اللقاء المقبل: ${day}.`,
  lastSession: (day) => `آخر لقاء: ${day}.`,
  showMonth: (month) => `عرض ${month}`,
  stale: (time) => `تعذر تحديث المواعيد. المعروض هنا هو ما كان معروفا يوم ${time}.`,
  failed: 'تعذر تحميل المواعيد.',
  failedBecause: (reason) =>
    ({
      offline: 'يبدو أن الاتصال بالأنترنت منقطع أو ضعيف. المرجو التحقق منه ثم إعادة المحاولة.',
      busy: 'الطلبات كثيرة في الوقت الحالي. المرجو إعادة المحاولة بعد لحظات.',
      setup:
        'هذه الصفحة غير مرتبطة بخدمة المشاركة بالشكل الصحيح، وإعادة المحاولة لن تفيد. المرجو الاتصال مباشرة بالإدارة، أو إخبار الجهة المسؤولة عن الموقع.',
      file: 'ملف المواعيد مفقود أو تتعذر قراءته، وإعادة المحاولة لن تفيد. المرجو الاتصال مباشرة بالإدارة، أو إخبار الجهة المسؤولة عن الموقع.',
      disk: 'هذه الصفحة مفتوحة من ملف على الجهاز، ولا يمكن قراءة المواعيد منها. المرجو فتحها من عنوانها على الأنترنت.',
      server: 'الخدمة غير متاحة مؤقتا. المرجو إعادة المحاولة بعد لحظات.',
    })[reason],
  retry: 'إعادة المحاولة',

  dayRange: (from, to) => `من ${from} إلى ${to}`,
  timeUnknown: 'التوقيت غير محدد',
  timeRange: (from, to) => `من ${from} إلى ${to}`,
  timeFrom: (from) => `ابتداء من ${from}`,
  timeUntil: (until) => `إلى غاية ${until}`,
  openingHours: (opens, ends) =>
    [opens !== null && `الافتتاح ${opens}`, ends !== null && `الاختتام ${ends}`]
      .filter(Boolean)
      .join('، '),
  inYourZone: (time) => `حسب توقيت جهازكم: ${time}`,

  kinds: {
    listening_session: 'جلسة إنصات',
    study_day: 'يوم دراسي',
    workshop: 'ورشة',
    forum: 'منتدى',
    meeting: 'لقاء تشاوري',
    conference: 'ندوة',
    exhibition: 'معرض',
    hackathon: 'هاكاثون',
    unknown: 'لقاء',
  },
  meetingTypes: {
    in_person: 'حضوري',
    online: 'عن بعد',
    hybrid: 'حضوري وعن بعد',
    unknown: 'غير محدد',
  },
  phases: {
    cancelled: 'لقاء ملغى',
    postponed: 'لقاء مؤجل',
    held: 'لقاء سابق',
    over: 'لقاء منتهٍ',
    under_way: 'جارٍ الآن',
  },
  calledOff: { cancelled: 'ملغى', postponed: 'مؤجل' },
  demonstration: 'لقاء تجريبي',
  places: (count) =>
    plural('ar', count, {
      zero: 'لم يبق أي مقعد',
      one: 'بقي مقعد واحد',
      two: 'بقي مقعدان',
      few: 'بقيت # مقاعد',
      many: 'بقي # مقعدا',
      other: 'بقي # مقعد',
    }),
  full: 'اكتملت المقاعد',
  waitingList: (waiting) =>
    waiting === 0
      ? 'لائحة الانتظار مفتوحة'
      : plural('ar', waiting, {
          zero: 'لائحة الانتظار مفتوحة',
          one: 'شخص واحد في لائحة الانتظار',
          two: 'شخصان في لائحة الانتظار',
          few: '# أشخاص في لائحة الانتظار',
          many: '# شخصا في لائحة الانتظار',
          other: '# شخص في لائحة الانتظار',
        }),
  registrationOpens: (day) => `يفتح التسجيل يوم ${day}`,
  registrationNotOpen: 'لم يفتح التسجيل بعد',
  registrationClosed: 'انتهى التسجيل',
  registrationOpen: 'التسجيل مفتوح',
  registrationInParts: 'التسجيل في كل فقرة من البرنامج على حدة',
  withoutRegistration: 'الحضور دون تسجيل',

  back: 'العودة إلى المواعيد',
  haveCode: 'لدي رمز تسجيل',
  partFailed: 'تعذر فتح هذا الجزء من الصفحة.',
};
