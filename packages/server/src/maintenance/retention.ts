import { idempotencyKeyDays } from '@nafida/contract';
import { civilDateIn } from '@nafida/contract/civil-time.js';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/database.js';
import { giveUpOld } from '../mail/outbox.js';
import { record } from '../operations/audit.js';

/** How much a run of the retention job removed. */
export interface RetentionReport {
  /** Proposals whose author can no longer be reached or named. */
  readonly proposals: number;
  /** Registrations whose person can no longer be reached or named. */
  readonly registrations: number;
  /** Messages that were settled long ago, and those to people who are forgotten. */
  readonly messages: number;
  readonly idempotencyKeys: number;
  readonly proofs: number;
  /** Files that no proposal took for a day, and those of proposals whose time is over. */
  readonly attachments: number;
}

/** As long as somebody may ask whether a message was sent. */
const settledMessageDays = 90;

/** As long as a device may take to send the proposal that a file belongs to. */
const untakenAttachmentHours = 24;

/**
 * Removes what is no longer needed: contact data after the months that the site's privacy notice promises
 * (counted from the day a proposal came in, with its files and what its author was asked and replied, and from the day a session
 * ended), keys of creates that cannot come again, and spent proofs that have expired. A name that its author chose to
 * publish stays with the proposal.
 */
export async function runRetention(database: Database, now = new Date()): Promise<RetentionReport> {
  const sites = await database.reader
    .selectFrom('site')
    .leftJoin('privacy_notice', (join) =>
      join
        .onRef('privacy_notice.site', '=', 'site.site')
        .onRef('privacy_notice.hash', '=', 'site.privacy_hash'),
    )
    .select(['site.site', 'privacy_notice.content'])
    .execute();
  const total = {
    proposals: 0,
    registrations: 0,
    messages: 0,
    idempotencyKeys: 0,
    proofs: 0,
    attachments: 0,
  };
  for (const { site, content } of sites) {
    const report = await database.transaction((transaction) =>
      cleanSite(transaction, site, content?.retentionMonths, now),
    );
    total.proposals += report.proposals;
    total.registrations += report.registrations;
    total.messages += report.messages;
    total.idempotencyKeys += report.idempotencyKeys;
    total.proofs += report.proofs;
    total.attachments += report.attachments;
  }
  return total;
}

async function cleanSite(
  transaction: DatabaseTransaction,
  site: string,
  months: number | undefined,
  now: Date,
): Promise<RetentionReport> {
  await sql`set local statement_timeout = 0`.execute(transaction);
  const keys = await transaction
    .deleteFrom('idempotency_key')
    .where('site', '=', site)
    .where('created_at', '<', new Date(now.getTime() - idempotencyKeyDays * 86_400_000))
    .executeTakeFirst();
  const proofs = await transaction
    .deleteFrom('used_proof')
    .where('site', '=', site)
    .where('expires_at', '<', now)
    .executeTakeFirst();
  // Where no mail is set up, nobody else gives them up.
  await giveUpOld(transaction, site, now);
  const settled = await transaction
    .deleteFrom('outbox')
    .where('site', '=', site)
    .where('settled_at', '<', new Date(now.getTime() - settledMessageDays * 86_400_000))
    .executeTakeFirst();
  const untaken = await transaction
    .deleteFrom('attachment')
    .where('site', '=', site)
    .where('proposal', 'is', null)
    .where('created_at', '<', new Date(now.getTime() - untakenAttachmentHours * 3_600_000))
    .executeTakeFirst();
  const forgotten =
    months === undefined
      ? { proposals: 0, registrations: 0, messages: 0, attachments: 0 }
      : await forgetPeople(transaction, site, monthsBefore(now, months));
  return {
    ...forgotten,
    messages: forgotten.messages + Number(settled.numDeletedRows),
    idempotencyKeys: Number(keys.numDeletedRows),
    proofs: Number(proofs.numDeletedRows),
    attachments: forgotten.attachments + Number(untaken.numDeletedRows),
  };
}

