import { plural } from '../../foundation/plural.js';
import { words } from '../../published/published-words.en.js';
import type { SimilarMessages } from './messages.js';

export const messages: SimilarMessages = {
  title: 'Already proposed?',
  hint: 'If one of these says the same, supporting it gives it more weight.',
  found: (count) =>
    plural('en', count, {
      one: '# similar proposal is shown under the title.',
      other: '# similar proposals are shown under the title.',
    }),
  supportCount: words.supportCount,
  dismiss: 'My proposal is different',
};
