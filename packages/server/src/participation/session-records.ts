import type { Session } from '@nafida/contract';
import type { Selectable } from 'kysely';
import { civilDateIn, instantIn, withOffset } from '../civil-time.js';
import type { SessionTable } from '../database/tables.js';

/** A session as it is stored. */
export type SessionRow = Selectable<SessionTable>;

function startOf({ time_zone, start_date, start_clock }: SessionRow): Date | null {
  return start_clock === null ? null : instantIn(time_zone, start_date, start_clock);
}

function endOf({ time_zone, end_date, end_clock }: SessionRow): Date | null {
  return end_clock === null ? null : instantIn(time_zone, end_date, end_clock);
}

function writtenIn({ time_zone }: SessionRow, instant: Date | null): string | null {
  return instant && withOffset(time_zone, instant);
}

/** Whether seats can be asked for at `now`, by the server's clock. */
export function stateOfDesk(row: SessionRow, now: Date): 'not_open' | 'open' | 'closed' {
  if (row.status !== 'scheduled' || isOver(row, now) || hasClosed(row, now)) return 'closed';
  const isOpen = !row.registration_opens_at || row.registration_opens_at <= now;
  return isOpen ? 'open' : 'not_open';
}

/** Without a closing time the desk closes when the session begins, or with its first day when no hour is known. */
function hasClosed(row: SessionRow, now: Date): boolean {
  const closesAt = row.registration_closes_at ?? startOf(row);
  return closesAt ? closesAt <= now : civilDateIn(row.time_zone, now) > row.start_date;
}

/** Whether the session lies in the past. */
export function isOver(row: SessionRow, now: Date): boolean {
  if (row.status === 'held') return true;
  const end = endOf(row);
  return end ? end <= now : civilDateIn(row.time_zone, now) > row.end_date;
}

/**
 * Seats that whoever comes next can have, null without limit. None while anybody waits: they may be too few for
 * those first in line, but nobody overtakes them.
 */
export function freeSeats(row: Pick<SessionRow, 'capacity' | 'confirmed' | 'waiting'>) {
  if (row.capacity === null) return null;
  return row.waiting > 0 ? 0 : Math.max(0, row.capacity - row.confirmed);
}

/** A session as the public sees it at `now`. */
export function sessionOf(row: SessionRow, now: Date): Session {
  return {
    id: row.session,
    kind: row.kind,
    title: row.details.title,
    description: row.details.description,
    typeOfMeeting: row.type_of_meeting,
    status: row.status,
    startDate: row.start_date,
    endDate: row.end_date,
    startTime: writtenIn(row, startOf(row)),
    endTime: writtenIn(row, endOf(row)),
    timeZone: row.time_zone,
    territory: { code: row.territory_code, vintage: row.territory_vintage },
    venue: row.details.venue,
    onlineUrl: row.details.onlineUrl,
    organisers: row.details.organisers,
    languages: row.details.languages,
    accessibility: row.details.accessibility,
    series: row.details.series,
    registration: row.registration
      ? {
          state: stateOfDesk(row, now),
          opensAt: row.registration_opens_at?.toISOString() ?? null,
          closesAt: row.registration_closes_at?.toISOString() ?? null,
          capacity: row.capacity,
          remaining: freeSeats(row),
          waiting: row.waiting,
          placesPerRegistration: row.places_per_registration,
          questions: row.questions,
        }
      : null,
    closingReport: row.details.closingReport,
    demonstration: row.demonstration,
    sequence: row.sequence,
  } as Session;
}
