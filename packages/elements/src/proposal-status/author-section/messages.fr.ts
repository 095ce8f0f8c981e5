import type { AuthorSectionMessages } from './messages.js';

/** French texts of what an author can do with a proposal. */
export const messages: AuthorSectionMessages = {
  answer: 'Réponse de l’administration',
  answeredOn: (day) => `Le ${day}`,
  question: 'Une question de l’administration',
  questionHint: 'La question et votre réponse ne sont pas publiées.',
  reply: 'Votre réponse',
  sendReply: 'Envoyer la réponse',
  sending: 'Envoi en cours…',
  yourReply: 'Votre réponse',
  replied: 'L’administration a reçu votre réponse.',
  mergedInto: 'Référence de la proposition à laquelle elle est jointe\u00a0:',
  manage: 'Gérer la proposition',
  ownData: 'Enregistrer une copie de mes données',
  ownDataHint: 'Tout ce qui est conservé sur la proposition et sur vous, dans un fichier.',
  withdraw: 'Retirer la proposition',
  withdrawQuestion: 'Retirer la proposition\u202F?',
  withdrawHint:
    'Son texte ne sera plus public, votre nom, votre adresse et votre numéro seront effacés. Un retrait est définitif.',
  confirm: 'Oui, retirer la proposition',
  keep: 'Non, la garder',
  signed: {
    title: 'La signature de l’accusé de réception',
    hint: 'Elle prouve que l’administration a reçu ce texte à cette date.',
    check: 'Vérifier la signature',
    checking: 'Vérification en cours…',
    by: 'Signé par\u00a0:',
    unaltered: 'Le texte affiché est celui qui a été reçu, sans changement.',
    issues: {
      unsigned:
        'La proposition a été reçue avant que les accusés de réception soient signés. Cela ne change rien à son examen.',
      altered:
        'Attention\u00a0: le texte affiché n’est pas celui qui a été signé. Gardez votre accusé de réception et prévenez l’administration.',
      unknown_key:
        'Attention\u00a0: cette signature n’est pas celle de l’administration. Gardez votre accusé de réception et prévenez-la.',
      insecure:
        'La signature ne peut pas être vérifiée ici, car l’adresse de la page ne commence pas par https.',
    },
    failed: 'La signature n’a pas pu être vérifiée.',
    key: 'Clé',
    signature: 'Signature',
  },
  issue: {
    required: 'Écrivez votre réponse.',
    too_long: 'La réponse est trop longue. Raccourcissez-la.',
    already_replied: 'Une réponse à cette question a déjà été envoyée.',
    offline: 'La connexion à internet semble coupée ou faible. Vérifiez-la, puis réessayez.',
    busy: 'Les demandes sont nombreuses en ce moment. Réessayez dans un instant.',
    setup:
      'Cette page n’est pas reliée correctement au service de participation. Réessayer n’y changera rien. Adressez-vous directement à l’administration, ou prévenez l’équipe du site.',
    server: 'Le service est momentanément indisponible. Réessayez dans un instant.',
  },
};
