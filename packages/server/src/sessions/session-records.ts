import type { Session } from '@nafida/contract';
import { civilDateIn, instantIn, withOffset } from '@nafida/contract/civil-time.js';
import { sessionEnd } from '@nafida/contract/session-end.js';
import { daysAfter } from '@nafida/contract/staff.js';
import type { Selectable } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import type { SessionTable, StoredAgendaItem } from '../database/tables.js';
import { nextOf } from '../operations/operation.js';

/** All of a session but the words it is found by, which nobody reads. */
export const sessionColumns = [
  'site',
  'session',
  'parent',
  'kind',
  'type_of_meeting',
  'status',
  'start_date',
  'end_date',
  'start_clock',
  'end_clock',
  'time_zone',
  'starts_at',
  'territory_code',
  'territory_vintage',
  'place_code',
  'series',
  'audiences',
  'details',
  'demonstration',
  'sequence',
  'updated_at',
  'registration',
  'registration_opens_at',
  'registration_closes_at',
  'places_per_registration',
  'several_per_contact',
  'questions',
  'capacity',
  'confirmed',
  'waiting',
  'last_turn',
] as const satisfies readonly (keyof SessionTable)[];

/** A session as it is stored. */
export type SessionRow = Pick<Selectable<SessionTable>, (typeof sessionColumns)[number]>;

function startOf({ time_zone, start_date, start_clock }: SessionRow): Date | null {
  return start_clock === null ? null : instantIn(time_zone, start_date, start_clock);
}

function endOf({ time_zone, start_date, end_date, end_clock }: SessionRow): Date | null {
  if (end_clock === null) return null;
  return sessionEnd(time_zone, { startDate: start_date, endDate: end_date }, end_clock);
}

function writtenIn({ time_zone }: SessionRow, instant: Date | null): string | null {
  return instant && withOffset(time_zone, instant);
}

/** Whether seats can be asked for at `now`, by the server's clock. */
export function registrationStateOf(row: SessionRow, now: Date): 'not_open' | 'open' | 'closed' {
  if (row.status !== 'scheduled' || isOver(row, now) || hasClosed(row, now)) return 'closed';
  const isOpen = !row.registration_opens_at || row.registration_opens_at <= now;
  return isOpen ? 'open' : 'not_open';
}

/** Without a closing time registration closes when the session begins, or with its first day when no hour is known. */
function hasClosed(row: SessionRow, now: Date): boolean {
  const closesAt = row.registration_closes_at ?? startOf(row);
  return closesAt ? closesAt <= now : civilDateIn(row.time_zone, now) > row.start_date;
}

/** When any of these sessions next changes by itself, as its registration opens or closes; null if none will. */
export function nextTurn(rows: readonly SessionRow[], now: Date): Date | null {
  return nextOf(
    now,
    rows
      .filter(({ registration }) => registration)
      .flatMap((row) => [
        row.registration_opens_at,
        row.registration_closes_at,
        startOf(row) ?? endOfDay(row.time_zone, row.start_date),
        endOf(row) ?? endOfDay(row.time_zone, row.end_date),
      ]),
  );
}

function endOfDay(zone: string, date: string): Date {
  return instantIn(zone, daysAfter(date, 1));
}

/** Whether the session is over. */
export function isOver(row: SessionRow, now: Date): boolean {
  if (row.status === 'held') return true;
  const end = endOf(row);
  return end ? end <= now : civilDateIn(row.time_zone, now) > row.end_date;
}

/**
 * The free seats for the next person, null without limit. None while anybody waits: there may be too few seats for the
 * first in line, but nobody overtakes.
 */
export function freeSeats(
  row: Pick<SessionRow, 'capacity' | 'confirmed' | 'waiting'>,
): number | null {
  if (row.capacity === null) return null;
  return row.waiting > 0 ? 0 : Math.max(0, row.capacity - row.confirmed);
}

/** Sessions of one site as the public sees them at `now`. */
export async function sessionsOf(
  reader: DatabaseReader,
  rows: readonly SessionRow[],
  now: Date,
): Promise<Session[]> {
  const published = await publishedAmong(reader, rows);
  return rows.map((row) => sessionOf(row, now, published));
}

/** Which of the proposals that these sessions name are public. */
async function publishedAmong(
  reader: DatabaseReader,
  rows: readonly SessionRow[],
): Promise<ReadonlySet<string>> {
  const named = rows.flatMap(({ details }) => details.linkedProposals);
  const [first] = rows;
  if (!first || named.length === 0) return new Set();
  const published = await reader
    .selectFrom('proposal')
    .select('reference')
    .where('site', '=', first.site)
    .where('reference', 'in', [...new Set(named)])
    .where('moderation', '=', 'published')
    .execute();
  return new Set(published.map(({ reference }) => reference));
}

function agendaItemOf(row: SessionRow, { title, date, clock, minutes, room }: StoredAgendaItem) {
  const startTime = clock === null ? null : instantIn(row.time_zone, date, clock);
  return { title, startTime: writtenIn(row, startTime), minutes, room };
}

/** A session at `now`; of the proposals it names, those `published`. */
export function sessionOf(row: SessionRow, now: Date, published: ReadonlySet<string>): Session {
  const { details } = row;
  return {
    id: row.session,
    parent: row.parent,
    kind: row.kind,
    title: details.title,
    description: details.description,
    typeOfMeeting: row.type_of_meeting,
    status: row.status,
    statusNote: details.statusNote,
    startDate: row.start_date,
    endDate: row.end_date,
    startTime: writtenIn(row, startOf(row)),
    endTime: writtenIn(row, endOf(row)),
    timeZone: row.time_zone,
    territory: { code: row.territory_code, vintage: row.territory_vintage },
    venue: details.venue,
    room: details.room,
    onlineUrl: details.onlineUrl,
    organisers: details.organisers,
    languages: details.languages,
    accessibility: details.accessibility,
    audiences: row.audiences,
    agenda: details.agenda.map((item) => agendaItemOf(row, item)),
    series: details.series && { id: row.series, ...details.series },
    registration: row.registration
      ? {
          state: registrationStateOf(row, now),
          opensAt: row.registration_opens_at?.toISOString() ?? null,
          closesAt: row.registration_closes_at?.toISOString() ?? null,
          capacity: row.capacity,
          remaining: freeSeats(row),
          waiting: row.waiting,
          placesPerRegistration: row.places_per_registration,
          severalPerContact: row.several_per_contact,
          questions: row.questions,
        }
      : null,
    closingReport: details.closingReport,
    linkedProposals: details.linkedProposals.filter((reference) => published.has(reference)),
    url: details.url,
    demonstration: row.demonstration,
    sequence: row.sequence,
    updatedAt: row.updated_at.toISOString(),
  } as Session;
}
