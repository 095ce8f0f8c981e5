import { plural } from '../../foundation/locale/plural.js';
import type { AttachmentMessages } from './messages.js';

const files = (count: number) =>
  plural('ar', count, {
    zero: 'لا ملفات',
    one: 'ملف واحد',
    two: 'ملفان',
    few: '# ملفات',
    many: '# ملفا',
    other: '# ملف',
  });

/** Arabic texts of the files of a proposal. */
export const messages: AttachmentMessages = {
  label: 'صور أو وثائق',
  hint: (count, size) =>
    `${files(count)} على الأكثر، ${size} لكل ملف: صور (JPEG أو PNG أو WebP) أو وثائق PDF. تُحذف منها معلومات المكان والتاريخ. المرجو تجنب الصور التي تُظهر أشخاصا دون موافقتهم.`,
  add: 'إضافة صورة أو وثيقة',
  kinds: { photo: 'صورة', document: 'وثيقة PDF' },
  describe: 'ماذا يظهر فيها؟',
  remove: 'حذف',
  removeFile: (name) => `حذف ${name}`,
  removed: 'تم حذف الملف.',
  preparing: 'جارٍ تجهيز الملف…',
  added: (count) => `في المقترح الآن: ${files(count)}.`,
  issue: (issue, { size, count }) => {
    switch (issue) {
      case 'type':
        return 'هذا النوع من الملفات غير مقبول. المرجو اختيار صورة JPEG أو PNG أو WebP، أو وثيقة PDF.';
      case 'unreadable':
        return 'تعذرت قراءة هذا الملف: قد يكون تالفا أو محميا بكلمة سر. المرجو اختيار ملف آخر.';
      case 'too_large':
        return `هذا الملف كبير جدا. الحجم الأقصى: ${size}.`;
      case 'too_much':
        return 'يتضمن هذا الملف صفحات كثيرة جدا أو صورة كبيرة جدا. المرجو اختيار ملف أقصر أو صورة أصغر.';
      case 'unsupported':
        return 'تتضمن هذه الوثيقة تعليقات أو استمارة لا يمكن الاحتفاظ بها كما تظهر. المرجو حفظها بصيغة PDF عبر أمر «طباعة» أو تصويرها، ثم إضافة الملف الجديد.';
      case 'too_many':
        return `لم يُضف هذا الملف: الحد الأقصى ${files(count)}.`;
    }
  },
  sending: (file, of, percent) => `جارٍ إرسال الملف ${file} من ${of}: ${percent}%`,
  kilobytes: 'كيلوبايت',
  megabytes: 'ميغابايت',
};
