import type { sessionKinds } from '../session/session-terms.js';
import type { Locale } from '../text/locale.js';

/** What a calendar says in a language of its own, beside the texts of the sessions. */
export interface CalendarWords {
  /** Before the title, as many calendars show no status; nouns, which agree with every kind of meeting. */
  readonly cancelled: string;
  readonly postponed: string;
  readonly startsAt: (clock: string) => string;
  readonly online: (url: string) => string;
  /** Between organisers, and between parts of an address. */
  readonly comma: string;
  readonly kinds: Readonly<Record<(typeof sessionKinds)[number], string>>;
}

const arabic: CalendarWords = {
  cancelled: 'إلغاء: ',
  postponed: 'تأجيل: ',
  startsAt: (clock) => `البداية: ${clock}`,
  online: (url) => `عن بعد: ${url}`,
  comma: '، ',
  kinds: {
    listening_session: 'جلسة إنصات',
    study_day: 'يوم دراسي',
    workshop: 'ورشة',
    forum: 'منتدى',
    meeting: 'لقاء تشاوري',
    conference: 'ندوة',
    exhibition: 'معرض',
    hackathon: 'هاكاثون',
  },
};

const french: CalendarWords = {
  cancelled: 'Annulation\u00a0: ',
  postponed: 'Report\u00a0: ',
  startsAt: (clock) => `Début\u00a0: ${clock}`,
  online: (url) => `À distance\u00a0: ${url}`,
  comma: ', ',
  kinds: {
    listening_session: 'Session d’écoute',
    study_day: 'Journée d’étude',
    workshop: 'Atelier',
    forum: 'Forum',
    meeting: 'Rencontre',
    conference: 'Conférence',
    exhibition: 'Exposition',
    hackathon: 'Hackathon',
  },
};

const english: CalendarWords = {
  cancelled: 'Cancelled: ',
  postponed: 'Postponed: ',
  startsAt: (clock) => `Starts at ${clock}`,
  online: (url) => `Online: ${url}`,
  comma: ', ',
  kinds: {
    listening_session: 'Listening session',
    study_day: 'Study day',
    workshop: 'Workshop',
    forum: 'Forum',
    meeting: 'Meeting',
    conference: 'Conference',
    exhibition: 'Exhibition',
    hackathon: 'Hackathon',
  },
};

/** Amazigh awaits a native writer, and reads French here as it does on the pages. */
export const calendarWords: Readonly<Record<Locale, CalendarWords>> = {
  ar: arabic,
  fr: french,
  zgh: french,
  en: english,
};
