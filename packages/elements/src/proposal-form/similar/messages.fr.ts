import { plural } from '../../foundation/locale/plural.js';
import { publishedMessages } from '../../published/published-messages.fr.js';
import type { SimilarMessages } from './messages.js';

/** French texts of similar proposals. */
export const messages: SimilarMessages = {
  title: 'Déjà proposé\u202f?',
  hint: 'Si l’une de ces propositions dit la même chose, la soutenir lui donne plus de poids.',
  found: (count) =>
    plural('fr', count, {
      one: '# proposition semblable est affichée sous le titre.',
      other: '# propositions semblables sont affichées sous le titre.',
    }),
  supportCount: publishedMessages.supportCount,
  dismiss: 'Ma proposition est différente',
};
