import type { MessageTexts } from './message-texts.js';

const subjects = {
  confirmed: 'Inscription confirmée',
  waitlisted: "Inscription sur la liste d'attente",
  promoted: 'Une place pour vous\u202F: inscription confirmée',
  moved: "Retour sur la liste d'attente",
  cancelled: 'Rencontre annulée',
  postponed: 'Rencontre reportée',
  rescheduled: 'Nouvelle date de la rencontre',
  restored: 'La rencontre aura lieu',
  changed: 'Changement de la rencontre',
} as const;

const inLine = (position: number | null) =>
  position === null ? '' : ` Votre rang sur la liste d'attente\u202F: ${position}.`;

/** See {@link MessageTexts}. */
export const french: MessageTexts = {
  dates: 'fr-MA-u-nu-latn-ca-gregory',
  greeting: (name) => `Bonjour ${name},`,
  subject: (kind, title) => `${subjects[kind]} – ${title}`,
  news(kind, position) {
    switch (kind) {
      case 'confirmed':
        return 'Votre inscription est confirmée.';
      case 'waitlisted':
        return `Il ne reste plus de place.${inLine(position)} Un message vous préviendra dès qu'une place se libère.`;
      case 'promoted':
        return "Une place s'est libérée\u202F: votre inscription est confirmée.";
      case 'moved':
        return `Le nombre de places a été réduit\u202F: votre inscription est de nouveau sur la liste d'attente.${inLine(position)} Veuillez nous en excuser. Un message vous préviendra dès qu'une place se libère.`;
      case 'cancelled':
        return 'Nous avons le regret de vous informer que cette rencontre est annulée.';
      case 'postponed':
        return 'Cette rencontre est reportée à une date ultérieure. Votre inscription reste valable\u202F; un message vous donnera la nouvelle date.';
      case 'rescheduled':
        return 'La date de cette rencontre a changé. Votre inscription reste valable.';
      case 'restored':
        return 'Cette rencontre aura bien lieu, comme indiqué ci-dessous. Votre inscription reste valable.';
      case 'changed':
        return "L'horaire ou le lieu de cette rencontre a changé. Votre inscription reste valable.";
    }
  },
  date: (text) => `Date\u202F: ${text}`,
  time: (hour, minute) => `Heure\u202F: ${hour} h ${minute}`,
  place: (text) => `Lieu\u202F: ${text}`,
  online: (url) => `Pour participer à distance\u202F: ${url}`,
  reason: (text) => `Motif\u202F: ${text}`,
  places: (count) => `Nombre de places\u202F: ${count}`,
  doorCode: (code) => `Code à présenter à l'entrée\u202F: ${code}`,
  manageCode: (code) =>
    `Pour consulter ou annuler votre inscription, sur la page de l'inscription, ce code personnel suffit\u202F: ${code}`,
};
