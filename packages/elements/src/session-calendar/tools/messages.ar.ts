import { plural } from '../../foundation/locale/plural.js';
import type { ToolsMessages } from './messages.js';

/** Arabic texts of search, filters and subscription. */
export const messages: ToolsMessages = {
  search: 'البحث في اللقاءات',
  searchHint: 'كلمة من العنوان أو الوصف أو المكان. يشمل البحث اللقاءات الماضية أيضا.',
  type: 'طريقة المشاركة',
  audience: 'موجه إلى',
  place: 'الجهة أو الإقليم أو الجماعة',
  all: 'الكل',
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
  },
  removeFilters: 'إزالة التصفية',
  showPast: 'عرض اللقاءات الماضية',
  showComing: 'العودة إلى المواعيد',
  found: 'نتائج البحث',
  results: 'لقاءات مقبلة',
  pastSessions: 'لقاءات ماضية',
  noResults: 'لا يوجد لقاء مطابق. يمكن تجربة كلمات أخرى أو إزالة التصفية.',
  resultCount: (count) =>
    plural('ar', count, {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '# نتائج',
      many: '# نتيجة',
      other: '# نتيجة',
    }),
  more: 'عرض المزيد',
  earlier: 'عرض لقاءات أقدم',
  subscribe: 'متابعة المواعيد في تقويمي',
  subscribeHint: 'تظهر اللقاءات الجديدة والتغييرات في تقويمكم تلقائيا، حسب التصفية الحالية.',
  subscribeHere: 'فتح في تقويم هذا الجهاز',
  subscribeAddress: 'أو نسخ هذا العنوان وإضافته إلى تقويمكم',
  copy: 'نسخ العنوان',
  copied: 'تم نسخ العنوان.',
};
