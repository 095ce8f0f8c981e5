import { plural } from '../foundation/locale/plural.js';
import { publishedMessages } from '../published/published-messages.fr.js';
import type { ProposalListMessages } from './messages.js';

/** French texts of the proposal list. */
export const messages: ProposalListMessages = {
  ...publishedMessages,
  search: 'Rechercher une proposition',
  searchHint: 'Quelques mots du titre ou du texte, en arabe ou en français.',
  filters: 'Filtrer',
  axis: 'Axe',
  allAxes: 'Tous les axes',
  status: 'État',
  allStatuses: 'Tous les états',
  place: 'Lieu',
  order: 'Trier par',
  orders: {
    recent: 'Plus récentes',
    supported: 'Plus soutenues',
    answered: 'Réponses récentes',
  },
  removeFilters: 'Retirer les filtres',
  shown: (count, hasMore) =>
    count === 0
      ? 'Aucune proposition'
      : plural(
          'fr',
          count,
          hasMore
            ? { one: '# proposition affichée', other: '# propositions affichées' }
            : { one: '# proposition', other: '# propositions' },
        ),
  more: 'Afficher plus de propositions',
  moreFailed: 'La suite n’a pas pu être chargée.',
  empty:
    'Aucune proposition n’est encore publiée. Chaque proposition est lue avant d’apparaître ici.',
  nothingFound: 'Aucune proposition ne correspond. Essayez d’autres mots ou retirez les filtres.',
  failed: 'Les propositions n’ont pas pu être chargées.',
  stale: 'La liste n’a pas pu être mise à jour.',
  back: 'Retour à la liste',
  answered: 'L’administration a répondu',
  openData: 'Données ouvertes',
  table: 'Tableau (CSV)',
  json: 'Données (JSON)',
};
