import { validate, type Session } from '@nafida/contract';
import {
  daysAfter,
  daysBetween,
  merged,
  sessionInputSchema,
  type CapacityOutcome,
  type CheckedSession,
} from '@nafida/contract/staff.js';
import type { Database, DatabaseTransaction } from '../database/database.js';
import { performOnce } from '../operations/idempotency.js';
import { isIdentifier, type CheckedBodyOf, type Handler } from '../operations/operation.js';
import { invalidField, invalidInput, ProblemError } from '../operations/problem-error.js';
import type { SiteRecord } from '../operations/site-record.js';
import { staffRegistrations } from './attendance.js';
import { lockSession, moveBack, settleSeats } from './seats.js';
import { sessionOf, sessionsOf, type SessionRow } from './session-records.js';
import { contentOfSession, idOf, insertSessions, updateSession } from './session-writing.js';

/**
 * The work of staff with the agenda, over HTTP and at the command line. Every action describes a result, so repeating
 * it changes nothing.
 */
export class Agenda {
  readonly #database: Database;
  readonly #site: SiteRecord;

  constructor(database: Database, site: SiteRecord) {
    this.#database = database;
    this.#site = site;
  }

  /** Throws `session_exists`. */
  create(session: CheckedSession): Promise<Session> {
    return this.#database.transaction((transaction) => this.createIn(transaction, session));
  }

  async createIn(transaction: DatabaseTransaction, session: CheckedSession): Promise<Session> {
    const stored = await lockSession(transaction, this.#site.id, idOf(session.id));
    if (stored) throw new ProblemError('session_exists');
    return this.#write(transaction, session, undefined);
  }

  /** Throws `capacity_below_confirmed`. */
  edit(id: string, changes: CheckedBodyOf<'editSession'>): Promise<Session> {
    return this.#change(id, (stored) => {
      const capacity = changes.registration?.capacity;
      requireRoom(stored, capacity ?? null);
      return withChanges(stored, changes);
    });
  }

  cancel(id: string, { note }: CheckedBodyOf<'cancelSession'>): Promise<Session> {
    return this.#change(id, (stored) => {
      requireNotHeld(stored);
      return { ...inputOf(stored), status: 'cancelled', statusNote: note };
    });
  }

  postpone(id: string, { note, to }: CheckedBodyOf<'postponeSession'>): Promise<Session> {
    return this.#change(id, (stored) => {
      requireNotHeld(stored);
      if (!to) return { ...inputOf(stored), status: 'postponed', statusNote: note };
      const { startDate, startTime, endTime, endDate = startDate } = to;
      const when = { startDate, endDate, startTime, endTime, status: 'scheduled' } as const;
      return { ...(withChanges(stored, when) as object), statusNote: note };
    });
  }

  close(id: string, { report, linkedProposals }: CheckedBodyOf<'closeSession'>): Promise<Session> {
    return this.#change(id, (stored) => ({
      ...inputOf(stored),
      status: 'held',
      closingReport: report,
      linkedProposals,
    }));
  }

  /** Throws `capacity_below_confirmed` unless people may be sent back to the waiting list. */
  changeCapacity(
    id: string,
    { capacity, moveToWaitingList }: CheckedBodyOf<'changeCapacity'>,
  ): Promise<CapacityOutcome> {
    return this.#database.transaction(async (transaction) => {
      const stored = await this.#lock(transaction, id);
      if (!stored.registration) throw invalidField('capacity', 'invalid_choice');
      if (!moveToWaitingList) requireRoom(stored, capacity);
      const { session, moved } = await moveBack(transaction, { ...stored, capacity });
      const settledAt = new Date();
      const row = await settleSeats(transaction, session);
      const changed = capacity === stored.capacity ? row : await this.#count(transaction, row);
      const promoted = await staffRegistrations(transaction, row, { promotedSince: settledAt });
      return {
        session: await this.#shown(transaction, changed),
        promoted,
        moved: moved.length > 0 ? await staffRegistrations(transaction, row, { ids: moved }) : [],
      };
    });
  }

  #change(id: string, changed: (stored: SessionRow) => unknown): Promise<Session> {
    return this.#database.transaction(async (transaction) => {
      const stored = await this.#lock(transaction, id);
      const session = validate(sessionInputSchema, changed(stored));
      if (!session.ok) throw invalidInput(...session.issues);
      return this.#write(transaction, session.value, stored);
    });
  }

  async #write(
    transaction: DatabaseTransaction,
    session: CheckedSession,
    stored: SessionRow | undefined,
  ): Promise<Session> {
    const content = contentOfSession(session, this.#site);
    const { parent } = content.content;
    if (parent !== null) await this.#requireWhole(transaction, content.key, parent);
    if (stored) {
      const { row } = await updateSession(transaction, stored, content);
      return this.#shown(transaction, row);
    }
    const [row] = await insertSessions(transaction, this.#site.id, [content]);
    return this.#shown(transaction, row!);
  }

  /** The event that a session is a part of is there, is no part itself, and the session has no parts. */
  async #requireWhole(transaction: DatabaseTransaction, key: string, parent: string) {
    const rows = await transaction
      .selectFrom('session')
      .select(['session', 'parent'])
      .where('site', '=', this.#site.id)
      .where((either) => either.or([either('session', '=', parent), either('parent', '=', key)]))
      .execute();
    const isWhole = rows.some((row) => row.session === parent && row.parent === null);
    const hasParts = rows.some((row) => row.parent === key);
    if (!isWhole || hasParts || parent === key) throw invalidField('parent', 'invalid_choice');
  }

  /** Another number of seats is news in the agenda as well. */
  async #count(transaction: DatabaseTransaction, row: SessionRow): Promise<SessionRow> {
    const change = { sequence: row.sequence + 1, updated_at: new Date() };
    await transaction
      .updateTable('session')
      .set(change)
      .where('site', '=', row.site)
      .where('session', '=', row.session)
      .execute();
    return { ...row, ...change };
  }

  async #lock(transaction: DatabaseTransaction, id: string): Promise<SessionRow> {
    const stored = isIdentifier(id) && (await lockSession(transaction, this.#site.id, id));
    if (!stored) throw new ProblemError('not_found');
    return stored;
  }

  async #shown(transaction: DatabaseTransaction, row: SessionRow): Promise<Session> {
    const [session] = await sessionsOf(transaction, [row], new Date());
    return session!;
  }
}

