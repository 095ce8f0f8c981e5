import type { LocalizedText } from '@nafida/contract';
import { civilTimeIn, instantIn, zoneNamed } from '@nafida/contract/civil-time.js';
import { sessionEnd } from '@nafida/contract/session-end.js';
import type { CheckedSession } from '@nafida/contract/staff.js';
import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';
import type { DatabaseTransaction } from '../database/database.js';
import type { SessionMessageKind } from '../database/outbox-message.js';
import type { SessionDetails } from '../database/tables.js';
import { queueSessionMail } from '../mail/outbox.js';
import { isIdentifier } from '../operations/operation.js';
import { placeOfReference, questionPlaceIssues } from '../operations/places.js';
import { invalidField, invalidInput } from '../operations/problem-error.js';
import type { SiteRecord } from '../operations/site-record.js';
import { settleSeats } from './seats.js';
import { isOver, type SessionRow } from './session-records.js';
import { searchVector } from './session-words.js';

/** A session as it is to be stored, without the numbers of its seats. */
export interface SessionContent {
  readonly key: string;
  readonly capacity: number | null;
  readonly questions: SessionRow['questions'];
  readonly details: SessionDetails;
  readonly content: Omit<
    SessionRow,
    | 'site'
    | 'session'
    | 'details'
    | 'questions'
    | 'capacity'
    | 'sequence'
    | 'confirmed'
    | 'waiting'
    | 'last_turn'
    | 'updated_at'
  >;
}

/** Stores new sessions, in one statement. */
export async function insertSessions(
  transaction: DatabaseTransaction,
  site: string,
  sessions: readonly SessionContent[],
): Promise<SessionRow[]> {
  if (sessions.length === 0) return [];
  const numbers = { sequence: 0, confirmed: 0, waiting: 0, last_turn: 0 };
  const rows = sessions.map(({ key, content, details, questions, capacity }) => ({
    site,
    session: key,
    ...content,
    details,
    questions,
    capacity,
    ...numbers,
    updated_at: new Date(),
  }));
  await transaction
    .insertInto('session')
    .values(rows.map((row) => ({ ...row, ...writtenOf(row) })))
    .execute();
  return rows;
}

/**
 * Stores a change of a locked session, with `sequence` one higher. People who registered get messages about changes
 * that concern them. More seats go to the people who wait; fewer seats take none away.
 */
export async function updateSession(
  transaction: DatabaseTransaction,
  stored: SessionRow,
  { content, details, questions, capacity }: SessionContent,
): Promise<{ readonly outcome: 'updated' | 'unchanged'; readonly row: SessionRow }> {
  // Without registration there is no capacity to speak of; the seats already given keep theirs.
  const capacityNow = content.registration ? capacity : stored.capacity;
  const now = Object.fromEntries(
    Object.keys(content).map((column) => [column, stored[column as keyof typeof stored]]),
  );
  const isSame =
    canonicalJson([now, stored.details, stored.questions, stored.capacity]) ===
    canonicalJson([content, details, questions, capacityNow]);
  if (isSame) return { outcome: 'unchanged', row: stored };
  const change = { ...content, updated_at: new Date(), sequence: stored.sequence + 1 };
  await transaction
    .updateTable('session')
    .set({ ...change, ...writtenOf({ details, questions }) })
    .where('site', '=', stored.site)
    .where('session', '=', stored.session)
    .execute();
  const row = { ...stored, ...change, details, questions, capacity: capacityNow };
  const news = newsOf(stored, row);
  if (news) await queueSessionMail(transaction, news, row);
  return { outcome: 'updated', row: await settleSeats(transaction, row) };
}

/** The columns whose written form differs from the one that is read. */
function writtenOf({ details, questions }: Pick<SessionRow, 'details' | 'questions'>) {
  return {
    details: JSON.stringify(details),
    questions: JSON.stringify(questions),
    words: searchVector(details),
  };
}

/** The news of a change for people who registered; nothing if the session is over, or if only texts were corrected. */
function newsOf(before: SessionRow, after: SessionRow): SessionMessageKind | undefined {
  if (isOver(after, after.updated_at)) return undefined;
  if (after.status !== before.status) {
    if (after.status === 'cancelled' || after.status === 'postponed') return after.status;
  }
  if (after.status !== 'scheduled') return undefined;
  const days = (row: SessionRow) => `${row.start_date} ${row.end_date}`;
  if (days(before) !== days(after)) return 'rescheduled';
  const whereAndWhen = ({
    start_clock,
    end_clock,
    time_zone,
    type_of_meeting,
    details,
  }: SessionRow) =>
    canonicalJson([
      start_clock,
      end_clock,
      time_zone,
      type_of_meeting,
      details.venue,
      details.room,
      details.onlineUrl,
    ]);
  if (before.status !== 'scheduled') return 'restored';
  return whereAndWhen(before) === whereAndWhen(after) ? undefined : 'changed';
}

