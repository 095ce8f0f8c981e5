import { moderationInputSchema, validate, type Submission } from '@nafida/contract';
import type * as z from 'zod/mini';
import type { Database } from '../database/database.js';
import { moderate, submissionOf } from '../participation/submissions.js';
import { CommandError, issueLines } from './command-error.js';
import type { proposalRefuseSchema, proposalSchema, proposalsListSchema } from './inputs.js';
import { requireSite } from './site-commands.js';

/** Who is on record for decisions taken at the command line. */
const decidedBy = 'command line';

/** Most proposals that one list shows. */
export const listLength = 500;

/** What came in, oldest first. */
export async function listProposals(
  { reader }: Database,
  { site, state }: z.output<typeof proposalsListSchema>,
): Promise<Submission[]> {
  await requireSite(reader, site);
  let select = reader
    .selectFrom('proposal')
    .selectAll()
    .where('site', '=', site)
    .orderBy('received_at')
    .orderBy('reference')
    .limit(listLength);
  if (state) select = select.where('moderation', '=', state);
  return (await select.execute()).map(submissionOf);
}

export async function publishProposal(
  database: Database,
  { site, reference }: z.output<typeof proposalSchema>,
): Promise<Submission> {
  await requireSite(database.reader, site);
  return moderate(database, site, reference, { decision: 'publish' }, decidedBy);
}

export async function refuseProposal(
  database: Database,
  { site, reference, reason, words, language }: z.output<typeof proposalRefuseSchema>,
): Promise<Submission> {
  await requireSite(database.reader, site);
  const decision = validate(moderationInputSchema, {
    decision: 'refuse',
    reason,
    ...(words !== undefined && { words: { text: words, language } }),
  });
  if (!decision.ok) throw new CommandError(issueLines(decision.issues).join('\n'));
  return moderate(database, site, reference, decision.value, decidedBy);
}
