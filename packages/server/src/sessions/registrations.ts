import {
  checkAnswers,
  emailKey,
  phoneKey,
  type Answers,
  type FieldIssue,
  type Registration,
} from '@nafida/contract';
import type { Selectable } from 'kysely';
import { randomBytes, randomUUID } from 'node:crypto';
import { inGroups, encodeCode } from '@nafida/contract/typed-code.js';
import type { DatabaseReader, DatabaseTransaction } from '../database/database.js';
import type { RegistrationTable } from '../database/tables.js';
import { hasRoomForMail, queueSessionMail, queueSessionMailOnceAnHour } from '../mail/outbox.js';
import { performOnce } from '../operations/idempotency.js';
import { isIdentifier, type Call, type Handler, type Services } from '../operations/operation.js';
import { answerPlaceIssues } from '../operations/places.js';
import { invalidInput, ProblemError } from '../operations/problem-error.js';
import { requireConsent } from '../sites/sites.js';
import { takeBack, takeBackUnconfirmed } from './confirmations.js';
import { lockSession, settleSeats } from './seats.js';
import { freeSeats, isOver, registrationStateOf, type SessionRow } from './session-records.js';

/** Characters of a door code, of 5 bits each. */
export const doorCodeLength = 8;

/** A registration as it is stored. */
export type RegistrationRow = Selectable<RegistrationTable>;

interface RegistrationAnswer extends Record<string, unknown> {
  readonly registration: Omit<Registration, 'manageToken'>;
}

/** A registration as its person sees it, without the token. */
export function registrationOf(
  row: RegistrationRow,
  position: number | null,
): RegistrationAnswer['registration'] {
  const status = statusOf(row);
  const isUnconfirmed = status === 'unconfirmed';
  return {
    id: row.registration,
    session: row.session,
    status,
    position: isUnconfirmed ? null : position,
    places: row.places,
    doorCode: row.door_code,
    createdAt: row.created_at.toISOString(),
    promotedAt: isUnconfirmed ? null : (row.promoted_at?.toISOString() ?? null),
    movedAt: isUnconfirmed ? null : (row.moved_at?.toISOString() ?? null),
    confirmBy: isUnconfirmed ? (row.confirm_by?.toISOString() ?? null) : null,
  };
}

/** Until its time is over, nothing tells a registration that holds a seat from one whose address has one already. */
function statusOf({ status, confirm_by }: RegistrationRow): Registration['status'] {
  if (confirm_by === null) return status;
  return confirm_by > new Date() ? 'unconfirmed' : 'cancelled';
}

/** Takes seats or a place on the waiting list; sent again with the same key, it takes them once. */
export const createRegistration: Handler<'createRegistration'> = async (services, call) => {
  const { site, parameters, body } = call;
  if (!isIdentifier(parameters.session)) throw new ProblemError('not_found');
  const attempt = {
    site: site.id,
    operation: 'createRegistration',
    key: call.idempotencyKey,
    proof: call.proof,
    content: [parameters.session, body],
  };
  const { result, replayed } = await performOnce(services, attempt, (transaction) =>
    register(services, call, transaction),
  );
  const { registration } = result;
  const manageToken = services.keyring.codeFor('manage', site.id, registration.id);
  return { body: { ...registration, manageToken }, replayed };
};

/** The registrations of a session that hold something by the same address or, where no mail is to confirm it, number. */
async function sameContact(
  transaction: DatabaseTransaction,
  { site, session }: SessionRow,
  { email_hash, phone_hash }: Pick<RegistrationRow, 'email_hash' | 'phone_hash'>,
) {
  return transaction
    .selectFrom('registration')
    .select(['registration', 'status', 'places', 'confirm_by'])
    .where('site', '=', site)
    .where('session', '=', session)
    .where('status', '<>', 'cancelled')
    .where((either) =>
      either.or([
        ...(email_hash === null ? [] : [either('email_hash', '=', email_hash)]),
        ...(phone_hash === null ? [] : [either('phone_hash', '=', phone_hash)]),
      ]),
    )
    .execute();
}

