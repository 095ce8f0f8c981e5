import { plural } from '../foundation/locale/plural.js';
import { publishedMessages } from '../published/published-messages.ar.js';
import type { ProposalListMessages } from './messages.js';

/** Arabic texts of the proposal list. */
export const messages: ProposalListMessages = {
  ...publishedMessages,
  search: 'البحث عن مقترح',
  searchHint: 'كلمات من العنوان أو من النص، بالعربية أو بالفرنسية.',
  filters: 'تصفية',
  axis: 'المحور',
  allAxes: 'كل المحاور',
  status: 'الحالة',
  allStatuses: 'كل الحالات',
  place: 'المكان',
  order: 'الترتيب حسب',
  orders: {
    recent: 'الأحدث',
    supported: 'الأكثر تأييدا',
    answered: 'آخر الأجوبة',
  },
  removeFilters: 'إزالة التصفية',
  shown: (count, hasMore) => {
    const shown = plural('ar', count, {
      zero: 'لا مقترحات',
      one: 'مقترح واحد',
      two: 'مقترحان',
      few: '# مقترحات',
      many: '# مقترحا',
      other: '# مقترح',
    });
    return hasMore ? `المعروض: ${shown}` : shown;
  },
  more: 'عرض المزيد من المقترحات',
  moreFailed: 'تعذر تحميل البقية.',
  empty: 'لم يُنشر أي مقترح بعد. كل مقترح يُقرأ قبل أن يظهر هنا.',
  nothingFound: 'لا يوجد مقترح مطابق. يمكن تجربة كلمات أخرى أو إزالة التصفية.',
  failed: 'تعذر تحميل المقترحات.',
  stale: 'تعذر تحديث اللائحة.',
  back: 'العودة إلى اللائحة',
  answered: 'أجابت الإدارة',
  openData: 'معطيات مفتوحة',
  table: 'جدول للتحميل',
  json: 'معطيات للبرامج',
};
