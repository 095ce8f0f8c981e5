import type { Session } from '@nafida/contract';
import { homeZone, instantIn, withOffset } from '@nafida/contract/civil-time.js';
import { fitShape, type FieldIssueCode } from '@nafida/contract/reads.js';
import { sessionsReads } from '@nafida/contract/reads/sessions.js';
import { sessionEnd } from '@nafida/contract/session-end.js';
import { knownZone } from '../day/known-zone.js';

/** What a session of a file is when the file does not say otherwise. */
const unlessTold: Omit<Session, 'id' | 'title' | 'startDate' | 'endDate' | 'registration'> = {
  parent: null,
  kind: 'meeting',
  description: null,
  typeOfMeeting: 'in_person',
  status: 'scheduled',
  statusNote: null,
  startTime: null,
  endTime: null,
  timeZone: homeZone,
  // No place has this code: a search for a place does not find a session without one.
  territory: { code: '00', vintage: 2024 },
  venue: null,
  room: null,
  onlineUrl: null,
  organisers: [],
  languages: [],
  accessibility: [],
  audiences: [],
  agenda: [],
  series: null,
  closingReport: null,
  linkedProposals: [],
  url: null,
  demonstration: false,
  sequence: 0,
  updatedAt: '1970-01-01T00:00:00Z',
};

/** Registration of which neither the state nor the seats are known, nor whether there is any. */
const registrationElsewhere: NonNullable<Session['registration']> = {
  state: 'unknown',
  opensAt: null,
  closesAt: null,
  capacity: null,
  remaining: null,
  waiting: 0,
  placesPerRegistration: 1,
  severalPerContact: false,
  questions: [],
};

/** A session as a file writes it, or what is wrong with it. */
export type FiledSession =
  | { readonly session: Session }
  | { readonly issue: { readonly path: string; readonly code: FieldIssueCode } };

/**
 * Completes what a file says of one session: `id`, `title` and `startDate` are needed, hours may be `HH:MM` on the
 * clocks of the place. Nobody can register without a server: only where a file says `registration: null` does one come
 * without registering, else nothing is said of it.
 */
export function sessionOf(record: unknown): FiledSession {
  if (typeof record !== 'object' || record === null) {
    return { issue: { path: '', code: 'invalid_type' } };
  }
  const given = { ...unlessTold, ...record } as Record<string, unknown>;
  const zone = knownZone(String(given['timeZone']));
  given['endDate'] ??= given['startDate'];
  const [startDate, endDate] = [String(given['startDate']), String(given['endDate'])];
  given['startTime'] = announced(given['startTime'], zone, (time) =>
    instantIn(zone, startDate, time),
  );
  given['endTime'] = announced(given['endTime'], zone, (time) =>
    sessionEnd(zone, { startDate, endDate }, time),
  );
  // Seats are given out elsewhere: how many are left, and until when, a file does not know.
  given['registration'] = given['registration'] === null ? null : { ...registrationElsewhere };
  const result = fitShape(sessionsReads.getSession.response, given);
  if (!result.ok) return { issue: result.issues[0]! };
  return { session: result.value as Session };
}

/** `HH:MM` as an instant that says this hour, `2026-07-30T15:00:00+01:00`; whatever else it is stays as it is. */
function announced(hour: unknown, zone: string, instantOf: (time: string) => Date): unknown {
  if (typeof hour !== 'string' || !/^\d{2}:\d{2}$/.test(hour)) return hour;
  const instant = instantOf(hour);
  return Number.isNaN(instant.getTime()) ? '' : withOffset(zone, instant);
}
