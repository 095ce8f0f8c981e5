import { publishedMessages } from '../published/published-messages.fr.js';
import type { ProposalMessages } from './messages.js';

/** French texts of one published proposal. */
export const messages: ProposalMessages = {
  ...publishedMessages,
  failed: 'La proposition n’a pas pu être chargée.',
  missing: 'Aucune proposition publiée ne porte cette référence.',
  reference: 'Référence',
  noAnswer: 'L’administration n’a pas encore répondu.',
  answeredOn: (day) => `Le ${day}`,
  support: 'Soutenir cette proposition',
  takeBack: 'Retirer mon soutien',
  sending: 'Envoi en cours…',
  supported: 'Merci, votre soutien est compté.',
  takenBack: 'Votre soutien est retiré.',
  supportFailed: 'Votre soutien n’a pas pu être enregistré.',
  indicative:
    'Un soutien par appareil, à titre indicatif\u00a0: ce n’est ni un vote ni une pétition.',
  share: 'Partager',
  copied: 'Le lien est copié.',
};
