import type { DatabaseTransaction } from '../database/database.js';
import { freeSeats, type SessionRow } from './session-records.js';

/**
 * Takes the row lock under which the seats of a session change hands. Whoever comes next waits here, and then
 * reads the numbers as this transaction left them.
 */
export async function lockSession(
  transaction: DatabaseTransaction,
  site: string,
  session: string,
): Promise<SessionRow | undefined> {
  return transaction
    .selectFrom('session')
    .selectAll()
    .where('site', '=', site)
    .where('session', '=', session)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Stores the numbers of a locked session, after giving its free seats to those who have waited longest.
 */
export async function settleSeats(
  transaction: DatabaseTransaction,
  {
    site,
    session,
    ...numbers
  }: Pick<SessionRow, 'site' | 'session' | 'capacity' | 'confirmed' | 'waiting' | 'last_turn'>,
): Promise<void> {
  const promotions = Math.min(freeSeats(numbers) ?? numbers.waiting, numbers.waiting);
  if (promotions > 0) {
    const first = transaction
      .selectFrom('registration')
      .select('registration')
      .where('site', '=', site)
      .where('session', '=', session)
      .where('status', '=', 'waitlisted')
      .orderBy('turn')
      .limit(promotions);
    await transaction
      .updateTable('registration')
      .set({ status: 'confirmed', promoted_at: new Date() })
      .where('site', '=', site)
      .where('registration', 'in', first)
      .execute();
  }
  await transaction
    .updateTable('session')
    .set({
      capacity: numbers.capacity,
      confirmed: numbers.confirmed + promotions,
      waiting: numbers.waiting - promotions,
      last_turn: numbers.last_turn,
    })
    .where('site', '=', site)
    .where('session', '=', session)
    .execute();
}
