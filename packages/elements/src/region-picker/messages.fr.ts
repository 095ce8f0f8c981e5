import type { PlaceLevel } from '@nafida/territory';
import { plural } from '../foundation/locale/plural.js';
import type { RegionPickerMessages } from './messages.js';

type LevelNames = Readonly<Record<PlaceLevel | 'prefecture', string>>;

const names: LevelNames = {
  arrondissement: 'arrondissement',
  commune: 'commune',
  province: 'province',
  prefecture: 'préfecture',
  region: 'région',
};

const namesWithArticle: LevelNames = {
  arrondissement: 'un arrondissement',
  commune: 'une commune',
  province: 'une province',
  prefecture: 'une préfecture',
  region: 'une région',
};

/** The levels as alternatives, smallest first. Where provinces are all there is, prefectures are named too. */
function either(levels: readonly PlaceLevel[], by: LevelNames): string {
  if (levels.length === 1 && levels[0] === 'province') return `${by.province} ou ${by.prefecture}`;
  const [largest, ...smaller] = levels.map((level) => by[level]);
  return smaller.length > 0 ? `${smaller.reverse().join(', ')} ou ${largest}` : largest!;
}

/** French texts of the region picker. */
export const messages: RegionPickerMessages = {
  label: (levels) => {
    const text = either(levels, names);
    return text[0]!.toUpperCase() + text.slice(1);
  },
  optional: '(facultatif)',
  placeholder: 'Chercher un nom ou parcourir',
  help: 'Écrivez un nom, ou utilisez la flèche vers le bas pour parcourir la liste.',
  kinds: {
    region: 'région',
    prefecture: 'préfecture',
    province: 'province',
    urban: 'commune',
    rural: 'commune',
    arrondissement: 'arrondissement',
  },
  chosen: (name, kind, parent) => {
    const detail = [kind, parent].filter(Boolean).join(', ');
    return detail ? `${name} (${detail})` : name;
  },
  whole: (level) =>
    ({
      region: 'toute la région',
      province: 'toute la province ou préfecture',
      commune: 'toute la commune',
      arrondissement: '',
    })[level],
  parts: (level, count) => {
    if (level === 'province') {
      return plural('fr', count, {
        one: '# province ou préfecture',
        other: '# provinces et préfectures',
      });
    }
    if (level === 'commune') {
      return plural('fr', count, { one: '# commune', other: '# communes' });
    }
    return plural('fr', count, { one: '# arrondissement', other: '# arrondissements' });
  },
  comma: ', ',
  recent: 'Choix récents',
  nearby: 'Près de vous',
  locate: 'Provinces et préfectures près de moi',
  locating: 'Recherche de votre position…',
  locateHint: 'Votre position n’est ni envoyée ni conservée.',
  notLocated: 'Position introuvable. Cherchez un nom ou parcourez la liste.',
  all: 'Toute la liste',
  country: 'Maroc',
  path: 'Chemin',
  open: 'Afficher la liste',
  close: 'Fermer',
  clear: 'Effacer le choix',
  results: (count) =>
    count === 0
      ? 'Aucun résultat'
      : plural('fr', count, { one: '# résultat', other: '# résultats' }),
  manyResults: (count) => `${count} premiers résultats. Précisez le nom pour raccourcir la liste.`,
  empty: (query) =>
    `Aucun résultat pour «\u00a0${query}\u00a0». Vérifiez l’orthographe ou parcourez la liste.`,
  browse: 'Parcourir la liste',
  loading: 'Chargement de la liste des communes…',
  failed:
    'La liste n’a pas pu être chargée. Réessayez\u202f; si cela ne change rien, prévenez l’équipe du site.',
  retry: 'Réessayer',
  required: (levels) => `Choisissez ${either(levels, namesWithArticle)}.`,
  notChosen: (text) =>
    `Aucun lieu n’est choisi. Écrivez «\u00a0${text}\u00a0» autrement, puis choisissez dans la liste.`,
  unknownCode: 'Ce choix n’est plus valable. Choisissez de nouveau dans la liste.',
  wrongLevel: (levels) =>
    `Ce choix n’est pas possible ici. Choisissez ${either(levels, namesWithArticle)}.`,
  outside: (name) =>
    `Ce choix est en dehors du territoire concerné. Choisissez dans la liste (${name}).`,
};