async function register(
  { keyring, confirmMinutes }: Services,
  { site, parameters, body }: Call<'createRegistration'>,
  transaction: DatabaseTransaction,
): Promise<RegistrationAnswer> {
  const locked = await lockSession(transaction, site.id, parameters.session);
  if (!locked) throw new ProblemError('not_found');
  const now = new Date();
  let session = await takeBackUnconfirmed(transaction, locked, now);
  const state = session.registration ? registrationStateOf(session, now) : 'closed';
  if (state === 'not_open') throw new ProblemError('registration_not_open');
  if (state === 'closed') throw new ProblemError('registration_closed');
  requireConsent(site, body.consent);

  const { places = 1 } = body;
  const answers = requireAnswers(session, body.answers, places);
  const hashes = {
    email_hash:
      body.email === undefined ? null : keyring.contactHash(site.id, emailKey(body.email)),
    phone_hash:
      body.phone === undefined ? null : keyring.contactHash(site.id, phoneKey(body.phone)),
  };
  const mustConfirm = confirmMinutes !== null && hashes.email_hash !== null;
  const earlier = session.several_per_contact
    ? []
    : // A confirmed address is enough, because families share a telephone.
      await sameContact(
        transaction,
        session,
        mustConfirm ? { ...hashes, phone_hash: null } : hashes,
      );
  if (!mustConfirm && earlier.length > 0) throw new ProblemError('already_registered');
  const known = earlier.find(({ confirm_by }) => confirm_by === null);
  const isMailed = mustConfirm && (await hasRoomForMail(transaction, site.id, hashes.email_hash!));
  // Nobody showed yet that the address is theirs: what is asked for last holds.
  if (!known && isMailed) session = await takeBack(transaction, session, earlier);

  const free = freeSeats(session);
  const hasSeat = free === null || places <= free;
  const holdsNothing = known !== undefined || (mustConfirm && !isMailed);
  const status = holdsNothing ? 'cancelled' : hasSeat ? 'confirmed' : 'waitlisted';
  const id = randomUUID();
  const manageToken = keyring.codeFor('manage', site.id, id);
  const row: RegistrationRow = {
    site: site.id,
    registration: id,
    session: session.session,
    status,
    turn: session.last_turn + 1,
    places,
    door_code: await freeDoorCode(transaction, site.id, session.session),
    name: body.name,
    email: body.email ?? null,
    phone: body.phone ?? null,
    answers,
    needs: body.needs ? [...new Set(body.needs)] : [],
    needs_details: body.needsDetails || null,
    language: body.language,
    consent_hash: body.consent.privacyHash,
    manage_hash: keyring.lookupHash('manage', site.id, manageToken) ?? '',
    created_at: now,
    promoted_at: null,
    moved_at: null,
    cancelled_at: status === 'cancelled' ? now : null,
    checked_in_at: null,
    ...hashes,
    confirm_by: mustConfirm ? new Date(now.getTime() + confirmMinutes * 60_000) : null,
    confirmed_at: null,
  };
  await transaction
    .insertInto('registration')
    .values({ ...row, answers: JSON.stringify(row.answers) })
    .execute();
  const seats = {
    confirmed: session.confirmed + (status === 'confirmed' ? places : 0),
    waiting: session.waiting + (status === 'waitlisted' ? 1 : 0),
  };
  if (known && isMailed) {
    await queueSessionMailOnceAnHour(
      transaction,
      'already_registered',
      session,
      known.registration,
    );
  } else if (status !== 'cancelled') {
    await queueSessionMail(transaction, mustConfirm ? 'unconfirmed' : status, session, [id]);
  }
  await settleSeats(transaction, { ...session, ...seats, last_turn: row.turn });
  return { registration: registrationOf(row, status === 'waitlisted' ? seats.waiting : null) };
}

