import { plural } from '../../foundation/locale/plural.js';
import { publishedMessages } from '../../published/published-messages.en.js';
import type { SimilarMessages } from './messages.js';

/** English texts of similar proposals. */
export const messages: SimilarMessages = {
  title: 'Already proposed?',
  hint: 'If one of these says the same, supporting it gives it more weight.',
  found: (count) =>
    plural('en', count, {
      one: '# similar proposal is shown under the title.',
      other: '# similar proposals are shown under the title.',
    }),
  supportCount: publishedMessages.supportCount,
  dismiss: 'My proposal is different',
};
