import type { StepsMessages } from './messages.js';

/** French texts of the form in steps. */
export const messages: StepsMessages = {
  step: (step, count) => `Étape ${step} sur ${count}`,
  names: {
    proposal: 'La proposition',
    details: 'Quelques précisions',
    author: 'Vous, et l’envoi',
  },
  next: 'Suivant',
  back: 'Précédent',
};
