import { plural } from '../../foundation/locale/plural.js';
import { privacyMessages } from '../../submission/privacy-messages.fr.js';
import { questionMessages } from '../../submission/questions/question-messages.fr.js';
import type { RegistrationMessages } from './messages.js';

const placesOf = (count: number): string =>
  plural('fr', count, { one: '# place', other: '# places' });

/** French texts of registering for a session. */
export const messages: RegistrationMessages = {
  title: 'Inscription à la rencontre',
  waitingTitle: 'Inscription sur liste d’attente',
  waitingExplained:
    'La rencontre est complète. Vous pouvez vous inscrire sur liste d’attente\u00a0: chaque place qui se libère revient à la première personne de la liste.',
  labels: {
    name: 'Nom et prénom',
    email: 'Adresse électronique',
    phone: 'Numéro de téléphone',
    places: 'Nombre de places',
    needsDetails: 'Précisions',
  },
  contact: 'Pour vous joindre',
  contactHint: (sendsMail) =>
    sendsMail
      ? 'Une adresse ou un numéro suffit, pour vous prévenir d’un changement.'
      : 'Une adresse ou un numéro suffit. Seule l’organisation le voit\u202f; ce site n’envoie pas de message. Avant la rencontre, revenez voir cette page\u00a0: tout changement y est affiché.',
  phoneHint: 'Exemple\u00a0: 0612345678',
  placesCount: placesOf,
  placesShort: (remaining) =>
    `Il ne reste pas assez de places (reste\u00a0: ${placesOf(remaining)}). La demande ira tout entière sur liste d’attente.`,
  needs: 'Besoins particuliers',
  needsHint: 'Pour préparer l’accueil. Seule l’organisation les voit.',
  needsChoices: {
    sign_language_interpreter: 'Interprète en langue des signes',
    wheelchair_access: 'Accès en fauteuil roulant',
    captions: 'Transcription en direct',
    companion: 'Venue avec une personne qui m’accompagne',
    language_interpreter: 'Interprète dans une autre langue',
    other: 'Autre besoin',
  },
  privacyMessages,
  questionMessages,
  consent: 'J’accepte que mes données soient traitées pour cette inscription.',
  send: 'Envoyer l’inscription',
  sendWaiting: 'S’inscrire sur liste d’attente',
  sending: 'Envoi en cours…',
  summary: (count) =>
    plural('fr', count, {
      one: 'Un champ est à corriger\u00a0:',
      other: '# champs sont à corriger\u00a0:',
    }),
  issue: (field, code) => {
    if (field === 'consent')
      return 'L’inscription demande votre accord sur le traitement des données.';
    if (code === 'contact_required')
      return 'Indiquez une adresse électronique ou un numéro de téléphone.';
    if (field === 'email')
      return 'Indiquez une adresse électronique valable, comme nom@exemple.ma.';
    if (field === 'phone') return 'Indiquez un numéro de téléphone valable, comme 0612345678.';
    if (field === 'places')
      return 'Ce nombre n’est pas admis pour cette rencontre. Choisissez-en un plus petit.';
    if (field === 'needs') return 'Choisissez un besoin dans la liste.';
    if (field === 'needsDetails')
      return 'Les précisions sont trop longues\u00a0: 500 caractères au plus.';
    if (code === 'required') return 'Indiquez votre nom et votre prénom.';
    if (code === 'too_long') return 'Le nom est trop long\u00a0: 100 caractères au plus.';
    return 'Écrivez seulement le nom, en lettres\u00a0: ni nombre, ni adresse, ni lien.';
  },
  sendingError: (reason, seconds) =>
    ({
      not_sent:
        'L’inscription n’est pas partie\u00a0: la connexion à internet semble coupée ou faible. Rien de ce que vous avez écrit n’est perdu. Envoyez de nouveau quand la connexion sera revenue.',
      maybe_sent:
        'Aucune réponse n’est arrivée\u00a0: la connexion à internet semble coupée ou faible. Rien de ce que vous avez écrit n’est perdu. Envoyez de nouveau quand elle sera revenue\u00a0: l’inscription ne sera pas comptée deux fois.',
      busy:
        seconds === null
          ? 'Les demandes sont nombreuses en ce moment. Envoyez de nouveau dans un instant.'
          : `Les demandes sont nombreuses en ce moment. Envoyez de nouveau dans ${Math.ceil(seconds / 60)}\u00a0min.`,
      not_open: 'Les inscriptions à cette rencontre ne sont pas encore ouvertes.',
      closed: 'Les inscriptions à cette rencontre sont closes.',
      consent_outdated:
        'La notice sur les données a changé depuis l’ouverture de cette page. Relisez-la, puis donnez votre accord et envoyez de nouveau.',
      questions_changed:
        'Les questions de cette rencontre ont changé depuis l’ouverture de cette page. Rien de ce que vous avez écrit n’est perdu. Relisez les questions, puis envoyez de nouveau.',
      taken:
        'Cette adresse ou ce numéro a déjà servi à une inscription à cette rencontre. Pour la consulter, utilisez le code d’inscription\u202f; pour inscrire une autre personne, indiquez une autre adresse ou un autre numéro.',
      gone: 'Cette rencontre n’est plus publiée.',
      too_slow:
        'Cet appareil n’a pas pu terminer la vérification de sécurité. Réessayez, ou utilisez un autre appareil.',
      insecure_page:
        'L’envoi est impossible\u00a0: l’adresse de cette page ne commence pas par https.',
      setup:
        'L’inscription n’a pas pu être envoyée\u00a0: cette page n’est pas reliée correctement au service de participation, et réessayer n’y changera rien. Rien de ce que vous avez écrit n’est perdu. Adressez-vous directement à l’administration.',
      server:
        'Le service est momentanément indisponible. Rien de ce que vous avez écrit n’est perdu. Envoyez de nouveau dans un instant.',
    })[reason],
  formFailed: 'Le formulaire n’a pas pu être chargé.',
  cannotSend:
    'Rien ne peut être envoyé depuis cette page. Adressez-vous directement à l’administration.',
  noPrivacy: 'L’inscription en ligne n’est pas disponible sur ce site pour le moment.',

  outcomes: {
    unconfirmed: 'Adresse à confirmer',
    confirmed: 'Inscription confirmée',
    waitlisted: 'Inscription sur liste d’attente',
    cancelled: 'Inscription annulée',
    unknown: 'Inscription reçue',
  },
  position: (position) => `Rang sur la liste d’attente\u00a0: ${position}`,
  confirmedExplained: (places) =>
    plural('fr', places, {
      one: 'Une place vous est réservée.',
      other: '# places vous sont réservées.',
    }),
  waitlistedExplained:
    'Si une place se libère, elle est attribuée automatiquement dans l’ordre de la liste. Votre rang se consulte à tout moment avec le code d’inscription.',
  unconfirmedExplained:
    'Un message vient de partir à l’adresse électronique indiquée. Confirmez l’inscription avec le code qu’il contient\u00a0: sans cela, la place revient à une autre personne. Pensez à regarder aussi dans les messages indésirables.',
  confirmBy: (day, hour) => `Le code est valable jusqu’au ${day} à ${hour}.`,
  cancelledExplained: 'La place revient à une autre personne. Merci d’avoir prévenu.',
  placesTaken: (count) => `Places de cette inscription\u00a0: ${count}`,
  messagePromise: {
    mail: 'Vous recevrez un message à l’adresse électronique indiquée, puis un autre à chaque changement.',
    call: 'Vous ne recevrez pas de message, car aucune adresse électronique n’est indiquée. En cas de changement, nous vous téléphonerons.',
    none: 'Vous ne recevrez pas de message de ce site. Gardez cette page, et consultez-la de nouveau avant la rencontre.',
  },
  calendarFile: 'Ajouter à mon calendrier',
  doorCode: 'Code d’entrée',
  doorCodeImage: (code) => `Code d’entrée ${code}, à lire par une caméra`,
  doorCodeHint: 'À présenter à l’entrée de la rencontre.',
  manageCode: 'Code d’inscription',
  manageCodeHint:
    'Il sert à consulter ou à annuler l’inscription. Il ne sera plus affiché\u00a0: notez-le ou imprimez-le avant de quitter cette page.',
  copy: 'Copier le code',
  copied: 'Code copié.',
  copyFailed: 'La copie a échoué. Notez le code.',
  print: 'Imprimer',
  cancel: 'Annuler l’inscription',
  cancelQuestion: 'Annuler cette inscription\u202f?',
  cancelExplained: 'La place reviendra à une autre personne, sans retour possible.',
  confirmCancel: 'Oui, annuler l’inscription',
  keep: 'Non, garder l’inscription',
  cancelling: 'Annulation en cours…',
  cancelClosed:
    'L’annulation n’est plus possible\u00a0: les inscriptions à cette rencontre sont closes.',
  cancelFailed: 'L’annulation n’est pas confirmée.',
  registerAnother: 'Inscrire une autre personne',
  earlier: 'Autres inscriptions faites sur cette page',

  manageTitle: 'Consulter une inscription',
  manageLabel: 'Code d’inscription',
  manageHint: 'Le code affiché après l’inscription, comme K7QF-2M9D-XT4P-8RWC.',
  manageOpen: 'Afficher l’inscription',
  manageOpening: 'Recherche en cours…',
  manageRequired: 'Indiquez le code d’inscription.',
  manageUnknown: 'Aucune inscription ne porte ce code. Vérifiez-le lettre par lettre.',
  showSession: 'Voir la rencontre',
};
