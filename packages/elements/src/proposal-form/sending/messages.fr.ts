import { plural } from '../../foundation/locale/plural.js';
import { characters } from '../form/messages.fr.js';
import { sentFilesMessages } from '../../submission/sent-files-messages.fr.js';
import type { SendingMessages } from './messages.js';

/** French texts of sending a proposal and its receipt. */
export const messages: SendingMessages = {
  summary: (count) =>
    plural('fr', count, {
      one: 'Un champ est à corriger\u00a0:',
      other: '# champs sont à corriger\u00a0:',
    }),
  issue: ({ field, code, minimum, maximum }) => {
    switch (field) {
      case 'consultation':
        return 'Choisissez la consultation.';
      case 'axis':
        return 'Choisissez l’axe de votre proposition.';
      case 'territory':
        return 'Choisissez le lieu dans la liste.';
      case 'email':
        return 'Indiquez une adresse électronique valable, comme nom@exemple.ma, ou laissez le champ vide.';
      case 'phone':
        return 'Indiquez un numéro de téléphone valable, comme 0612345678, ou laissez le champ vide.';
      case 'consent':
        return 'L’envoi demande votre accord sur le traitement des données.';
      case 'name':
        return code === 'too_long'
          ? `Le nom est trop long\u00a0: ${characters(maximum ?? 0)} au plus.`
          : 'Écrivez seulement le nom, en lettres\u00a0: ni nombre, ni adresse, ni lien.';
      case 'title':
      case 'body': {
        const isTitle = field === 'title';
        if (code === 'required')
          return isTitle ? 'Donnez un titre à votre proposition.' : 'Écrivez votre proposition.';
        const name = isTitle ? 'Le titre' : 'Le texte';
        if (code === 'too_short')
          return `${name} est trop court\u00a0: ${characters(minimum ?? 0)} au moins.`;
        if (code === 'too_long')
          return `${name} est trop long\u00a0: ${characters(maximum ?? 0)} au plus.`;
        return `${name} contient des signes qui ne peuvent pas être enregistrés. Effacez-les ou écrivez-le de nouveau.`;
      }
    }
  },
  sendingError: (reason, seconds) =>
    ({
      maybe_sent:
        'Aucune réponse n’est arrivée\u00a0: la connexion avec le service est coupée ou faible. Rien de ce que vous avez écrit n’est perdu. Envoyez de nouveau quand elle sera revenue\u00a0: la proposition ne sera pas comptée deux fois.',
      busy:
        seconds === null
          ? 'Les demandes sont nombreuses en ce moment. Envoyez de nouveau dans un instant.'
          : `Les demandes sont nombreuses en ce moment. Envoyez de nouveau dans ${Math.ceil(seconds / 60)}\u00a0min.`,
      consent_outdated:
        'La notice sur les données a changé depuis l’ouverture de cette page. Relisez-la, puis donnez votre accord et envoyez de nouveau.',
      questions_changed:
        'Les questions de cette consultation ont changé depuis l’ouverture de cette page. Rien de ce que vous avez écrit n’est perdu. Relisez les questions, puis envoyez de nouveau.',
      too_slow:
        'Cet appareil n’a pas pu terminer la vérification de sécurité. Réessayez, ou utilisez un autre appareil.',
      insecure_page:
        'L’envoi est impossible\u00a0: l’adresse de cette page ne commence pas par https.',
      setup:
        'La proposition n’a pas pu être envoyée\u00a0: cette page n’est pas reliée correctement au service de participation, et réessayer n’y changera rien. Rien de ce que vous avez écrit n’est perdu. Adressez-vous directement à l’administration.',
      server:
        'Le service est momentanément indisponible. Rien de ce que vous avez écrit n’est perdu. Envoyez de nouveau dans un instant.',
    })[reason],

  honeypot: 'Champ à laisser vide',
  honeypotFilled:
    'Ce champ sert à reconnaître les robots et doit rester vide. Effacez ce qu’il contient, puis envoyez de nouveau.',

  received: 'Votre proposition est bien reçue',
  reference: 'Référence',
  receivedAt: 'Reçue le',
  dayAndHour: (day, hour) => `${day} à ${hour}`,
  trackingCode: 'Code de suivi',
  trackingCodeImage: (code) => `Code de suivi ${code}, à lire par une caméra`,
  signature: (key) => `Signature de l’administration, clé ${key}\u00a0:`,
  trackingHint:
    'Il permet de savoir ce que devient la proposition. Il ne sera plus affiché\u00a0: notez-le ou imprimez cet accusé avant de quitter la page.',
  copy: 'Copier le code',
  copied: 'Code copié.',
  copyFailed: 'La copie a échoué. Notez le code.',
  print: 'Imprimer l’accusé',
  next: 'Et ensuite\u202f?',
  nextSteps: [
    'L’administration lit la proposition avant de la publier.',
    'La proposition est publiée sur ce site, ou le motif du refus est indiqué.',
    'L’administration répond\u202f; sa réponse se lit avec le code de suivi.',
  ],
  sentFilesMessages,
  sent: 'La proposition envoyée',
  another: 'Envoyer une autre proposition',
};
