import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import { canonicalJson } from '../canonical-json.js';
import { instantIn } from '../civil-time.js';
import type { Database, DatabaseTransaction } from '../database/database.js';
import type { SessionDetails } from '../database/tables.js';
import { isIdentifier } from '../participation/operation.js';
import { lockSession, settleSeats } from '../participation/seats.js';
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
  const repeated = rows.find(({ key }, index) => rows.findIndex((row) => row.key === key) < index);
  if (repeated) throw new CommandError(`The id "${repeated.key}" is there twice.`);
  // In one order, so that two imports at once never wait for each other in a circle.
  rows.sort((one, other) => (one.key < other.key ? -1 : 1));
  return database.transaction(async (transaction) => {
    const report: ImportReport = { created: 0, updated: 0, unchanged: 0 };
    for (const row of rows) report[await importOne(transaction, id, row)]++;
    return report;
  });
}

type ImportedRow = ReturnType<typeof rowOf>;

async function importOne(
  transaction: DatabaseTransaction,
  site: string,
  { key, content, details, questions, capacity }: ImportedRow,
): Promise<keyof ImportReport> {
  const stored = await lockSession(transaction, site, key);
  if (!stored) {
    await transaction
      .insertInto('session')
      .values({
        site,
        session: key,
        ...content,
        details: JSON.stringify(details),
        questions: JSON.stringify(questions),
        capacity,
        sequence: 0,
        confirmed: 0,
        waiting: 0,
        last_turn: 0,
      })
      .execute();
    return 'created';
  }
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
    .set({
      ...content,
      details: JSON.stringify(details),
      questions: JSON.stringify(questions),
      sequence: stored.sequence + 1,
    })
    .where('site', '=', site)
    .where('session', '=', key)
    .execute();
  await settleSeats(transaction, { ...stored, status: content.status, capacity: capacityNow });
  return 'updated';
}

function rowOf(session: CheckedSession, site: SiteRecord) {
  const { startDate, endDate = startDate, timeZone: zone } = session;
  const territory = session.territory ?? site.territory;
  const startTime =
    session.startTime === null ? null : instantIn(zone, startDate, session.startTime);
  const endTime = session.endTime === null ? null : instantIn(zone, endDate, session.endTime);
  const endsFirst = endDate < startDate || (startTime && endTime && endTime < startTime);
  if (endsFirst) throw new CommandError(`The session "${session.id}" ends before it begins.`);
  const { registration } = session;
  const details: SessionDetails = {
    title: session.title,
    description: session.description,
    venue: session.venue,
    onlineUrl: session.onlineUrl,
    organisers: session.organisers,
    languages: session.languages ?? site.locales,
    accessibility: session.accessibility,
    series: session.series,
    closingReport: session.closingReport,
  };
  return {
    key: idOf(session.id),
    capacity: registration?.capacity ?? null,
    questions: registration?.questions ?? [],
    details,
    content: {
      kind: session.kind,
      type_of_meeting: session.typeOfMeeting,
      status: session.status,
      start_date: startDate,
      end_date: endDate,
      start_clock: session.startTime,
      end_clock: session.endTime,
      time_zone: zone,
      starts_at: startTime ?? instantIn(zone, startDate),
      territory_code: territory.code,
      territory_vintage: territory.vintage,
      place_code: requirePlaceOf(territory).code,
      demonstration: session.demonstration ?? site.demonstration,
      registration: registration !== null,
      places_per_registration: registration?.placesPerRegistration ?? 1,
      registration_opens_at: instantOrNull(registration?.opensAt),
      registration_closes_at: instantOrNull(registration?.closesAt),
    },
  };
}

/** The id in paths: the file's own where it can stand in one, else always the same one made from it. */
function idOf(external: string): string {
  if (isIdentifier(external)) return external;
  return `s-${createHash('sha256').update(external).digest('hex').slice(0, 16)}`;
}

function instantOrNull(instant: string | null | undefined): Date | null {
  return instant == null ? null : new Date(instant);
}
