import type { PlaceLevel } from '@nafida/territory';
import { plural } from '../foundation/locale/plural.js';
import type { RegionPickerMessages } from './messages.js';

const definite: Record<PlaceLevel, string> = {
  arrondissement: 'المقاطعة',
  commune: 'الجماعة',
  province: 'العمالة أو الإقليم',
  region: 'الجهة',
};

const indefinite: Record<PlaceLevel, string> = {
  arrondissement: 'مقاطعة',
  commune: 'جماعة',
  province: 'عمالة أو إقليم',
  region: 'جهة',
};

const either = (levels: readonly PlaceLevel[], names: Record<PlaceLevel, string>) =>
  levels
    .map((level) => names[level])
    .reverse()
    .join(' أو ');

/** Arabic texts of the region picker. */
export const messages: RegionPickerMessages = {
  label: (levels) => either(levels, definite),
  optional: '(اختياري)',
  placeholder: 'البحث بالاسم أو التصفح',
  help: 'يمكن كتابة الاسم، أو استعمال سهم الأسفل لتصفح اللائحة.',
  kinds: {
    region: 'جهة',
    prefecture: 'عمالة',
    province: 'إقليم',
    urban: 'جماعة',
    rural: 'جماعة',
    arrondissement: 'مقاطعة',
  },
  chosen: (name, kind, parent) => (kind ? `${kind} ${name}` : name) + (parent ? `، ${parent}` : ''),
  whole: (level) =>
    ({
      region: 'الجهة كلها',
      province: 'العمالة أو الإقليم كله',
      commune: 'الجماعة كلها',
      arrondissement: '',
    })[level],
  parts: (level, count) => {
    if (level === 'province') {
      return plural('ar', count, {
        zero: 'لا عمالات ولا أقاليم',
        one: 'عمالة أو إقليم واحد',
        two: 'عمالتان أو إقليمان',
        few: '# عمالات وأقاليم',
        many: '# عمالة وإقليما',
        other: '# عمالة وإقليم',
      });
    }
    if (level === 'commune') {
      return plural('ar', count, {
        zero: 'لا جماعات',
        one: 'جماعة واحدة',
        two: 'جماعتان',
        few: '# جماعات',
        many: '# جماعة',
        other: '# جماعة',
      });
    }
    return plural('ar', count, {
      zero: 'لا مقاطعات',
      one: 'مقاطعة واحدة',
      two: 'مقاطعتان',
      few: '# مقاطعات',
      many: '# مقاطعة',
      other: '# مقاطعة',
    });
  },
  comma: '، ',
  recent: 'اختيارات سابقة',
  nearby: 'الأقرب إلى موقعكم',
  locate: 'العمالات والأقاليم القريبة مني',
  locating: 'جارٍ تحديد موقعكم…',
  locateHint: 'لا يُرسل موقعكم ولا يُحفظ.',
  notLocated: 'تعذر تحديد موقعكم. المرجو كتابة اسم أو تصفح اللائحة.',
  all: 'اللائحة كاملة',
  country: 'المغرب',
  path: 'المسار',
  open: 'عرض اللائحة',
  close: 'إغلاق',
  clear: 'مسح الاختيار',
  results: (count) =>
    plural('ar', count, {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '# نتائج',
      many: '# نتيجة',
      other: '# نتيجة',
    }),
  manyResults: (count) => `أول ${count} نتيجة. يمكن تدقيق الاسم لتقليص اللائحة.`,
  empty: (query) => `لا نتائج لـ«${query}». المرجو التحقق من الكتابة، أو تصفح اللائحة.`,
  browse: 'تصفح اللائحة',
  loading: 'جارٍ تحميل لائحة الجماعات…',
  failed:
    'تعذر تحميل اللائحة. المرجو إعادة المحاولة، وإن لم يتغير شيء فإخبار الجهة المسؤولة عن الموقع.',
  retry: 'إعادة المحاولة',
  required: (levels) => `المرجو اختيار ${either(levels, indefinite)}.`,
  notChosen: (text) =>
    `لم يتم اختيار أي مكان. المرجو كتابة «${text}» بشكل آخر ثم الاختيار من اللائحة.`,
  unknownCode: 'هذا الاختيار لم يعد صالحا. المرجو الاختيار من اللائحة من جديد.',
  wrongLevel: (levels) => `هذا الاختيار غير ممكن هنا. المرجو اختيار ${either(levels, indefinite)}.`,
  outside: (name) => `هذا الاختيار خارج المجال الترابي المعني. المرجو الاختيار داخل ${name}.`,
};