/**
 * The columns of a session.
 *
 * @throws ProblemError `invalid_input`
 */
export function contentOfSession(session: CheckedSession, site: SiteRecord): SessionContent {
  const { startDate, endDate = startDate, series } = session;
  const territory = session.territory ?? site.territory;
  const zone = zoneNamed(session.timeZone);
  if (!zone) throw invalidField('timeZone', 'invalid_format');
  const startClock = clockOf(zone, session.startTime);
  const endClock = clockOf(zone, session.endTime);
  const startTime = startClock === null ? null : instantIn(zone, startDate, startClock);
  const endTime = endClock === null ? null : sessionEnd(zone, { startDate, endDate }, endClock);
  const endsFirst = endDate < startDate || (startTime && endTime && endTime < startTime);
  if (endsFirst) throw invalidField('endDate', 'too_small');
  const place = placeOfReference(territory);
  if (!place) throw invalidField('territory', 'unknown_territory');
  const { registration } = session;
  const issues = questionPlaceIssues(registration?.questions ?? [], 'registration.questions');
  if (issues.length > 0) throw invalidInput(...issues);
  return {
    key: idOf(session.id),
    capacity: registration?.capacity ?? null,
    questions: registration?.questions ?? [],
    details: detailsOf(session, site, zone),
    content: {
      parent: session.parent === null ? null : idOf(session.parent),
      kind: session.kind,
      type_of_meeting: session.typeOfMeeting,
      status: session.status,
      start_date: startDate,
      end_date: endDate,
      start_clock: startClock,
      end_clock: endClock,
      time_zone: zone,
      starts_at: startTime ?? instantIn(zone, startDate),
      territory_code: territory.code,
      territory_vintage: territory.vintage,
      place_code: place.code,
      series: series && (series.id ?? seriesIdOf(series.name)),
      audiences: session.audiences,
      demonstration: session.demonstration ?? site.demonstration,
      registration: registration !== null,
      places_per_registration: registration?.placesPerRegistration ?? 1,
      several_per_contact: registration?.severalPerContact ?? false,
      registration_opens_at: instantOrNull(registration?.opensAt),
      registration_closes_at: instantOrNull(registration?.closesAt),
    },
  };
}

function detailsOf(session: CheckedSession, site: SiteRecord, zone: string): SessionDetails {
  const { startDate, series } = session;
  return {
    title: session.title,
    description: session.description,
    venue: session.venue,
    room: session.room,
    onlineUrl: session.onlineUrl,
    organisers: session.organisers,
    languages: session.languages ?? site.locales,
    accessibility: session.accessibility,
    agenda: session.agenda.map(({ title, date, startTime: time, minutes, room }) => ({
      title,
      date: date ?? dateIn(time) ?? startDate,
      clock: clockOf(zone, time),
      minutes,
      room,
    })),
    series: series && { name: series.name, ordinal: series.ordinal },
    statusNote: session.statusNote,
    closingReport: session.closingReport,
    linkedProposals: session.linkedProposals,
    url: session.url,
  };
}

/**
 * The local time at the place. An instant with an offset contains it, whatever our zone data say; for an instant in UTC
 * it is computed.
 */
function clockOf(zone: string, hour: string | null): string | null {
  const clock = hour?.split('T')[1];
  if (hour === null || clock === undefined) return hour;
  return hour.endsWith('Z') ? civilTimeIn(zone, new Date(hour)) : clock.slice(0, 5);
}

/** The day in an instant of the protocol. */
function dateIn(hour: string | null): string | undefined {
  return hour?.includes('T') ? hour.slice(0, 10) : undefined;
}

/** The id of a series that has none of its own; the migration `0003-agenda` makes the same. */
function seriesIdOf({ fr, ar, en, zgh }: LocalizedText): string {
  return `s-${hashOf(fr ?? ar ?? en ?? zgh ?? '')}`;
}

/** The id in paths: the file's own if a path can contain it, otherwise one that is always made from it in the same way. */
export function idOf(external: string): string {
  // An ending of calendars would be taken for one in a path.
  if (isIdentifier(external) && !external.endsWith('.ics')) return external;
  return `s-${hashOf(external)}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function instantOrNull(instant: string | null | undefined): Date | null {
  return instant == null ? null : new Date(instant);
}
