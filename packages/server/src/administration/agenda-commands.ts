import type { Session } from '@nafida/contract';
import type { CapacityOutcome, CheckIn, StaffRegistration } from '@nafida/contract/staff.js';
import type * as z from 'zod/mini';
import type { Database } from '../database/database.js';
import { Agenda } from '../sessions/agenda.js';
import { checkInBy, requireSession, staffRegistrations } from '../sessions/attendance.js';
import { chosenSessions } from '../sessions/session-choice.js';
import { sessionsOf } from '../sessions/session-records.js';
import { sessionAt } from '../sessions/sessions.js';
import type * as inputs from './inputs.js';
import { requireSite } from './site-commands.js';

type Input<Schema extends z.ZodMiniType> = z.output<Schema>;

async function agendaOf(database: Database, site: string): Promise<Agenda> {
  return new Agenda(database, await requireSite(database.reader, site));
}

/** Most sessions that one list shows. */
const listLength = 2000;

/** The agenda, earliest first. */
export async function listSessions(
  { reader }: Database,
  { site, from, to }: Input<typeof inputs.sessionsListSchema>,
): Promise<Session[]> {
  await requireSite(reader, site);
  const choice = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const rows = await chosenSessions(reader, site, choice, { limit: listLength });
  return sessionsOf(reader, rows, new Date());
}

/** One session. */
export async function showSession(
  { reader }: Database,
  { site, session }: Input<typeof inputs.sessionOnlySchema>,
): Promise<Session> {
  return (await sessionAt(reader, await requireSite(reader, site), session)).session;
}

/** `session create`: adds a session to the agenda. */
export async function createSession(
  database: Database,
  { site, content }: Input<typeof inputs.sessionCreateSchema>,
): Promise<Session> {
  return (await agendaOf(database, site)).create(content);
}

/** `session edit`: changes the given fields of a session and leaves the others. Fails with `not_found`. */
export async function editSession(
  database: Database,
  { site, session, changes }: Input<typeof inputs.sessionEditSchema>,
): Promise<Session> {
  return (await agendaOf(database, site)).edit(session, changes);
}

/** `session cancel`: cancels a session and writes to everyone who registered. Fails with `not_found`. */
export async function cancelSession(
  database: Database,
  { site, session, ...cancellation }: Input<typeof inputs.sessionCancelSchema>,
): Promise<Session> {
  return (await agendaOf(database, site)).cancel(session, cancellation);
}

/** `session postpone`: moves a session to another time, or to one not known yet, and writes to everyone who registered. */
export async function postponeSession(
  database: Database,
  { site, session, ...postponement }: Input<typeof inputs.sessionPostponeSchema>,
): Promise<Session> {
  return (await agendaOf(database, site)).postpone(session, postponement);
}

/** `session close`: ends a session with its closing report. */
export async function closeSession(
  database: Database,
  { site, session, ...closing }: Input<typeof inputs.sessionCloseSchema>,
): Promise<Session> {
  return (await agendaOf(database, site)).close(session, closing);
}

/** `session capacity`: changes the number of seats; freed seats go to the waiting list in its order. */
export async function changeCapacity(
  database: Database,
  { site, session, ...change }: Input<typeof inputs.sessionCapacitySchema>,
): Promise<CapacityOutcome> {
  return (await agendaOf(database, site)).changeCapacity(session, change);
}

/** All registrations of a session, in the order they came. */
export async function listRegistrations(
  { reader }: Database,
  { site, session }: Input<typeof inputs.sessionOnlySchema>,
): Promise<StaffRegistration[]> {
  await requireSite(reader, site);
  await requireSession(reader, site, session);
  return staffRegistrations(reader, { site, session });
}

/** `check-in`: records by a door code that a person has come. */
export async function checkIn(
  database: Database,
  { site, session, doorCode }: Input<typeof inputs.checkInSchema>,
): Promise<CheckIn> {
  await requireSite(database.reader, site);
  return checkInBy(database, site, session, doorCode);
}
