import { plural } from '../foundation/locale/plural.js';
import type { PublishedMessages } from './published-messages.js';

/** French texts of published proposals, which the list and the single proposal share. */
export const publishedMessages: PublishedMessages = {
  loading: 'Chargement…',
  failedBecause: (reason) =>
    ({
      offline: 'La connexion à internet semble coupée ou faible. Vérifiez-la, puis réessayez.',
      busy: 'Les demandes sont nombreuses en ce moment. Réessayez dans un instant.',
      setup:
        'Cette page n’est pas reliée correctement au service de participation. Réessayer n’y changera rien. Adressez-vous directement à l’administration, ou prévenez l’équipe du site.',
      server: 'Le service est momentanément indisponible. Réessayez dans un instant.',
    })[reason],
  retry: 'Réessayer',
  statuses: {
    not_answered: 'En attente de réponse',
    evaluating: 'À l’étude',
    accepted: 'Retenue',
    rejected: 'Non retenue',
    withdrawn: 'Retirée',
    implemented: 'Réalisée',
    unknown: 'Publiée',
  },
  channels: {
    web: null,
    assisted: 'Saisie avec l’aide de l’administration',
    paper: 'Déposée sur papier',
    unknown: null,
  },
  collectedAt: 'Recueillie lors de\u00a0:',
  publishedOn: (day) => `Publiée le ${day}`,
  supportCount: (count) =>
    count === 0 ? 'Aucun soutien' : plural('fr', count, { one: '# soutien', other: '# soutiens' }),
  answer: 'Réponse de l’administration',
};
