import { formatNumber } from '../../foundation/locale/number-format.js';
import { plural } from '../../foundation/locale/plural.js';
import type { QuestionMessages } from './question-messages.js';

const number = (value: number) => formatNumber('fr', value);

/** French texts of the questions of a consultation. */
export const questionMessages: QuestionMessages = {
  optional: 'facultatif',
  yes: 'Oui',
  no: 'Non',
  day: 'Jour',
  month: 'Mois',
  year: 'Année',
  placeHint: 'Quelques lettres suffisent.',
  failed: 'Cette question n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.',
  retry: 'Réessayer',
  issue: (type, { code, minimum = 0, maximum = 0 }) => {
    const isChoice = type === 'one_of' || type === 'several_of' || type === 'yes_no';
    if (type === 'place') return 'Choisissez le lieu dans la liste.';
    if (type === 'file') {
      return code === 'too_large'
        ? plural('fr', maximum, { one: 'Gardez # fichier.', other: 'Gardez # fichiers au plus.' })
        : 'Ajoutez une photo ou un document.';
    }
    if (code === 'required') {
      return isChoice ? 'Choisissez une réponse.' : 'Répondez à cette question.';
    }
    if (isChoice) {
      if (code === 'too_small')
        return plural('fr', minimum, {
          one: 'Choisissez au moins # réponse.',
          other: 'Choisissez au moins # réponses.',
        });
      if (code === 'too_large')
        return plural('fr', maximum, {
          one: 'Choisissez # réponse au plus.',
          other: 'Choisissez # réponses au plus.',
        });
      return 'Choisissez parmi les réponses proposées.';
    }
    if (type === 'date') {
      return 'Indiquez une date qui existe, avec le jour, le mois et l’année, comme 27 3 1985.';
    }
    if (code === 'too_small') return `Indiquez un nombre à partir de ${number(minimum)}.`;
    if (code === 'too_large') return `Indiquez un nombre jusqu’à ${number(maximum)}.`;
    if (type === 'number') return 'Indiquez un nombre en chiffres, comme 25.';
    if (code === 'too_short')
      return plural('fr', minimum, {
        one: 'Écrivez au moins # caractère.',
        other: 'Écrivez au moins # caractères.',
      });
    if (code === 'too_long')
      return plural('fr', maximum, {
        one: 'La réponse est trop longue\u00a0: # caractère au plus.',
        other: 'La réponse est trop longue\u00a0: # caractères au plus.',
      });
    return 'Écrivez la réponse avec des lettres, des chiffres et la ponctuation courante.';
  },
};
