import type { Submission } from '@nafida/contract';
import type { AuditEntry } from '@nafida/contract/staff.js';
import type * as z from 'zod/mini';
import { CommandError } from '../command-error.js';
import type { Database } from '../database/database.js';
import { checkAudit, holdsSeal } from '../operations/audit-chain.js';
import { auditEntryOf } from '../operations/audit.js';
import { ProblemError } from '../operations/problem-error.js';
import { Moderation } from '../proposals/moderation.js';
import { findProposal } from '../proposals/proposal-records.js';
import { selectQueue, submissionsOf } from '../proposals/submissions.js';
import type {
  auditListSchema,
  auditVerifySchema,
  proposalAnswerSchema,
  proposalAskSchema,
  proposalMergeSchema,
  proposalRefuseSchema,
  proposalSchema,
  proposalsListSchema,
} from './inputs.js';
import { requireSite } from './site-commands.js';

/** The name in the record for decisions at the command line. */
const decidedBy = 'command line';

/** Most proposals that one list shows. */
export const listLength = 500;

/** The queue of proposals, oldest first, with similar ones together. */
export async function listProposals(
  { reader }: Database,
  { site, state }: z.output<typeof proposalsListSchema>,
): Promise<Submission[]> {
  await requireSite(reader, site);
  let select = selectQueue(reader, site).limit(listLength);
  if (state) select = select.where('moderation', '=', state);
  return submissionsOf(reader, site, await select.execute());
}

/** `proposal show`: one proposal with everything that the staff may see. Fails with `not_found`. */
export async function showProposal(
  { reader }: Database,
  { site, reference }: z.output<typeof proposalSchema>,
): Promise<Submission> {
  await requireSite(reader, site);
  const row = await findProposal(reader, site, reference);
  if (!row) throw new ProblemError('not_found');
  const [submission] = await submissionsOf(reader, site, [row]);
  return submission!;
}

/** `proposal publish`: shows a proposal to everyone. */
export async function publishProposal(
  database: Database,
  { site, reference }: z.output<typeof proposalSchema>,
): Promise<Submission> {
  const moderation = await moderationOf(database, site);
  return moderation.decide(reference, { decision: 'publish' });
}

/** `proposal refuse`: refuses a proposal and tells its author why. */
export async function refuseProposal(
  database: Database,
  { site, reference, reason, words, language }: z.output<typeof proposalRefuseSchema>,
): Promise<Submission> {
  const moderation = await moderationOf(database, site);
  return moderation.decide(reference, {
    decision: 'refuse',
    reason,
    ...(words !== undefined && { words: { text: words, language } }),
  });
}

/** `proposal ask`: asks the author a question and keeps the proposal until the reply. */
export async function askAuthor(
  database: Database,
  { site, reference, ...question }: z.output<typeof proposalAskSchema>,
): Promise<Submission> {
  return (await moderationOf(database, site)).ask(reference, question);
}

/** `proposal merge`: merges a proposal into another, whose status and answer it then shows. */
export async function mergeProposal(
  database: Database,
  { site, reference, into }: z.output<typeof proposalMergeSchema>,
): Promise<Submission> {
  return (await moderationOf(database, site)).merge(reference, { into });
}

/** `proposal answer`: gives the official answer and the new status. */
export async function answerProposal(
  database: Database,
  { site, reference, ...answer }: z.output<typeof proposalAnswerSchema>,
): Promise<Submission> {
  return (await moderationOf(database, site)).answer(reference, answer);
}

/** Who did what with which proposal, the oldest entry first. */
export async function listAudit(
  { reader }: Database,
  { site, proposal }: z.output<typeof auditListSchema>,
): Promise<AuditEntry[]> {
  await requireSite(reader, site);
  let select = reader
    .selectFrom('audit')
    .selectAll()
    .where('site', '=', site)
    .orderBy('at')
    .orderBy('entry');
  if (proposal !== undefined) select = select.where('proposal', '=', proposal);
  return (await select.execute()).map(auditEntryOf);
}

/** The number of entries and the seal of the last one, if the record is as it was written. */
export async function verifyAudit(
  { reader }: Database,
  { site, seal }: z.output<typeof auditVerifySchema>,
): Promise<{ entries: number; seal: string }> {
  await requireSite(reader, site);
  const state = await checkAudit(reader, site);
  if (state.brokenAt !== null) {
    throw new CommandError(
      `The record was changed: entry ${state.brokenAt} is not as it was written. Compare it with a backup.`,
    );
  }
  if (seal !== undefined && !(await holdsSeal(reader, site, seal))) {
    throw new CommandError(
      'No entry has this seal: the record was written anew since it was noted, or it is of another site.',
    );
  }
  return { entries: state.entries, seal: state.seal };
}

async function moderationOf(database: Database, site: string): Promise<Moderation> {
  await requireSite(database.reader, site);
  return new Moderation(database, site, decidedBy);
}
