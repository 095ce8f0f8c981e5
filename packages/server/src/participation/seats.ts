import { mostPlacesPerRegistration } from '@nafida/contract';
import type { DatabaseTransaction } from '../database/database.js';
import { sessionColumns, type SessionRow } from './session-records.js';

/**
 * Takes the row lock under which the seats of a session change hands. Whoever comes next waits here, and then
 * reads the numbers as this transaction left them.
 */
export async function lockSession(
  transaction: DatabaseTransaction,
  site: string,
  session: string,
): Promise<SessionRow | undefined> {
  const [locked] = await lockSessions(transaction, site, [session]);
  return locked;
}

/** Takes the locks of several sessions, in the order of their ids; those that are not there are left out. */
export async function lockSessions(
  transaction: DatabaseTransaction,
  site: string,
  sessions: readonly string[],
): Promise<SessionRow[]> {
  return transaction
    .selectFrom('session')
    .select(sessionColumns)
    .where('site', '=', site)
    .where('session', 'in', sessions)
    .orderBy('session')
    .forUpdate()
    .execute();
}

/** The session as it is locked, with its numbers as they are to be. */
export type SeatNumbers = Pick<
  SessionRow,
  'site' | 'session' | 'status' | 'capacity' | 'confirmed' | 'waiting' | 'last_turn'
>;

/**
 * Stores the numbers of a locked session, after giving its free seats to those who have waited longest: strictly in
 * order, up to the first whose places do not fit. Nobody moves up at a session that was called off or is closed.
 */
export async function settleSeats(
  transaction: DatabaseTransaction,
  { site, session, ...numbers }: SeatNumbers,
): Promise<void> {
  const promoted = await nextInLine(transaction, { site, session, ...numbers });
  if (promoted.length > 0) {
    await transaction
      .updateTable('registration')
      .set({ status: 'confirmed', promoted_at: new Date(), moved_at: null })
      .where('site', '=', site)
      .where(
        'registration',
        'in',
        promoted.map(({ registration }) => registration),
      )
      .execute();
  }
  await transaction
    .updateTable('session')
    .set({
      capacity: numbers.capacity,
      confirmed: numbers.confirmed + placesOf(promoted),
      waiting: numbers.waiting - promoted.length,
      last_turn: numbers.last_turn,
    })
    .where('site', '=', site)
    .where('session', '=', session)
    .execute();
}

async function nextInLine(
  transaction: DatabaseTransaction,
  { site, session, status, capacity, confirmed, waiting }: SeatNumbers,
) {
  const free = capacity === null ? waiting * mostPlacesPerRegistration : capacity - confirmed;
  if (free <= 0 || waiting === 0 || status === 'cancelled' || status === 'held') return [];
  const line = await transaction
    .selectFrom('registration')
    .select(['registration', 'places'])
    .where('site', '=', site)
    .where('session', '=', session)
    .where('status', '=', 'waitlisted')
    .orderBy('turn')
    // Everybody has one place at least.
    .limit(Math.min(free, waiting))
    .execute();
  let left = free;
  const firstTooLarge = line.findIndex(({ places }) => (left -= places) < 0);
  return firstTooLarge < 0 ? line : line.slice(0, firstTooLarge);
}

/** Places of several registrations together. */
export function placesOf(registrations: readonly { places: number }[]): number {
  return registrations.reduce((sum, { places }) => sum + places, 0);
}
