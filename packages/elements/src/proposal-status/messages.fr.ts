import { sentFilesMessages } from '../submission/sent-files-messages.fr.js';
import type { ProposalStatusMessages } from './messages.js';

/** French texts of the status of a proposal. */
export const messages: ProposalStatusMessages = {
  title: 'Suivre une proposition',
  label: 'Code de suivi',
  hint: 'Le code inscrit sur l’accusé de réception, comme K7QF‑2M9D‑XT4P.',
  show: 'Voir ce que devient la proposition',
  looking: 'Recherche en cours…',
  issue: (issue) =>
    ({
      required: 'Indiquez le code de suivi.',
      unknown: 'Aucune proposition ne porte ce code. Vérifiez-le lettre par lettre.',
      offline: 'La connexion à internet semble coupée ou faible. Vérifiez-la, puis réessayez.',
      busy: 'Les demandes sont nombreuses en ce moment. Réessayez dans un instant.',
      setup:
        'Cette page n’est pas reliée correctement au service de participation. Réessayer n’y changera rien. Adressez-vous directement à l’administration, ou prévenez l’équipe du site.',
      server: 'Le service est momentanément indisponible. Réessayez dans un instant.',
    })[issue],

  stateTitle: 'Ce que devient la proposition',
  states: {
    pending: ['En attente de lecture', 'L’administration lit la proposition avant de la publier.'],
    refused: ['Non publiée', 'L’administration n’a pas publié la proposition.'],
    merged: [
      'Jointe à une autre',
      'Une autre proposition porte la même idée\u00a0: la réponse vaudra pour les deux.',
    ],
    not_answered: [
      'Publiée, en attente de réponse',
      'La proposition est publique. L’administration n’y a pas encore répondu.',
    ],
    evaluating: ['À l’étude', 'La proposition est publique et l’administration l’étudie.'],
    accepted: ['Retenue', 'L’administration a retenu la proposition.'],
    rejected: ['Non retenue', 'L’administration n’a pas retenu la proposition.'],
    withdrawn: ['Retirée', 'La proposition a été retirée.'],
    implemented: ['Réalisée', 'Ce que la proposition demandait est réalisé.'],
    unknown: ['Reçue', 'La proposition est enregistrée par l’administration.'],
  },
  reasons: {
    off_topic: 'La proposition ne porte pas sur le sujet de la consultation.',
    duplicate: 'Une proposition semblable existe déjà.',
    personal_data: 'Le texte contient des données à caractère personnel.',
    insulting: 'Le texte contient des propos injurieux.',
    advertising: 'Le texte fait de la publicité.',
    unlawful: 'Le texte contient des propos contraires à la loi.',
    unreadable: 'Le texte n’a pas pu être compris.',
    unknown: 'Le motif ne peut pas être affiché sur cette page.',
  },
  words: 'Message de l’administration',
  reference: 'Référence',
  receivedAt: 'Reçue le',
  dayAndHour: (day, hour) => `${day} à ${hour}`,
  sentFilesMessages,
  sent: 'La proposition envoyée',
  another: 'Suivre une autre proposition',
};
