import type { SessionMailTexts } from './session-mail-texts.js';

const subjects = {
  unconfirmed: 'Confirm your e-mail address',
  already_registered: 'You are registered already',
  confirmed: 'Registration confirmed',
  waitlisted: 'You are on the waiting list',
  promoted: 'A place for you: registration confirmed',
  moved: 'Back on the waiting list',
  cancelled: 'Session cancelled',
  postponed: 'Session postponed',
  rescheduled: 'New date of the session',
  restored: 'The session will take place',
  changed: 'Change to the session',
} as const;

const inLine = (position: number | null) =>
  position === null ? '' : ` Your position on the waiting list: ${position}.`;

const clock = (...parts: number[]) => parts.map((part) => String(part).padStart(2, '0')).join(':');

/** See {@link SessionMailTexts}. */
export const english: SessionMailTexts = {
  dates: 'en-GB-u-nu-latn-ca-gregory',
  firstOfMonth: '1',
  greeting: (name) => `Dear ${name},`,
  subject: (kind, title) => `${subjects[kind]} – ${title}`,
  news(kind, position) {
    switch (kind) {
      case 'unconfirmed':
        return 'Somebody asked for a place at this session and gave this e-mail address. If it was you, please confirm the address. If it was not you, there is nothing to do.';
      case 'already_registered':
        return 'Somebody asked for a place at this session and gave this e-mail address, which has a registration already. Nothing was changed.';
      case 'confirmed':
        return 'Your registration is confirmed.';
      case 'waitlisted':
        return `No place is left.${inLine(position)} We will write to you as soon as one is free.`;
      case 'promoted':
        return 'A place has become free: your registration is confirmed.';
      case 'moved':
        return `There are fewer places now, so your registration is on the waiting list again.${inLine(position)} We apologise. We will write to you as soon as a place is free.`;
      case 'cancelled':
        return 'We are sorry to tell you that this session is cancelled.';
      case 'postponed':
        return 'This session is postponed. Your registration stays valid; we will write to you with the new date.';
      case 'rescheduled':
        return 'The date of this session has changed. Your registration stays valid.';
      case 'restored':
        return 'This session will take place after all, as given below. Your registration stays valid.';
      case 'changed':
        return 'The time or the place of this session has changed. Your registration stays valid.';
    }
  },
  date: (text) => `Date: ${text}`,
  dayRange: (first, last) => `${first} to ${last}`,
  time: (hour, minute) => `Time: ${clock(hour, minute)}`,
  place: (text) => `Place: ${text}`,
  online: (url) => `To take part online: ${url}`,
  reason: (text) => `Reason: ${text}`,
  places: (count) => `Places: ${count}`,
  confirmPage: (until, page) => `To keep the place, confirm by ${until}, on this page: ${page}`,
  confirmCode: (code) => `Code to type there: ${code}`,
  doorCode: (code) => `Code to show at the door: ${code}`,
  manageCode: (code) =>
    `To see or cancel your registration, on the page where you registered, this personal code is enough: ${code}`,
};