async function forgetPeople(transaction: DatabaseTransaction, site: string, before: Date) {
  const sent = transaction
    .selectFrom('proposal')
    .select('reference')
    .where('site', '=', site)
    .where('received_at', '<', before);
  const ended = endedSessions(transaction, site, before);
  const proposals = await forgetAuthors(transaction, site, before);
  await transaction
    .deleteFrom('author_question')
    .where('site', '=', site)
    .where('proposal', 'in', sent)
    .execute();
  // Photos show people and doors: they go with the names.
  const attachments = await transaction
    .deleteFrom('attachment')
    .where('site', '=', site)
    .where('proposal', 'in', sent)
    .returning('proposal')
    .execute();
  await recordRemoved(transaction, site, attachments);
  const messages = await transaction
    .deleteFrom('outbox')
    .where('site', '=', site)
    .where((either) => either.or([either('session', 'in', ended), either('proposal', 'in', sent)]))
    .executeTakeFirst();
  return {
    proposals,
    registrations: await forgetRegistered(transaction, site, before),
    messages: Number(messages.numDeletedRows),
    attachments: attachments.length,
  };
}

/** Removes contacts, answers and unpublished names of authors. */
async function forgetAuthors(
  transaction: DatabaseTransaction,
  site: string,
  before: Date,
): Promise<number> {
  const isPublicName = sql<boolean>`author_name_visible and moderation = 'published'`;
  const proposals = await transaction
    .updateTable('proposal')
    .set({
      author_email: null,
      author_phone: null,
      answers: null,
      author_name: sql`case when ${isPublicName} then author_name end`,
    })
    .where('site', '=', site)
    .where('received_at', '<', before)
    .where(
      sql<boolean>`(author_email is not null or author_phone is not null or answers is not null or (author_name is not null and not (${isPublicName})))`,
    )
    .executeTakeFirst();
  return Number(proposals.numUpdatedRows);
}

/** Puts on record how many files of each proposal were removed. */
async function recordRemoved(
  transaction: DatabaseTransaction,
  site: string,
  attachments: readonly { readonly proposal: string | null }[],
): Promise<void> {
  const counts = new Map<string, number>();
  for (const { proposal } of attachments) {
    if (proposal !== null) counts.set(proposal, (counts.get(proposal) ?? 0) + 1);
  }
  for (const [reference, count] of counts) {
    const entry = { by: 'retention', action: 'files_removed', detail: String(count) } as const;
    await record(transaction, { site, reference }, entry);
  }
}

function endedSessions(transaction: DatabaseTransaction, site: string, before: Date) {
  return transaction
    .selectFrom('session')
    .select('session')
    .where('site', '=', site)
    .where('end_date', '<', civilDateIn('UTC', before));
}

/** Removes names, contacts, answers and needs of people who registered. */
async function forgetRegistered(
  transaction: DatabaseTransaction,
  site: string,
  before: Date,
): Promise<number> {
  const registrations = await transaction
    .updateTable('registration')
    .set({
      name: null,
      email: null,
      phone: null,
      answers: null,
      needs: null,
      needs_details: null,
      email_hash: null,
      phone_hash: null,
    })
    .where('site', '=', site)
    .where('session', 'in', endedSessions(transaction, site, before))
    .where(sql<boolean>`(num_nonnulls(name, email, phone, answers, needs, needs_details) > 0)`)
    .executeTakeFirst();
  return Number(registrations.numUpdatedRows);
}

/** The same day so many months ago, or the last day of a shorter month. */
function monthsBefore(now: Date, months: number): Date {
  const date = new Date(now);
  date.setUTCMonth(date.getUTCMonth() - months);
  if (date.getUTCDate() !== now.getUTCDate()) date.setUTCDate(0);
  return date;
}
