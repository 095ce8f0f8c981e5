import { plural } from '../../foundation/locale/plural.js';
import { privacyMessages } from '../../submission/privacy-messages.fr.js';
import type { ProposalFormMessages } from './messages.js';

/** A number of characters, in words. */
export const characters = (count: number): string =>
  plural('fr', count, { one: '#\u00a0caractère', other: '#\u00a0caractères' });

/** French texts of the proposal form. */
export const messages: ProposalFormMessages = {
  formLabel: 'Envoyer une proposition',
  loading: 'Chargement du formulaire…',
  loadFailed: 'Le formulaire n’a pas pu être chargé.',
  failedBecause: (reason) =>
    ({
      offline: 'La connexion à internet semble coupée ou faible. Vérifiez-la, puis réessayez.',
      busy: 'Les demandes sont nombreuses en ce moment. Réessayez dans un instant.',
      server: 'Le service est momentanément indisponible. Réessayez dans un instant.',
      setup:
        'Cette page n’est pas reliée correctement au service de participation. Réessayer n’y changera rien. Adressez-vous directement à l’administration, ou prévenez l’équipe du site.',
    })[reason],
  retry: 'Réessayer',
  noConsultation: 'Aucune consultation n’est ouverte en ce moment.',
  notOpen: (day) =>
    day
      ? `Les propositions seront reçues à partir du ${day}.`
      : 'Cette consultation n’est pas encore ouverte aux propositions.',
  closed: (day) =>
    day
      ? `Les propositions ont été reçues jusqu’au ${day}.`
      : 'Cette consultation ne reçoit plus de propositions.',
  cannotSend:
    'Rien ne peut être envoyé depuis cette page. Adressez-vous directement à l’administration.',
  noPrivacy:
    'L’envoi de propositions n’est pas possible sur ce site tant que la notice sur les données à caractère personnel n’est pas publiée.',

  labels: {
    consultation: 'Consultation',
    axis: 'Axe',
    title: 'Titre de la proposition',
    body: 'Votre proposition',
    territory: 'Lieu concerné',
    name: 'Nom et prénom',
    email: 'Adresse électronique',
    phone: 'Numéro de téléphone',
  },
  optional: 'facultatif',
  titleHint: 'L’idée en une phrase.',
  bodyHint: 'Quel est le problème\u202f? Que proposez-vous\u202f? Pour qui\u202f?',
  examples: 'Par exemple\u00a0:',
  placeHint: 'Quelques lettres suffisent.',
  placeFailed: 'La liste des lieux n’a pas pu être chargée. Réessayez, ou rechargez la page.',
  questionsFailed:
    'Les questions de cette consultation n’ont pas pu être chargées. Réessayez, ou rechargez la page.',
  about: 'Vous',
  aboutHint: 'Une proposition peut être envoyée sans nom.',
  nameVisible: 'Publier mon nom avec la proposition',
  contactHint: (sendsMail) =>
    sendsMail
      ? 'Sert seulement à vous dire ce que devient la proposition\u202f; n’apparaît jamais en public.'
      : 'Vu par l’administration seule, jamais en public. Ce site n’envoie pas de message\u00a0: le code de suivi dit ce que devient la proposition.',
  consent: 'J’accepte que mes données soient traitées pour l’étude de cette proposition.',
  privacyMessages,
  remaining: (count) =>
    count < 0 ? `${characters(-count)} de trop` : `Il reste ${characters(count)}`,

  send: 'Envoyer la proposition',
  sending: 'Envoi en cours…',
  sendAgain: 'Envoyer de nouveau',
  notSent:
    'La proposition n’est pas partie\u00a0: la connexion avec le service est coupée ou faible. Rien de ce que vous avez écrit n’est perdu. Envoyez de nouveau quand la connexion sera revenue.',

  restored: 'Voici le brouillon de votre dernière visite. Vous pouvez le compléter et l’envoyer.',
  kept: 'Le brouillon est gardé sur cet appareil jusqu’à l’envoi.',
  erase: 'Effacer le brouillon de cet appareil',
  erased: 'Brouillon effacé.',
};
