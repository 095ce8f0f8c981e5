import type { OutboxMessages } from './messages.js';

/** French texts of proposals that wait on the device. */
export const messages: OutboxMessages = {
  waiting: 'Votre proposition attend la connexion',
  keptOnDevice:
    'Elle est gardée sur cet appareil. Elle partira d’elle-même, une seule fois, dès que la connexion reviendra. Vous pouvez fermer cette page\u00a0: il suffira de la rouvrir avec une connexion pour que la proposition parte.',
  keptInPage:
    'Elle est gardée dans cette page seulement\u00a0: rien ne reste sur l’appareil. Laissez la page ouverte\u202f; la proposition partira d’elle-même, une seule fois, dès que la connexion reviendra.',
  maybeSent: 'Elle est peut-être déjà arrivée\u00a0: elle ne sera pas comptée deux fois.',
  deadline: (moment) => `Elle peut attendre jusqu’au ${moment}.`,
  whatIsKept: 'Voir ce qui est gardé',
  sendNow: 'Envoyer maintenant',
  stillWaiting: 'La connexion n’est pas revenue. La proposition reste gardée.',
  reload: 'Si la connexion est bonne, rechargez la page.',
  modify: 'Modifier la proposition',
  erase: 'Effacer de cet appareil',
  erased: 'La proposition est effacée de cet appareil.',
  another: 'Écrire une autre proposition',
  notSent: 'Votre proposition n’est pas partie',
  refused: {
    expired:
      'Elle a attendu trop longtemps pour partir d’elle-même. Relisez-la et envoyez-la de nouveau.',
    invalid: 'Elle est à corriger. Reprenez-la\u00a0: les champs concernés sont indiqués.',
    too_slow:
      'Cet appareil n’a pas pu terminer la vérification de sécurité. Reprenez-la et réessayez, ou utilisez un autre appareil.',
    other:
      'Le service ne l’a pas acceptée. Reprenez-la et envoyez-la de nouveau, ou prévenez l’équipe du site.',
  },
  takeUp: 'Reprendre la proposition',
  gone: 'Votre proposition est bien partie',
  showReceipt: 'Voir l’accusé de réception',
};
