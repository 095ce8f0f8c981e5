import { formatNumber } from '../../foundation/locale/number-format.js';
import { plural } from '../../foundation/locale/plural.js';
import type { QuestionMessages } from './question-messages.js';

const number = (value: number) => formatNumber('ar', value);

const answers = (count: number) =>
  plural('ar', count, {
    zero: 'أي جواب',
    one: 'جواب واحد',
    two: 'جوابين',
    few: '# أجوبة',
    many: '# جوابا',
    other: '# جواب',
  });

const files = (count: number) =>
  plural('ar', count, {
    zero: '# ملف',
    one: 'ملف واحد',
    two: 'ملفين',
    few: '# ملفات',
    many: '# ملفا',
    other: '# ملف',
  });

const letters = (count: number) =>
  plural('ar', count, {
    zero: '# حرف',
    one: 'حرف واحد',
    two: 'حرفين',
    few: '# أحرف',
    many: '# حرفا',
    other: '# حرف',
  });

/** Arabic texts of the questions of a consultation. */
export const questionMessages: QuestionMessages = {
  optional: 'اختياري',
  yes: 'نعم',
  no: 'لا',
  day: 'اليوم',
  month: 'الشهر',
  year: 'السنة',
  placeHint: 'تكفي كتابة الأحرف الأولى.',
  failed: 'تعذر تحميل هذا السؤال. المرجو التحقق من الاتصال ثم إعادة المحاولة.',
  retry: 'إعادة المحاولة',
  issue: (type, { code, minimum = 0, maximum = 0 }) => {
    const isChoice = type === 'one_of' || type === 'several_of' || type === 'yes_no';
    if (type === 'place') return 'المرجو اختيار المكان من اللائحة.';
    if (type === 'file') {
      return code === 'too_large'
        ? `المرجو الاحتفاظ بما لا يتجاوز ${files(maximum)}.`
        : 'المرجو إضافة صورة أو وثيقة.';
    }
    if (code === 'required') {
      return isChoice ? 'المرجو اختيار جواب.' : 'المرجو الجواب عن هذا السؤال.';
    }
    if (isChoice) {
      if (code === 'too_small') return `المرجو اختيار ${answers(minimum)} على الأقل.`;
      if (code === 'too_large') return `المرجو اختيار ${answers(maximum)} على الأكثر.`;
      return 'المرجو الاختيار من الأجوبة المقترحة.';
    }
    if (type === 'date') {
      return 'المرجو كتابة تاريخ صحيح باليوم والشهر والسنة، مثل 27 ثم 3 ثم 1985.';
    }
    if (code === 'too_small') return `المرجو كتابة عدد لا يقل عن ${number(minimum)}.`;
    if (code === 'too_large') return `المرجو كتابة عدد لا يتجاوز ${number(maximum)}.`;
    if (type === 'number') return 'المرجو كتابة عدد بالأرقام، مثل 25.';
    if (code === 'too_short') return `المرجو كتابة ${letters(minimum)} على الأقل.`;
    if (code === 'too_long') return `المرجو اختصار الجواب إلى ${letters(maximum)} على الأكثر.`;
    return 'المرجو كتابة الجواب بالحروف والأرقام وعلامات الترقيم المعتادة.';
  },
};
