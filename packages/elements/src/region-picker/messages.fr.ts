import type { PlaceLevel } from '@nafida/territory';
import { plural } from '../foundation/plural.js';
import type { RegionPickerMessages } from './messages.js';

const words: Record<PlaceLevel, string> = {
  arrondissement: 'arrondissement',
  commune: 'commune',
  province: 'province, préfecture',
  region: 'région',
};

const articles: Record<PlaceLevel, string> = {
  arrondissement: 'un arrondissement',
  commune: 'une commune',
  province: 'une province, une préfecture',
  region: 'une région',
};

const either = (levels: readonly PlaceLevel[], forms: Record<PlaceLevel, string>) => {
  if (levels.length === 1 && levels[0] === 'province') return forms.province.replace(', ', ' ou ');
  const [last, ...others] = levels.map((level) => forms[level]);
  return others.length > 0 ? `${others.reverse().join(', ')} ou ${last}` : last!;
};

export const messages: RegionPickerMessages = {
  label: (levels) => {
    const text = either(levels, words);
    return text[0]!.toUpperCase() + text.slice(1);
  },
  optional: '(facultatif)',
  placeholder: 'Chercher un nom ou parcourir',
  help: 'Saisissez un nom, ou utilisez la flèche vers le bas pour parcourir la liste.',
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
  all: 'Toutes les régions',
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
    `Aucun résultat pour «\u00a0${query}\u00a0». Vérifiez l’orthographe ou parcourez la liste par région.`,
  browse: 'Parcourir par région',
  loading: 'Chargement de la liste des communes…',
  failed:
    'La liste des communes n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez.',
  retry: 'Réessayer',
  required: (levels) => `Choisissez ${either(levels, articles)}.`,
  notChosen: (text) =>
    `Aucun territoire n’est choisi. Écrivez «\u00a0${text}\u00a0» autrement, puis choisissez dans la liste.`,
  unknownCode: 'Ce choix n’est plus valable. Choisissez de nouveau dans la liste.',
  wrongLevel: (levels) =>
    `Ce choix n’est pas possible ici. Choisissez ${either(levels, articles)}.`,
  outside: (name) =>
    `Ce choix est en dehors du territoire concerné. Choisissez dans la liste (${name}).`,
};
