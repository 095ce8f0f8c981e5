import { plural } from '../../foundation/locale/plural.js';
import { publishedMessages } from '../../published/published-messages.ar.js';
import type { SimilarMessages } from './messages.js';

/** Arabic texts of similar proposals. */
export const messages: SimilarMessages = {
  title: 'هل سبق اقتراحه؟',
  hint: 'إذا كان أحد هذه المقترحات يقول الشيء نفسه، فتأييده يزيده قوة.',
  found: (count) =>
    plural('ar', count, {
      zero: 'لا مقترحات مشابهة.',
      one: 'مقترح مشابه واحد معروض تحت العنوان.',
      two: 'مقترحان مشابهان معروضان تحت العنوان.',
      few: '# مقترحات مشابهة معروضة تحت العنوان.',
      many: '# مقترحا مشابها معروضا تحت العنوان.',
      other: '# مقترح مشابه معروض تحت العنوان.',
    }),
  supportCount: publishedMessages.supportCount,
  dismiss: 'مقترحي مختلف',
};
