import type { AuthorDeskMessages } from './messages.js';

export const messages: AuthorDeskMessages = {
  answer: 'Réponse de l’administration',
  answeredOn: (day) => `Le ${day}`,
  question: 'Une question de l’administration',
  questionHint: 'La question et votre réponse ne sont pas publiées.',
  reply: 'Votre réponse',
  sendReply: 'Envoyer la réponse',
  sending: 'Envoi en cours…',
  yourReply: 'Votre réponse',
  replied: 'L’administration a reçu votre réponse.',
  mergedInto: (reference) =>
    `Référence de la proposition à laquelle elle est jointe\u202F: ${reference}`,
  manage: 'Gérer la proposition',
  ownData: 'Enregistrer une copie de mes données',
  ownDataHint: 'Tout ce qui est conservé sur la proposition et sur vous, dans un fichier.',
  withdraw: 'Retirer la proposition',
  withdrawQuestion: 'Retirer la proposition\u202F?',
  withdrawHint:
    'Son texte ne sera plus public, votre nom et votre adresse seront effacés. Un retrait est définitif.',
  confirm: 'Oui, retirer la proposition',
  keep: 'Non, la garder',
  fault: {
    required: 'Écrivez votre réponse.',
    too_long: 'La réponse est trop longue. Raccourcissez-la.',
    already_replied: 'Une réponse à cette question a déjà été envoyée.',
    offline: 'La connexion à internet semble coupée ou faible. Vérifiez-la, puis réessayez.',
    busy: 'Les demandes sont nombreuses en ce moment. Réessayez dans un instant.',
    setup:
      'Cette page n’est pas reliée correctement au service de participation. Merci de prévenir le responsable du site.',
    server: 'Le service est momentanément indisponible. Réessayez dans un instant.',
  },
};
