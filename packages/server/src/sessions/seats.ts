import { mostPlacesPerRegistration } from '@nafida/contract';
import type { DatabaseTransaction } from '../database/database.js';
import { queueSessionMail } from '../mail/outbox.js';
import { sessionColumns, type SessionRow } from './session-records.js';

/**
 * Takes the row lock for the seats of a session. Others wait here, and then read the numbers that this transaction has
 * left.
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

/**
 * Stores the numbers of a locked session, after giving its free seats to those who have waited longest, and telling
 * them: strictly in order, up to the first whose places do not fit. Nobody moves up at a session that was called off
 * or is closed. Answers the session as it is then.
 */
export async function settleSeats(
  transaction: DatabaseTransaction,
  session: SessionRow,
): Promise<SessionRow> {
  const promoted = await nextInLine(transaction, session);
  const ids = promoted.map(({ registration }) => registration);
  if (promoted.length > 0) {
    await transaction
      .updateTable('registration')
      .set({ status: 'confirmed', promoted_at: new Date(), moved_at: null })
      .where('site', '=', session.site)
      .where('registration', 'in', ids)
      .execute();
    await queueSessionMail(transaction, 'promoted', session, ids);
  }
  const numbers = {
    capacity: session.capacity,
    confirmed: session.confirmed + placesOf(promoted),
    waiting: session.waiting - promoted.length,
    last_turn: session.last_turn,
  };
  await transaction
    .updateTable('session')
    .set(numbers)
    .where('site', '=', session.site)
    .where('session', '=', session.session)
    .execute();
  return { ...session, ...numbers };
}

/**
 * Moves those who were confirmed last back to the head of the waiting list, in order, until the places of a locked
 * session are enough for the others, and sends them messages. Returns the session with its new numbers, not stored yet.
 */
export async function moveBack(
  transaction: DatabaseTransaction,
  session: SessionRow,
): Promise<{ session: SessionRow; moved: string[] }> {
  const { site, capacity } = session;
  let { confirmed } = session;
  const moved: string[] = [];
  if (capacity === null || confirmed <= capacity) return { session, moved };
  const lastFirst = await transaction
    .selectFrom('registration')
    .select(['registration', 'places'])
    .where('site', '=', site)
    .where('session', '=', session.session)
    .where('status', '=', 'confirmed')
    .orderBy('turn', 'desc')
    .limit(confirmed - capacity)
    .execute();
  for (const { registration, places } of lastFirst) {
    if (confirmed <= capacity) break;
    confirmed -= places;
    moved.push(registration);
  }
  await transaction
    .updateTable('registration')
    .set({ status: 'waitlisted', moved_at: new Date(), promoted_at: null })
    .where('site', '=', site)
    .where('registration', 'in', moved)
    .execute();
  await queueSessionMail(transaction, 'moved', session, moved);
  return { session: { ...session, confirmed, waiting: session.waiting + moved.length }, moved };
}

async function nextInLine(
  transaction: DatabaseTransaction,
  { site, session, status, capacity, confirmed, waiting }: SessionRow,
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
