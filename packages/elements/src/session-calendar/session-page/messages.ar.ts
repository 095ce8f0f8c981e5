import { plural } from '../../foundation/locale/plural.js';
import type { SessionPageMessages } from './messages.js';

const stops = [
  'الأولى',
  'الثانية',
  'الثالثة',
  'الرابعة',
  'الخامسة',
  'السادسة',
  'السابعة',
  'الثامنة',
  'التاسعة',
  'العاشرة',
  'الحادية عشرة',
  'الثانية عشرة',
];

/** Arabic texts of the page of a session. */
export const messages: SessionPageMessages = {
  services: {
    step_free: 'ولوج ميسر للكراسي المتحركة',
    sign_language: 'ترجمة إلى لغة الإشارة',
    captions: 'كتابة فورية لما يقال',
    hearing_loop: 'حلقة سمعية مغناطيسية',
    assistance: 'مواكبة عند الحاجة',
    unknown: 'خدمات أخرى',
  },
  languages: { ar: 'العربية', fr: 'الفرنسية', zgh: 'الأمازيغية', en: 'الإنجليزية' },
  phaseSentences: {
    cancelled: 'أُلغي هذا اللقاء.',
    postponed: 'أُجّل هذا اللقاء إلى تاريخ لاحق.',
  },
  demonstrationSentence: 'هذا لقاء تجريبي لعرض الخدمة، وليس لقاء حقيقيا.',
  stop: (ordinal) => {
    const word = stops[ordinal - 1];
    return word ? `المحطة ${word}` : `المحطة رقم ${ordinal}`;
  },
  registrationUntil: (day) => `التسجيل ممكن إلى غاية ${day}`,
  when: 'الموعد',
  where: 'المكان',
  takingPart: 'طريقة المشاركة',
  onlineLink: 'رابط المشاركة عن بعد',
  sessionLanguages: 'اللغات',
  accessibility: 'الولوجيات',
  organisers: 'الجهة المنظمة',
  series: 'ضمن سلسلة',
  openInMaps: 'فتح في تطبيق الخرائط',
  seeOnMap: 'عرض المكان على خريطة OpenStreetMap',
  closingReport: 'تقرير اللقاء',
  notFound: 'لم يعد هذا اللقاء منشورا.',
  register: 'التسجيل في اللقاء',
  joinWaitingList: 'التسجيل في لائحة الانتظار',

  audience: 'موجه إلى',
  audiences: {
    youth: 'الشباب',
    women: 'النساء',
    persons_with_disabilities: 'الأشخاص في وضعية إعاقة',
    moroccans_abroad: 'مغاربة العالم',
    associations: 'الجمعيات',
    businesses: 'المقاولات',
    elected_officials: 'المنتخبون والمنتخبات',
    public_servants: 'الموظفون والموظفات',
    students: 'التلميذات والتلاميذ والطالبات والطلبة',
    unknown: 'فئات أخرى',
  },
  agenda: 'فقرات اللقاء',
  minutes: (count) =>
    plural('ar', count, {
      zero: 'أقل من دقيقة',
      one: 'دقيقة واحدة',
      two: 'دقيقتان',
      few: '# دقائق',
      many: '# دقيقة',
      other: '# دقيقة',
    }),
  programme: 'البرنامج',
  hour: 'الساعة',
  noRoom: 'دون قاعة محددة',
  noProgramme: (month) => `لا يوجد في ${month} برنامج يضم عدة لقاءات.`,
  programmeFailed: 'تعذر تحميل البرنامج.',
  partOf: 'ضمن',
  linkedProposals: 'مقترحات مرتبطة باللقاء',
  collectedProposals: 'المقترحات الواردة في اللقاء',
  moreProposals: 'عرض المزيد من المقترحات',
  ownPage: 'صفحة اللقاء على الموقع',
  keep: 'إضافة إلى تقويمي',
  calendarFile: 'ملف لكل التقويمات',
  inGoogle: 'تقويم Google',
  inOutlook: 'تقويم Outlook',
};
