import { plural } from '../../foundation/locale/plural.js';
import type { CalendarMessages } from './messages.js';

/** English texts of the session calendar. */
export const messages: CalendarMessages = {
  agenda: 'Calendar of sessions',
  today: 'Today',
  view: 'View',
  tools: 'Search, filter, subscribe',
  options: 'Options',
  month: 'Month',
  list: 'List',
  programme: 'Programme',
  previousMonth: (month) => `Previous month: ${month}`,
  nextMonth: (month) => `Next month: ${month}`,
  sessionCount: (count) =>
    count === 0 ? 'no sessions' : plural('en', count, { one: '# session', other: '# sessions' }),
  pair: (first, second) => `${first}, ${second}`,
  enumeration: (items) => items.join(', '),

  loading: 'Loading the calendar…',
  emptyMonth: (month) => `No sessions in ${month}.`,
  monthIsOver: (month) => `No more meetings to come in ${month}.`,
  emptyDay: 'No sessions on this day.',
  nothingAhead: 'No sessions are planned for now.',
  nextSession: (day) => `Next session: ${day}.`,
  lastSession: (day) => `Latest session: ${day}.`,
  showMonth: (month) => `Show ${month}`,
  stale: (time) => `The calendar could not be updated. You see what was known on ${time}.`,
  failed: 'The calendar could not be loaded.',
  failedBecause: (reason) =>
    ({
      offline: 'The internet connection seems to be down or weak. Check it, then try again.',
      busy: 'There are many requests at the moment. Try again shortly.',
      setup:
        'This page is not connected to the participation service as it should be. Trying again will not help. Please contact the administration directly, or tell the people who run this website.',
      file: 'The file of the calendar is missing or cannot be read. Trying again will not help. Please contact the administration directly, or tell the people who run this website.',
      disk: 'This page was opened from a file on the device, where the calendar cannot be read. Open it at its address on the internet.',
      server: 'The service is unavailable for the moment. Try again shortly.',
    })[reason],
  retry: 'Try again',

  dayRange: (from, to) => `${from} to ${to}`,
  timeUnknown: 'time not given',
  timeRange: (from, to) => `${from} to ${to}`,
  timeFrom: (from) => `from ${from}`,
  timeUntil: (until) => `until ${until}`,
  openingHours: (opens, ends) =>
    [opens !== null && `opens at ${opens}`, ends !== null && `ends at ${ends}`]
      .filter(Boolean)
      .join(', '),
  inYourZone: (time) => `on your device’s clock: ${time}`,

  kinds: {
    listening_session: 'Listening session',
    study_day: 'Study day',
    workshop: 'Workshop',
    forum: 'Forum',
    meeting: 'Meeting',
    conference: 'Conference',
    exhibition: 'Exhibition',
    hackathon: 'Hackathon',
    unknown: 'Session',
  },
  meetingTypes: {
    in_person: 'In person',
    online: 'Online',
    hybrid: 'In person and online',
    unknown: 'Not given',
  },
  phases: {
    cancelled: 'Cancelled',
    postponed: 'Postponed',
    held: 'Held',
    over: 'Over',
    under_way: 'Under way',
  },
  calledOff: { cancelled: 'Cancelled', postponed: 'Postponed' },
  demonstration: 'Demonstration',
  places: (count) =>
    count === 0
      ? 'No places left'
      : plural('en', count, { one: '# place left', other: '# places left' }),
  full: 'Full',
  waitingList: (waiting) =>
    waiting === 0
      ? 'waiting list open'
      : plural('en', waiting, {
          one: '# person on the waiting list',
          other: '# people on the waiting list',
        }),
  registrationOpens: (day) => `Registration opens on ${day}`,
  registrationNotOpen: 'Registration is not open yet',
  registrationClosed: 'Registration is closed',
  registrationOpen: 'Registration is open',
  registrationInParts: 'Registration for each part of the programme',
  withoutRegistration: 'No registration needed',

  back: 'Back to the calendar',
  haveCode: 'I have a registration code',
  partFailed: 'This part of the page could not open.',
};
