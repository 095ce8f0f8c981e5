import type { Database, DatabaseTransaction } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { queueSessionMail } from '../mail/outbox.js';
import { isIdentifier } from '../operations/operation.js';
import { lockSession, placesOf, settleSeats } from './seats.js';
import type { SessionRow } from './session-records.js';

/** A registration that gives back what it holds. */
interface Holder {
  readonly registration: string;
  readonly status: string;
  readonly places: number;
}

/**
 * Takes seats and places in the line of a locked session back from some. Answers the session with its new numbers, not
 * stored yet. `confirm_by` stays, so that nobody sees from outside what became of them before it is over.
 */
export async function takeBack(
  transaction: DatabaseTransaction,
  session: SessionRow,
  holders: readonly Holder[],
): Promise<SessionRow> {
  if (holders.length === 0) return session;
  await transaction
    .updateTable('registration')
    .set({ status: 'cancelled', cancelled_at: new Date() })
    .where('site', '=', session.site)
    .where(
      'registration',
      'in',
      holders.map(({ registration }) => registration),
    )
    .execute();
  const seated = holders.filter(({ status }) => status === 'confirmed');
  return {
    ...session,
    confirmed: session.confirmed - placesOf(seated),
    waiting: session.waiting - (holders.length - seated.length),
  };
}

/** {@link takeBack} from those whose address was not confirmed in time. */
export async function takeBackUnconfirmed(
  transaction: DatabaseTransaction,
  session: SessionRow,
  now: Date,
): Promise<SessionRow> {
  const late = await transaction
    .selectFrom('registration')
    .select(['registration', 'status', 'places'])
    .where('site', '=', session.site)
    .where('session', '=', session.session)
    .where('status', '<>', 'cancelled')
    .where('confirm_by', '<=', now)
    .execute();
  return takeBack(transaction, session, late);
}

/** Gives what was kept for addresses that nobody confirmed in time to those who wait, at every session. */
export async function freeUnconfirmed(database: Database, now = new Date()): Promise<void> {
  const sessions = await database.reader
    .selectFrom('registration')
    .select(['site', 'session'])
    .distinct()
    .where('status', '<>', 'cancelled')
    .where('confirm_by', '<=', now)
    .execute();
  for (const { site, session: id } of sessions) {
    await database.transaction(async (transaction) => {
      const session = await lockSession(transaction, site, id);
      if (!session) return;
      await settleSeats(transaction, await takeBackUnconfirmed(transaction, session, now));
    });
  }
}

/**
 * Confirms the address of a registration by the code in the mail; true if it is confirmed now, or was before. False
 * tells nothing: a code that is wrong, too late or of a registration that never was.
 */
export async function confirmAddress(
  { database, keyring }: { readonly database: Database; readonly keyring: Keyring },
  site: string,
  registration: string,
  code: string,
): Promise<boolean> {
  if (!isIdentifier(site) || !isIdentifier(registration)) return false;
  const hash = (typed: string) => keyring.lookupHash('confirm', site, typed);
  if (hash(code) !== hash(keyring.codeFor('confirm', site, registration))) return false;
  return database.transaction(async (transaction) => {
    const find = () =>
      transaction
        .selectFrom('registration')
        .select(['session', 'status', 'confirm_by', 'confirmed_at'])
        .where('site', '=', site)
        .where('registration', '=', registration)
        .executeTakeFirst();
    const found = await find();
    const session = found && (await lockSession(transaction, site, found.session));
    // Read again now that nobody else can take it back.
    const row = session && (await find());
    if (!row || row.status === 'cancelled') return false;
    if (row.confirmed_at !== null) return true;
    const now = new Date();
    if (row.confirm_by === null || row.confirm_by <= now) return false;
    await transaction
      .updateTable('registration')
      .set({ confirm_by: null, confirmed_at: now })
      .where('site', '=', site)
      .where('registration', '=', registration)
      .execute();
    const { status } = session;
    const isCalledOff = status === 'cancelled' || status === 'postponed';
    await queueSessionMail(transaction, isCalledOff ? status : row.status, session, [registration]);
    return true;
  });
}