function requireNotHeld({ status }: SessionRow): void {
  if (status === 'held') throw new ProblemError('session_over');
}

function requireRoom({ confirmed }: SessionRow, capacity: number | null): void {
  if (capacity === null || capacity >= confirmed) return;
  throw new ProblemError('capacity_below_confirmed', {
    detail: `${confirmed} places are confirmed`,
    errors: [{ path: 'capacity', code: 'too_small', minimum: confirmed }],
  });
}

/** A stored session as staff would write it. */
function inputOf(row: SessionRow) {
  const named = new Set(row.details.linkedProposals);
  return {
    ...sessionOf(row, new Date(), named),
    startTime: row.start_clock,
    endTime: row.end_clock,
    agenda: row.details.agenda.map(({ clock, ...item }) => ({ ...item, startTime: clock })),
  };
}

/** Later days keep their distance to the first, and so do the points of the agenda. */
function withChanges(row: SessionRow, changes: CheckedBodyOf<'editSession'>) {
  const input = inputOf(row);
  const days = daysBetween(input.startDate, changes.startDate ?? input.startDate);
  const moved = {
    ...input,
    endDate: daysAfter(input.endDate, days),
    agenda: input.agenda.map((item) => ({ ...item, date: daysAfter(item.date, days) })),
    ...(changes.status && { statusNote: null }),
    // To name it is to have it, whatever is said of it.
    ...(changes.registration && { registration: input.registration ?? { questions: [] } }),
  };
  return merged(moved, changes);
}

/** Adds a session to the agenda; sent again with the same key, it adds nothing. */
export const createSession: Handler<'createSession'> = async (services, call) => {
  const attempt = {
    site: call.site.id,
    operation: 'createSession',
    key: call.idempotencyKey,
    proof: undefined,
    content: call.body,
  };
  const agenda = new Agenda(services.database, call.site);
  const { result, replayed } = await performOnce(services, attempt, async (transaction) => ({
    session: await agenda.createIn(transaction, call.body),
  }));
  return { body: result.session, replayed };
};

/** Changes the given fields of a session and leaves the others. */
export const editSession: Handler<'editSession'> = async ({ database }, call) => ({
  body: await new Agenda(database, call.site).edit(call.parameters.session, call.body),
});

/** Cancels a session and writes to everyone who registered. */
export const cancelSession: Handler<'cancelSession'> = async ({ database }, call) => ({
  body: await new Agenda(database, call.site).cancel(call.parameters.session, call.body),
});

/** Moves a session to another time, or to one not known yet, and writes to everyone who registered. */
export const postponeSession: Handler<'postponeSession'> = async ({ database }, call) => ({
  body: await new Agenda(database, call.site).postpone(call.parameters.session, call.body),
});

/** Ends a session with its closing report. */
export const closeSession: Handler<'closeSession'> = async ({ database }, call) => ({
  body: await new Agenda(database, call.site).close(call.parameters.session, call.body),
});

/** Changes the number of seats; freed seats go to the waiting list in its order. */
export const changeCapacity: Handler<'changeCapacity'> = async ({ database }, call) => ({
  body: await new Agenda(database, call.site).changeCapacity(call.parameters.session, call.body),
});
