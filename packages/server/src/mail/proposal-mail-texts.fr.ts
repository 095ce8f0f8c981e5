import type { ProposalMailTexts } from './proposal-mail-texts.js';

const reasons: Readonly<Record<string, string>> = {
  off_topic: 'La proposition ne porte pas sur le sujet de la consultation.',
  duplicate: 'Une proposition semblable existe déjà.',
  personal_data: 'Le texte contient des données à caractère personnel.',
  insulting: 'Le texte contient des propos injurieux.',
  advertising: 'Le texte fait de la publicité.',
  unlawful: 'Le texte contient des propos contraires à la loi.',
  unreadable: 'Le texte n’a pas pu être compris.',
};

const answers: Readonly<Record<string, readonly [subject: string, news: string]>> = {
  not_answered: [
    'Votre proposition attend une réponse',
    'La réponse précédente a été retirée\u00a0: votre proposition attend une nouvelle réponse de l’administration.',
  ],
  evaluating: ['Votre proposition est à l’étude', 'L’administration étudie votre proposition.'],
  accepted: [
    'Votre proposition est retenue',
    'L’administration a répondu à votre proposition\u00a0: elle est retenue.',
  ],
  rejected: [
    'Réponse à votre proposition',
    'L’administration a répondu à votre proposition\u00a0: elle n’est pas retenue.',
  ],
  implemented: ['Votre proposition est réalisée', 'Ce que vous proposiez a été réalisé.'],
};

/** See {@link ProposalMailTexts}. */
export const french: ProposalMailTexts = {
  greeting: 'Bonjour,',
  subject(news) {
    switch (news.kind) {
      case 'proposal_published':
        return 'Votre proposition est publiée';
      case 'proposal_refused':
        return 'Votre proposition n’a pas été publiée';
      case 'proposal_question':
        return 'Une question sur votre proposition';
      case 'proposal_merged':
        return 'Votre proposition est jointe à une autre';
      case 'proposal_answered':
        return answers[news.status]![0];
    }
  },
  news(news) {
    switch (news.kind) {
      case 'proposal_published':
        return 'L’administration a lu votre proposition. Elle est maintenant publique.';
      case 'proposal_refused':
        return `L’administration n’a pas publié votre proposition. ${reasons[news.reason] ?? ''}`.trim();
      case 'proposal_question':
        return 'L’administration a besoin d’une précision sur votre proposition\u00a0:';
      case 'proposal_merged':
        return `Une autre proposition porte la même idée\u00a0: la vôtre lui a été jointe. Sa référence\u00a0: ${news.into}. La réponse vaudra pour les deux.`;
      case 'proposal_answered':
        return answers[news.status]![1];
    }
  },
  reference: (reference) => `Référence\u00a0: ${reference}`,
  trackingCode: (code) =>
    `Votre code de suivi, personnel, permet de suivre la proposition ou de répondre à une question sur la page de suivi\u00a0: ${code}`,
};
