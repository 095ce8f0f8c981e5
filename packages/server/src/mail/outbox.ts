import { sql, type Selectable } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { DatabaseTransaction } from '../database/database.js';
import type { ProposalNews, SessionFacts, SessionMessageKind } from '../database/outbox-message.js';
import type { ProposalTable, SessionTable } from '../database/tables.js';

/** The facts of a session for a mail. */
type ToldSession = Pick<
  Selectable<SessionTable>,
  'site' | 'session' | 'details' | 'start_date' | 'end_date' | 'start_clock'
>;

/** Whom a mail about a proposal is for. */
type AuthoredProposal = Pick<
  Selectable<ProposalTable>,
  'site' | 'reference' | 'author_email' | 'author_phone'
>;

/**
 * Writes a message to people who registered, in the transaction of its cause: either both happen or neither. People
 * without an e-mail address are listed for a call. An address that is not confirmed yet gets only the request to
 * confirm it.
 *
 * @param registrations ids; without them everybody who has a seat or waits
 */
export async function queueSessionMail(
  transaction: DatabaseTransaction,
  kind: SessionMessageKind,
  session: ToldSession,
  registrations?: readonly string[],
): Promise<void> {
  if (registrations?.length === 0) return;
  const now = new Date();
  const facts = JSON.stringify(factsOf(session));
  const addressees =
    registrations === undefined
      ? sql`status in ('confirmed', 'waitlisted')`
      : sql`registration in (${sql.join(registrations)})`;
  // Both tables have these column names.
  await sql`insert into outbox
      (site, message, session, registration, kind, state, facts, attempts, due_at, created_at)
    select site, gen_random_uuid()::text, session, registration, ${kind},
      case when email is null then 'to_call' else 'pending' end, ${facts}::jsonb, 0,
      ${now}::timestamptz, ${now}::timestamptz
    from registration
    where site = ${session.site} and session = ${session.session}
      and (email is not null or phone is not null) and ${addressees}
      and (confirm_by is null or ${kind} = 'unconfirmed')`.execute(transaction);
}

/** News of last month helps nobody: set up late, mail does not begin with what has grown old. */
const freshDays = 14;

/** Gives up the messages of a site that have waited for too long, be it that mail fails or that none is set up. */
export async function giveUpOld(
  transaction: DatabaseTransaction,
  site: string,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('outbox')
    .set({ state: 'dead', fault: 'too old', settled_at: now })
    .where('site', '=', site)
    .where('state', '=', 'pending')
    .where('created_at', '<', new Date(now.getTime() - freshDays * 86_400_000))
    .execute();
}

const hourMs = 3_600_000;

/** Most mails in an hour that strangers can have sent to one address, by asking for places in its name. */
const mostAskedMails = 10;

/** Whether an address that places are asked for may get one more mail about it. */
export async function hasRoomForMail(
  transaction: DatabaseTransaction,
  site: string,
  emailHash: string,
): Promise<boolean> {
  const { asked } = await transaction
    .selectFrom('registration')
    .select(({ fn }) => fn.countAll<number>().as('asked'))
    .where('site', '=', site)
    .where('email_hash', '=', emailHash)
    .where('created_at', '>', new Date(Date.now() - hourMs))
    .executeTakeFirstOrThrow();
  return Number(asked) < mostAskedMails;
}

/** Like {@link queueSessionMail} for one registration, unless it got the same mail within the hour. */
export async function queueSessionMailOnceAnHour(
  transaction: DatabaseTransaction,
  kind: SessionMessageKind,
  session: ToldSession,
  registration: string,
): Promise<void> {
  const told = await transaction
    .selectFrom('outbox')
    .select('message')
    .where('site', '=', session.site)
    .where('registration', '=', registration)
    .where('kind', '=', kind)
    .where('created_at', '>', new Date(Date.now() - hourMs))
    .executeTakeFirst();
  if (!told) await queueSessionMail(transaction, kind, session, [registration]);
}

/**
 * Writes a message to the author of a proposal who left an e-mail address or a telephone number, in the transaction of
 * its cause. Authors without an e-mail address are listed for a call.
 */
export async function queueAuthorMail(
  transaction: DatabaseTransaction,
  proposal: AuthoredProposal,
  news: ProposalNews,
): Promise<void> {
  const { author_email: email, author_phone: phone } = proposal;
  if (email === null && phone === null) return;
  const now = new Date();
  await transaction
    .insertInto('outbox')
    .values({
      site: proposal.site,
      message: randomUUID(),
      session: null,
      registration: null,
      proposal: proposal.reference,
      kind: news.kind,
      state: email === null ? 'to_call' : 'pending',
      facts: JSON.stringify(news),
      attempts: 0,
      due_at: now,
      created_at: now,
      settled_at: null,
      fault: null,
    })
    .execute();
}

function factsOf({ details, start_date, end_date, start_clock }: ToldSession): SessionFacts {
  return {
    title: details.title,
    startDate: start_date,
    endDate: end_date,
    startTime: start_clock,
    venue: details.venue?.name ?? null,
    address: details.venue?.address ?? null,
    onlineUrl: details.onlineUrl,
    note: details.statusNote,
  };
}
