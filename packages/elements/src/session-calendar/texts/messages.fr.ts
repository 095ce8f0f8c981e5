import { plural } from '../../foundation/locale/plural.js';
import type { CalendarMessages } from './messages.js';

/** French texts of the session calendar. */
export const messages: CalendarMessages = {
  agenda: 'Agenda des rencontres',
  today: 'Aujourd’hui',
  view: 'Affichage',
  tools: 'Rechercher, filtrer, s’abonner',
  options: 'Options',
  month: 'Mois',
  list: 'Liste',
  programme: 'Programme',
  previousMonth: (month) => `Mois précédent\u00a0: ${month}`,
  nextMonth: (month) => `Mois suivant\u00a0: ${month}`,
  sessionCount: (count) =>
    count === 0
      ? 'aucune rencontre'
      : plural('fr', count, { one: '# rencontre', other: '# rencontres' }),
  pair: (first, second) => `${first}, ${second}`,
  enumeration: (items) => items.join(', '),

  loading: 'Chargement de l’agenda…',
  emptyMonth: (month) => `Aucune rencontre en ${month}.`,
  monthIsOver: (month) => `Plus de rencontre à venir en ${month}.`,
  emptyDay: 'Aucune rencontre ce jour-là.',
  nothingAhead: 'Aucune rencontre à venir pour le moment.',
  nextSession: (day) => `Prochaine rencontre\u00a0: ${day}.`,
  lastSession: (day) => `Dernière rencontre\u00a0: ${day}.`,
  showMonth: (month) => `Voir ${month}`,
  stale: (time) =>
    `L’agenda n’a pas pu être mis à jour. Vous voyez les informations connues le ${time}.`,
  failed: 'L’agenda n’a pas pu être chargé.',
  failedBecause: (reason) =>
    ({
      offline: 'La connexion à internet semble coupée ou faible. Vérifiez-la, puis réessayez.',
      busy: 'Les demandes sont nombreuses en ce moment. Réessayez dans un instant.',
      setup:
        'Cette page n’est pas reliée correctement au service de participation. Réessayer n’y changera rien. Adressez-vous directement à l’administration, ou prévenez l’équipe du site.',
      file: 'Le fichier de l’agenda manque ou ne peut pas être lu. Réessayer n’y changera rien. Adressez-vous directement à l’administration, ou prévenez l’équipe du site.',
      disk: 'Cette page a été ouverte depuis un fichier de l’appareil\u00a0: l’agenda ne peut pas y être lu. Ouvrez-la à son adresse sur internet.',
      server: 'Le service est momentanément indisponible. Réessayez dans un instant.',
    })[reason],
  retry: 'Réessayer',

  dayRange: (from, to) => `du ${from} au ${to}`,
  timeUnknown: 'horaire non précisé',
  timeRange: (from, to) => `de ${from} à ${to}`,
  timeFrom: (from) => `à partir de ${from}`,
  timeUntil: (until) => `jusqu’à ${until}`,
  openingHours: (opens, ends) =>
    [opens !== null && `ouverture à ${opens}`, ends !== null && `clôture à ${ends}`]
      .filter(Boolean)
      .join(', '),
  inYourZone: (time) => `à l’heure de votre appareil\u00a0: ${time}`,

  kinds: {
    listening_session: 'Session d’écoute',
    study_day: 'Journée d’étude',
    workshop: 'Atelier',
    forum: 'Forum',
    meeting: 'Rencontre',
    conference: 'Conférence',
    exhibition: 'Exposition',
    hackathon: 'Hackathon',
    unknown: 'Rencontre',
  },
  meetingTypes: {
    in_person: 'En présence',
    online: 'À distance',
    hybrid: 'En présence et à distance',
    unknown: 'Non précisé',
  },
  phases: {
    cancelled: 'Rencontre annulée',
    postponed: 'Rencontre reportée',
    held: 'Rencontre passée',
    over: 'Rencontre terminée',
    under_way: 'En cours',
  },
  calledOff: { cancelled: 'Annulée', postponed: 'Reportée' },
  demonstration: 'Démonstration',
  places: (count) =>
    count === 0
      ? 'Plus aucune place'
      : plural('fr', count, { one: '# place restante', other: '# places restantes' }),
  full: 'Complet',
  waitingList: (waiting) =>
    waiting === 0
      ? 'liste d’attente ouverte'
      : plural('fr', waiting, {
          one: '# personne sur liste d’attente',
          other: '# personnes sur liste d’attente',
        }),
  registrationOpens: (day) => `Inscriptions à partir du ${day}`,
  registrationNotOpen: 'Inscriptions pas encore ouvertes',
  registrationClosed: 'Inscriptions closes',
  registrationOpen: 'Inscriptions ouvertes',
  registrationInParts: 'Inscription pour chaque partie du programme',
  withoutRegistration: 'Sans inscription',

  back: 'Retour à l’agenda',
  haveCode: 'J’ai un code d’inscription',
  partFailed: 'Cette partie de la page n’a pas pu s’ouvrir.',
};
