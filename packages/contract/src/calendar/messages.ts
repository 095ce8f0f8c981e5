import type { sessionKinds } from '../session/session-terms.js';
import type { Locale } from '../text/locale.js';

/** The texts that a calendar adds to the texts of its sessions, in one language. */
export interface CalendarMessages {
  /** Before the title, because many calendars show no status; nouns, which agree with every kind of meeting. */
  readonly cancelled: string;
  readonly postponed: string;
  readonly startsAt: (clock: string) => string;
  readonly online: (url: string) => string;
  /** Between organisers, and between parts of an address. */
  readonly comma: string;
  readonly kinds: Readonly<Record<(typeof sessionKinds)[number], string>>;
}

const arabic: CalendarMessages = {
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

const french: CalendarMessages = {
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

const english: CalendarMessages = {
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

/** Texts by language. Amazigh waits for a native writer and has French texts, as on the pages. */
export const calendarMessages: Readonly<Record<Locale, CalendarMessages>> = {
  ar: arabic,
  fr: french,
  zgh: french,
  en: english,
};
