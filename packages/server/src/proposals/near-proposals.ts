import { nearEnough, titleNearness, topicStems } from '@nafida/contract';
import { sql } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import { isIdentifier } from '../operations/operation.js';
import { proposalColumns, type ProposalRow } from './proposal-records.js';
import { inTitle } from './proposal-words.js';
import { mostCompared, mostCounted, nearestOf, type Near, type TitleIndex } from './title-index.js';

const mostShown = 5;

/** Where similar titles are asked for. */
export interface NearChoice {
  readonly site: string;
  readonly title: string;
  readonly consultation: string | undefined;
}

/**
 * Published proposals whose titles are about the same as `title`, nearest first: of those that share all stems, and the
 * newest of those that share two (one, when the title has one), those that `titleNearness` says are near, as it does
 * everywhere. What is kept in memory finds them where it can.
 */
export async function nearProposals(
  reader: DatabaseReader,
  index: TitleIndex | undefined,
  choice: NearChoice,
): Promise<ProposalRow[]> {
  const { title, consultation } = choice;
  const isNothing =
    topicStems(title).length === 0 || (consultation !== undefined && !isIdentifier(consultation));
  if (isNothing) return [];
  return index ? nearInIndex(reader, index, choice) : nearInDatabase(reader, choice);
}

/** The same by an index in memory: the database is asked for the few that are shown, and for what supports decide. */
async function nearInIndex(
  reader: DatabaseReader,
  index: TitleIndex,
  { site, title, consultation }: NearChoice,
): Promise<ProposalRow[]> {
  const asked = topicStems(title);
  let sharing = index.sharing(asked, consultation);
  const last = sharing[mostCompared - 1];
  if (last && sharing[mostCompared]?.shared === last.shared) {
    // As many have as much in common as there is no room for: those with most supports are compared.
    const sure = sharing.filter(({ shared }) => shared > last.shared);
    const tied = sharing.filter(({ shared }) => shared === last.shared);
    const supports = await supportsOf(reader, site, tied);
    tied.sort(
      (one, other) => (supports.get(other.reference) ?? 0) - (supports.get(one.reference) ?? 0),
    );
    sharing = [...sure, ...tied];
  }
  const near = nearestOf(asked, sharing.slice(0, mostCompared));
  const least = near[Math.min(mostShown, near.length) - 1]?.nearness ?? 0;
  return shownOf(
    reader,
    site,
    near.filter(({ nearness }) => nearness >= least),
  );
}

async function supportsOf(
  reader: DatabaseReader,
  site: string,
  proposals: readonly { reference: string }[],
): Promise<ReadonlyMap<string, number>> {
  const references = proposals.map(({ reference }) => reference);
  const rows = await reader
    .selectFrom('proposal')
    .select(['reference', 'supports'])
    .where('site', '=', site)
    .where('reference', '=', sql<string>`any(${references}::text[])`)
    .execute();
  return new Map(rows.map(({ reference, supports }) => [reference, supports]));
}

/** The nearest of these; of those that are as near, those with more in common, more supports, or newer. */
async function shownOf(
  reader: DatabaseReader,
  site: string,
  near: readonly Near[],
): Promise<ProposalRow[]> {
  if (near.length === 0) return [];
  const references = near.map(({ reference }) => reference);
  const rows = await reader
    .selectFrom('proposal')
    .select(proposalColumns)
    .where('site', '=', site)
    .where('moderation', '=', 'published')
    .where('reference', '=', sql<string>`any(${references}::text[])`)
    .execute();
  const found = new Map(rows.map((row) => [row.reference, row]));
  return near
    .flatMap((each) => {
      const row = found.get(each.reference);
      return row ? [{ ...each, row }] : [];
    })
    .sort(
      (one, other) =>
        other.nearness - one.nearness ||
        other.shared - one.shared ||
        other.row.supports - one.row.supports,
    )
    .slice(0, mostShown)
    .map(({ row }) => row);
}

/** The same by the index of the database. */
async function nearInDatabase(
  reader: DatabaseReader,
  { site, title, consultation }: NearChoice,
): Promise<ProposalRow[]> {
  const asked = topicStems(title).map((stem) => `'${inTitle}${stem}'`);
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
