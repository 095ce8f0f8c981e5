import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import type { LocalizedText } from '@nafida/contract';
import { canonicalJson } from '../canonical-json.js';
import { civilTimeIn, instantIn } from '../civil-time.js';
import type { Database, DatabaseReader, DatabaseTransaction } from '../database/database.js';
import type { SessionDetails } from '../database/tables.js';
import { isIdentifier } from '../participation/operation.js';
import { lockSessions, settleSeats } from '../participation/seats.js';
import type { SessionRow } from '../participation/session-records.js';
import { searchVector } from '../participation/session-words.js';
import type { SiteRecord } from '../participation/sites.js';
import { CommandError } from './command-error.js';
import type { CheckedSession, sessionsImportSchema } from './inputs.js';
import { requirePlaceOf, requireSite } from './site-commands.js';

/** How many sessions of a file were what. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
}

/**
 * Brings the agenda in step with a file, all of it or nothing: new ids are created, changed sessions updated with
 * `sequence` one higher, the others left alone. Sessions that the file does not name stay; cancelling is a status.
 * A higher capacity gives the seats to those who wait; a lower one takes no seat from anybody.
 */
export async function importSessions(
  database: Database,
  { site: id, sessions }: z.output<typeof sessionsImportSchema>,
): Promise<ImportReport> {
  const site = await requireSite(database.reader, id);
  const rows = sessions.map((session) => rowOf(session, site));
  const repeated = firstRepeated(rows.map(({ key }) => key));
  if (repeated !== undefined) throw new CommandError(`The id "${repeated}" is there twice.`);
  await requireParents(database.reader, id, rows);
  // In one order, so that two imports at once never wait for each other in a circle.
  rows.sort((one, other) => (one.key < other.key ? -1 : 1));
  return database.transaction(async (transaction) => {
    const report: ImportReport = { created: 0, updated: 0, unchanged: 0 };
    for (let at = 0; at < rows.length; at += portion) {
      await importSome(transaction, id, rows.slice(at, at + portion), report);
    }
    return report;
  });
}

/** Rows that one statement takes: it may have 65,535 parameters. */
const portion = 500;

type ImportedRow = ReturnType<typeof rowOf>;

async function importSome(
  transaction: DatabaseTransaction,
  site: string,
  rows: readonly ImportedRow[],
  report: ImportReport,
): Promise<void> {
  const keys = rows.map(({ key }) => key);
  const stored = new Map(
    (await lockSessions(transaction, site, keys)).map((row) => [row.session, row]),
  );
  const created = rows.filter(({ key }) => !stored.has(key));
  if (created.length > 0) {
    const values = created.map((row) => ({
      site,
      session: row.key,
      ...announcedBy(row),
      capacity: row.capacity,
      sequence: 0,
      confirmed: 0,
      waiting: 0,
      last_turn: 0,
    }));
    await transaction.insertInto('session').values(values).execute();
  }
  report.created += created.length;
  for (const row of rows) {
    const before = stored.get(row.key);
    if (before) report[await updateOne(transaction, before, row)]++;
  }
}

async function updateOne(
  transaction: DatabaseTransaction,
  stored: SessionRow,
  row: ImportedRow,
): Promise<'updated' | 'unchanged'> {
  const { content, details, questions, capacity } = row;
  // Without registration there is no capacity to speak of; the seats already given keep theirs.
  const capacityNow = content.registration ? capacity : stored.capacity;
  const now = Object.fromEntries(
    Object.keys(content).map((column) => [column, stored[column as keyof typeof stored]]),
  );
  const isSame =
    canonicalJson([now, stored.details, stored.questions, stored.capacity]) ===
    canonicalJson([content, details, questions, capacityNow]);
  if (isSame) return 'unchanged';
  await transaction
    .updateTable('session')
    .set({ ...announcedBy(row), sequence: stored.sequence + 1 })
    .where('site', '=', stored.site)
    .where('session', '=', stored.session)
    .execute();
  await settleSeats(transaction, { ...stored, status: content.status, capacity: capacityNow });
  return 'updated';
}

/** The columns that a file fills, whether the session is new or not. */
function announcedBy({ content, details, questions }: ImportedRow) {
  return {
    ...content,
    details: JSON.stringify(details),
    questions: JSON.stringify(questions),
    words: searchVector(details),
    updated_at: new Date(),
  };
}

function firstRepeated(keys: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return keys.find((key) => seen.size === seen.add(key).size);
}

function rowOf(session: CheckedSession, site: SiteRecord) {
  const { startDate, endDate = startDate, timeZone: zone, series } = session;
  const territory = session.territory ?? site.territory;
  const startClock = clockOf(zone, session.startTime);
  const endClock = clockOf(zone, session.endTime);
  const startTime = startClock === null ? null : instantIn(zone, startDate, startClock);
  const endTime = endClock === null ? null : instantIn(zone, endDate, endClock);
  const endsFirst = endDate < startDate || (startTime && endTime && endTime < startTime);
  if (endsFirst) throw new CommandError(`The session "${session.id}" ends before it begins.`);
  const { registration } = session;
  const details: SessionDetails = {
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
    closingReport: session.closingReport,
    linkedProposals: session.linkedProposals,
    url: session.url,
  };
  return {
    key: idOf(session.id),
    capacity: registration?.capacity ?? null,
    questions: registration?.questions ?? [],
    details,
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
      place_code: requirePlaceOf(territory).code,
      series: series && (series.id ?? seriesIdOf(series.name)),
      audiences: session.audiences,
      demonstration: session.demonstration ?? site.demonstration,
      registration: registration !== null,
      places_per_registration: registration?.placesPerRegistration ?? 1,
      registration_opens_at: instantOrNull(registration?.opensAt),
      registration_closes_at: instantOrNull(registration?.closesAt),
    },
  };
}

/** Throws unless every event that a session names is there or comes with it, and is no part itself. */
async function requireParents(
  reader: DatabaseReader,
  site: string,
  rows: readonly ImportedRow[],
): Promise<void> {
  const coming = new Map(rows.map(({ key, content }) => [key, content.parent]));
  const named = [...new Set([...coming.values()].filter((parent) => parent !== null))];
  if (named.length === 0) return;
  const stored = await reader
    .selectFrom('session')
    .select(['session', 'parent'])
    .where('site', '=', site)
    .where((either) => either.or([either('session', 'in', named), either('parent', 'in', named)]))
    .execute();
  const parents = new Map([...stored.map((row) => [row.session, row.parent] as const), ...coming]);
  for (const [key, parent] of parents) {
    if (parent === null || !named.includes(parent)) continue;
    if (!parents.has(parent)) {
      throw new CommandError(`The session "${key}" is part of "${parent}", which is not there.`);
    }
    if (key === parent || parents.get(parent) !== null) {
      throw new CommandError(
        `The session "${key}" is part of "${parent}", which is a part itself: name the whole event.`,
      );
    }
  }
}

/**
 * What the clocks of the place will show. An instant with an offset says so itself, whatever our zone data make of
 * it; one in UTC has to be worked out.
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

/** The id in paths: the file's own where it can stand in one, else always the same one made from it. */
function idOf(external: string): string {
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