/** The answers to the session's questions. Throws `invalid_input`, also for too many places. */
function requireAnswers(
  session: SessionRow,
  given: Call<'createRegistration'>['body']['answers'],
  places: number,
): Answers {
  const answers = checkAnswers(session.questions, given);
  const issues = [
    ...placesIssue(session, places),
    ...(answers.ok ? answerPlaceIssues(session.questions, answers.value) : answers.issues),
  ];
  if (!answers.ok || issues.length > 0) throw invalidInput(...issues);
  return answers.value;
}

/** More places than the session allows, or than the whole room has: such a line would never move. */
function placesIssue(
  { places_per_registration, capacity }: SessionRow,
  places: number,
): FieldIssue[] {
  const maximum = Math.min(places_per_registration, capacity || Infinity);
  return places > maximum ? [{ path: 'places', code: 'too_large', maximum }] : [];
}

/** Eight characters, unlike any other of the session; its lock is held, so nobody else draws the same. */
async function freeDoorCode(
  transaction: DatabaseTransaction,
  site: string,
  session: string,
): Promise<string> {
  for (;;) {
    const code = inGroups(encodeCode(randomBytes(5), doorCodeLength));
    const taken = await transaction
      .selectFrom('registration')
      .select('registration')
      .where('site', '=', site)
      .where('session', '=', session)
      .where('door_code', '=', code)
      .executeTakeFirst();
    if (!taken) return code;
  }
}

/** The registration that a manage token opens. Throws `unauthorized`. */
async function findByToken(
  { keyring }: Services,
  reader: DatabaseReader,
  site: string,
  token: string,
): Promise<RegistrationRow> {
  const hash = keyring.lookupHash('manage', site, token);
  const row =
    hash &&
    (await reader
      .selectFrom('registration')
      .selectAll()
      .where('site', '=', site)
      .where('manage_hash', '=', hash)
      .executeTakeFirst());
  if (!row) throw new ProblemError('unauthorized');
  return row;
}

/** Place in the line, from 1: all who came before and still wait, and the person. */
async function positionOf(reader: DatabaseReader, row: RegistrationRow): Promise<number | null> {
  if (row.status !== 'waitlisted') return null;
  const { position } = await reader
    .selectFrom('registration')
    .select(({ fn }) => fn.countAll<number>().as('position'))
    .where('site', '=', row.site)
    .where('session', '=', row.session)
    .where('status', '=', 'waitlisted')
    .where('turn', '<=', row.turn)
    .executeTakeFirstOrThrow();
  return position;
}

/** A registration with its position on the waiting list, by its manage token. */
export const getRegistration: Handler<'getRegistration'> = async (services, { site, token }) => {
  const { reader } = services.database;
  const row = await findByToken(services, reader, site.id, token);
  const registration = registrationOf(row, await positionOf(reader, row));
  return { body: { ...registration, manageToken: null } };
};

/** Cancels a registration and gives its seats to the waiting list in its order. */
export const cancelRegistration: Handler<'cancelRegistration'> = (services, { site, token }) =>
  services.database.transaction(async (transaction) => {
    const { session: id } = await findByToken(services, transaction, site.id, token);
    const session = await lockSession(transaction, site.id, id);
    // Read again now that nobody else can promote or cancel it.
    const row = await findByToken(services, transaction, site.id, token);
    if (!session) throw new ProblemError('not_found');
    if (row.status !== 'cancelled' || row.confirm_by !== null) {
      const now = new Date();
      if (isOver(session, now)) throw new ProblemError('registration_closed');
      await transaction
        .updateTable('registration')
        .set({ status: 'cancelled', cancelled_at: now, confirm_by: null })
        .where('site', '=', site.id)
        .where('registration', '=', row.registration)
        .execute();
      await settleSeats(transaction, {
        ...session,
        confirmed: session.confirmed - (row.status === 'confirmed' ? row.places : 0),
        waiting: session.waiting - (row.status === 'waitlisted' ? 1 : 0),
      });
    }
    const cancelled = registrationOf({ ...row, status: 'cancelled', confirm_by: null }, null);
    return { body: { ...cancelled, manageToken: null } };
  });
