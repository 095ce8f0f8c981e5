import type { registrationStatuses } from '@nafida/contract';
import type { CheckIn, StaffRegistration } from '@nafida/contract/staff.js';
import { sql } from 'kysely';
import { inGroups, readTypedCode } from '@nafida/contract/typed-code.js';
import type { Database, DatabaseReader } from '../database/database.js';
import { Cursors, defaultLimit } from '../operations/cursor.js';
import { isIdentifier, type Handler } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';
import { doorCodeLength, registrationOf, type RegistrationRow } from './registrations.js';

type RegistrationStatus = (typeof registrationStatuses)[number];

interface Choice {
  readonly ids?: readonly string[];
  readonly status?: RegistrationStatus | undefined;
  readonly promotedSince?: Date;
  readonly doorCode?: string;
  readonly afterTurn?: number | undefined;
  readonly limit?: number;
}

function staffRegistrationOf(row: RegistrationRow, position: number | null): StaffRegistration {
  return {
    // What holds nothing is not waited for.
    ...registrationOf(row.status === 'cancelled' ? { ...row, confirm_by: null } : row, position),
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: row.language,
    answers: row.answers ?? {},
    needs: (row.needs ?? []) as StaffRegistration['needs'],
    needsDetails: row.needs_details,
    cancelledAt: row.cancelled_at?.toISOString() ?? null,
    checkedInAt: row.checked_in_at?.toISOString() ?? null,
  };
}

/** Registrations of a session in the order they came, with their rows. */
async function chosen(
  reader: DatabaseReader,
  { site, session }: { site: string; session: string },
  { ids, status, promotedSince, doorCode, afterTurn, limit }: Choice,
) {
  const line = reader
    .selectFrom('registration')
    .select(['site', 'registration', sql<number>`row_number() over (order by turn)`.as('position')])
    .where('site', '=', site)
    .where('session', '=', session)
    .where('status', '=', 'waitlisted')
    .as('line');
  let select = reader
    .selectFrom('registration')
    .leftJoin(line, (join) =>
      join
        .onRef('line.site', '=', 'registration.site')
        .onRef('line.registration', '=', 'registration.registration'),
    )
    .selectAll('registration')
    .select('line.position')
    .where('registration.site', '=', site)
    .where('registration.session', '=', session)
    .orderBy('registration.turn');
  if (ids) select = select.where('registration.registration', 'in', ids);
  if (status === 'unconfirmed') {
    select = select
      .where('registration.status', '<>', 'cancelled')
      .where('registration.confirm_by', 'is not', null);
  } else if (status) {
    select = select.where('registration.status', '=', status);
    if (status !== 'cancelled') select = select.where('registration.confirm_by', 'is', null);
  }
  if (promotedSince) select = select.where('registration.promoted_at', '>=', promotedSince);
  if (doorCode !== undefined) select = select.where('registration.door_code', '=', doorCode);
  if (afterTurn !== undefined) select = select.where('registration.turn', '>', afterTurn);
  if (limit !== undefined) select = select.limit(limit);
  return select.execute();
}

/** Registrations of a session as staff see them, in the order they came. */
export async function staffRegistrations(
  reader: DatabaseReader,
  session: { site: string; session: string },
  choice: Choice = {},
): Promise<StaffRegistration[]> {
  const rows = await chosen(reader, session, choice);
  return rows.map(({ position, ...row }) => staffRegistrationOf(row, position));
}

/** Throws `not_found`. */
export async function requireSession(
  reader: DatabaseReader,
  site: string,
  session: string,
): Promise<void> {
  const found =
    isIdentifier(session) &&
    (await reader
      .selectFrom('session')
      .select('session')
      .where('site', '=', site)
      .where('session', '=', session)
      .executeTakeFirst());
  if (!found) throw new ProblemError('not_found');
}

/** The registrations of a session for its staff, in the order they came, page by page. */
export const listSessionRegistrations: Handler<'listSessionRegistrations'> = async (
  { database, keyring },
  { site, parameters: { session }, query },
) => {
  await requireSession(database.reader, site.id, session);
  const limit = query.limit ?? defaultLimit;
  const cursors = new Cursors<[turn: number]>(keyring, site.id, `registrations ${session}`, query);
  const rows = await chosen(
    database.reader,
    { site: site.id, session },
    { status: query.status, afterTurn: cursors.read(query.cursor)?.[0], limit: limit + 1 },
  );
  const page = cursors.page(rows, limit, ({ turn }) => [turn]);
  return {
    body: {
      items: page.rows.map(({ position, ...row }) => staffRegistrationOf(row, position)),
      nextCursor: page.nextCursor,
    },
  };
};

/**
 * Lets somebody in by the code they show.
 *
 * @throws ProblemError `not_found`, `registration_not_confirmed`
 */
export async function checkInBy(
  database: Database,
  site: string,
  session: string,
  typed: string,
): Promise<CheckIn> {
  await requireSession(database.reader, site, session);
  const code = readTypedCode(typed, doorCodeLength);
  if (code === null) throw new ProblemError('not_found');
  const doorCode = inGroups(code);
  return database.transaction(async (transaction) => {
    const updated = await transaction
      .updateTable('registration')
      .set({ checked_in_at: new Date() })
      .where('site', '=', site)
      .where('session', '=', session)
      .where('door_code', '=', doorCode)
      .where('status', '=', 'confirmed')
      .where('confirm_by', 'is', null)
      .where('checked_in_at', 'is', null)
      .executeTakeFirst();
    const [registration] = await staffRegistrations(transaction, { site, session }, { doorCode });
    if (!registration) throw new ProblemError('not_found');
    if (registration.status !== 'confirmed') throw new ProblemError('registration_not_confirmed');
    return { registration, alreadyCheckedIn: updated.numUpdatedRows === 0n };
  });
}

/** Records by a door code that a person has come. */
export const checkIn: Handler<'checkIn'> = async ({ database }, { site, parameters, body }) => ({
  body: await checkInBy(database, site.id, parameters.session, body.doorCode),
});
