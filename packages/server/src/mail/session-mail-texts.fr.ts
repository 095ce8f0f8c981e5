import type { SessionMailTexts } from './session-mail-texts.js';

const subjects = {
  unconfirmed: 'Confirmez votre adresse électronique',
  already_registered: 'Votre inscription existe déjà',
  confirmed: 'Inscription confirmée',
  waitlisted: 'Inscription sur liste d’attente',
  promoted: 'Une place pour vous\u00a0: inscription confirmée',
  moved: 'Retour sur liste d’attente',
  cancelled: 'Rencontre annulée',
  postponed: 'Rencontre reportée',
  rescheduled: 'Nouvelle date de la rencontre',
  restored: 'La rencontre aura lieu',
  changed: 'Rencontre modifiée',
} as const;

const inLine = (position: number | null) =>
  position === null ? '' : ` Votre rang sur la liste d’attente\u00a0: ${position}.`;

/** See {@link SessionMailTexts}. */
export const french: SessionMailTexts = {
  dates: 'fr-MA-u-nu-latn-ca-gregory',
  firstOfMonth: '1er',
  greeting: (name) => `Bonjour ${name},`,
  subject: (kind, title) => `${subjects[kind]} – ${title}`,
  news(kind, position) {
    switch (kind) {
      case 'unconfirmed':
        return 'Une place à cette rencontre a été demandée avec cette adresse électronique. Si cette demande est la vôtre, confirmez l’adresse. Sinon, il n’y a rien à faire.';
      case 'already_registered':
        return 'Une place à cette rencontre a été demandée avec cette adresse électronique, qui a déjà servi à une inscription. Rien n’a été changé.';
      case 'confirmed':
        return 'Votre inscription est confirmée.';
      case 'waitlisted':
        return `Il ne reste plus de place.${inLine(position)} Vous recevrez un message dès qu’une place se libérera.`;
      case 'promoted':
        return 'Une place s’est libérée\u00a0: votre inscription est confirmée.';
      case 'moved':
        return `Le nombre de places a été réduit\u00a0: votre inscription est de nouveau sur liste d’attente.${inLine(position)} Veuillez nous en excuser. Vous recevrez un message dès qu’une place se libérera.`;
      case 'cancelled':
        return 'Nous avons le regret de vous informer que cette rencontre est annulée.';
      case 'postponed':
        return 'Cette rencontre est reportée à une date ultérieure. Votre inscription reste valable\u202F; vous recevrez un message avec la nouvelle date.';
      case 'rescheduled':
        return 'La date de cette rencontre a changé. Votre inscription reste valable.';
      case 'restored':
        return 'Cette rencontre aura bien lieu, comme indiqué ci-dessous. Votre inscription reste valable.';
      case 'changed':
        return 'L’horaire ou le lieu de cette rencontre a changé. Votre inscription reste valable.';
    }
  },
  date: (text) => `Date\u00a0: ${text}`,
  dayRange: (first, last) => `du ${first} au ${last}`,
  time: (hour, minute) =>
    `Heure\u00a0: ${hour}\u00a0h${minute === 0 ? '' : `\u00a0${String(minute).padStart(2, '0')}`}`,
  place: (text) => `Lieu\u00a0: ${text}`,
  online: (url) => `Pour participer à distance\u00a0: ${url}`,
  reason: (text) => `Motif\u00a0: ${text}`,
  places: (count) => `Nombre de places\u00a0: ${count}`,
  confirmPage: (until, page) =>
    `Pour garder la place, confirmez avant ${until}, sur cette page\u00a0: ${page}`,
  confirmCode: (code) => `Code à y écrire\u00a0: ${code}`,
  doorCode: (code) => `Code d’entrée, à présenter sur place\u00a0: ${code}`,
  manageCode: (code) =>
    `Votre code d’inscription, personnel, permet de consulter ou d’annuler l’inscription sur la page où elle a été faite\u00a0: ${code}`,
};
