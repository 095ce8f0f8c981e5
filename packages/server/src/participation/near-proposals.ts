import { nearEnough, titleNearness, topicStems } from '@nafida/contract';
import { sql } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import { isIdentifier } from './operation.js';
import { proposalColumns, type ProposalRow } from './proposal-records.js';
import { inTitle } from './proposal-words.js';

const mostShown = 5;

/** How many of those that share most stems are looked at letter by letter. */
const mostCompared = 40;

/** How many that share stems are counted: words that stand in every tenth title must not cost reading every tenth row. */
const mostCounted = 400;

/**
 * Published proposals whose titles are about the same as `title`, nearest first. The index gives those that share all
 * stems, and the newest of those that share two (one, when the title has one); then `titleNearness` judges, as it does
 * everywhere.
 */
export async function nearProposals(
  reader: DatabaseReader,
  site: string,
  title: string,
  consultation: string | undefined,
): Promise<ProposalRow[]> {
  const asked = topicStems(title).map((stem) => `'${inTitle}${stem}'`);
  if (asked.length === 0 || (consultation !== undefined && !isIdentifier(consultation))) return [];
  const newestWith = (query: string, most: number) => {
    let select = reader
      .selectFrom('proposal')
      .select('reference')
      .where('site', '=', site)
      .where('moderation', '=', sql.lit('published'))
      .where(sql<boolean>`words @@ ${query}::tsquery`)
      .orderBy('moderated_at', 'desc')
      .orderBy('reference', 'desc')
      .limit(most);
    if (consultation !== undefined) select = select.where('consultation', '=', consultation);
    return reader.selectFrom(select.as('newest')).select('reference');
  };
  const sharing = newestWith(asked.join(' & '), mostCompared).union(
    newestWith(anyTwoOf(asked), mostCounted),
  );
  const sharedStems = sql.join(
    asked.map((stem) => sql`(words @@ ${stem}::tsquery)::integer`),
    sql` + `,
  );
  const rows = await reader
    .selectFrom('proposal')
    .select(proposalColumns)
    .where('site', '=', site)
    .where('reference', 'in', sharing)
    .orderBy(sharedStems, 'desc')
    .orderBy('supports', 'desc')
    .orderBy('moderated_at', 'desc')
    .limit(mostCompared)
    .execute();
  return rows
    .map((row) => ({ row, nearness: titleNearness(title, row.title) }))
    .filter(({ nearness }) => nearness >= nearEnough)
    .sort((one, other) => other.nearness - one.nearness)
    .slice(0, mostShown)
    .map(({ row }) => row);
}

function anyTwoOf(asked: readonly string[]): string {
  if (asked.length === 1) return asked[0]!;
  const pairs = asked.flatMap((one, at) =>
    asked.slice(at + 1).map((other) => `(${one} & ${other})`),
  );
  return pairs.join(' | ');
}
