import type { PageTexts } from './page-texts.js';
import { plural } from './plural.js';

/** French texts of the pages. */
export const french: PageTexts = {
  dates: 'fr-MA-u-nu-latn-ca-gregory',
  firstOfMonth: '1er',
  dayRange: (first, last) => `du ${first} au ${last}`,

  languageName: 'Français',
  skip: 'Aller au contenu',
  pages: 'Pages',
  home: 'Accueil',
  sessions: 'Rencontres',
  proposals: 'Propositions',
  demonstration: 'Site de démonstration\u00a0: les rencontres et les propositions sont fictives.',
  aboutSite: (site) => `${site}\u00a0: rencontres publiques et propositions citoyennes.`,
  aboutSessions: (site) => `${site}\u00a0: dates et lieux des rencontres publiques.`,
  aboutProposals: (site) =>
    `${site}\u00a0: propositions citoyennes et réponses de l’administration.`,
  more: 'Page suivante',
  toFirst: 'Retour à la première page',

  nextSessions: 'Prochaines rencontres',
  allSessions: 'Toutes les rencontres',
  noSessions: 'Aucune rencontre n’est prévue pour le moment.',
  subscribe: 'S’abonner aux rencontres (calendrier)',
  calendarFile: 'Ajouter à mon calendrier',
  clock: (hour, minute) =>
    `${hour}\u00a0h${minute === 0 ? '' : `\u00a0${String(minute).padStart(2, '0')}`}`,
  startsAt: (start) => `à partir de ${start}`,
  hours: (start, end) => `de ${start} à ${end}`,
  comma: ', ',
  states: { cancelled: 'Annulée', postponed: 'Reportée à une date ultérieure', held: 'Passée' },
  when: 'Date et heure',
  where: 'Lieu',
  online: 'Participer à distance',
  organisers: 'Organisation',
  agenda: 'Déroulement',
  report: 'Compte rendu',
  sitePage: 'Page de la rencontre sur le site',
  noRegistration: 'Entrée libre, sans inscription',
  registration: {
    not_open: 'L’inscription n’est pas encore ouverte',
    open: 'L’inscription est ouverte',
    closed: 'L’inscription est terminée',
    unknown: 'Inscription',
  },
  full: 'Complet',
  placesLeft: (count) =>
    plural('fr', count, { one: '# place restante', other: '# places restantes' }),

  newestProposals: 'Propositions récentes',
  allProposals: 'Toutes les propositions',
  search: 'Rechercher une proposition',
  find: 'Rechercher',
  noProposals:
    'Aucune proposition n’est encore publiée. Chaque proposition est lue avant d’apparaître ici.',
  nothingFound: 'Aucune proposition ne correspond. Essayez d’autres mots.',
  openData: 'Données ouvertes (CSV)',
  statuses: {
    not_answered: 'En attente de réponse',
    evaluating: 'À l’étude',
    accepted: 'Retenue',
    rejected: 'Non retenue',
    withdrawn: 'Retirée',
    implemented: 'Réalisée',
    unknown: 'Publiée',
  },
  publishedOn: (day) => `Publiée le ${day}`,
  answeredOn: (day) => `Le ${day}`,
  supports: (count) =>
    count === 0 ? 'Aucun soutien' : plural('fr', count, { one: '# soutien', other: '# soutiens' }),
  reference: 'Référence',
  status: 'État',
  author: 'Proposée par',
  fromSession: 'Recueillie lors de',
  answer: 'Réponse de l’administration',
  noAnswer: 'L’administration n’a pas encore répondu.',
  files: 'Photos et documents à télécharger',
  photo: (number) => `Photo ${number}`,
  document: (number) => `Document ${number} (PDF)`,

  notFound: [
    'Page introuvable',
    'Cette page n’existe pas, ou n’est plus publiée. Vérifiez l’adresse, ou repartez de l’accueil.',
  ],
  busy: [
    'Le service est momentanément indisponible',
    'Les demandes sont nombreuses en ce moment. Réessayez dans un instant.',
  ],
  refused: [
    'Cette adresse n’est pas valable',
    'L’adresse de la page a été modifiée ou coupée. Repartez de l’accueil.',
  ],
};
