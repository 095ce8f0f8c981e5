import { plural } from '../../foundation/locale/plural.js';
import type { ToolsMessages } from './messages.js';

/** French texts of search, filters and subscription. */
export const messages: ToolsMessages = {
  search: 'Rechercher une rencontre',
  searchHint:
    'Un mot du titre, de la description ou du lieu. Les rencontres passées en font partie.',
  type: 'Participation',
  audience: 'Public',
  place: 'Région, province ou commune',
  all: 'Tous',
  audiences: {
    youth: 'Jeunes',
    women: 'Femmes',
    persons_with_disabilities: 'Personnes en situation de handicap',
    moroccans_abroad: 'Marocaines et Marocains du monde',
    associations: 'Associations',
    businesses: 'Entreprises',
    elected_officials: 'Élues et élus',
    public_servants: 'Agentes et agents publics',
    students: 'Élèves, étudiantes et étudiants',
  },
  removeFilters: 'Retirer les filtres',
  showPast: 'Voir les rencontres passées',
  showComing: 'Revenir à l’agenda',
  found: 'Résultats de la recherche',
  results: 'Rencontres à venir',
  pastSessions: 'Rencontres passées',
  noResults: 'Aucune rencontre ne correspond. Essayez d’autres mots ou retirez les filtres.',
  resultCount: (count) =>
    count === 0
      ? 'Aucun résultat'
      : plural('fr', count, { one: '# résultat', other: '# résultats' }),
  more: 'Voir plus',
  earlier: 'Voir des rencontres plus anciennes',
  subscribe: 'Suivre l’agenda dans mon calendrier',
  subscribeHint:
    'Les nouvelles rencontres et les changements apparaissent dans votre calendrier, selon les filtres choisis.',
  subscribeHere: 'Ouvrir dans le calendrier de cet appareil',
  subscribeAddress: 'Ou copiez cette adresse dans votre calendrier',
  copy: 'Copier l’adresse',
  copied: 'Adresse copiée.',
};
