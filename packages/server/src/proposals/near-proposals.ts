import { nearEnough, titleNearness, topicStems } from '@nafida/contract';
import { sql } from 'kysely';
import { isIdentifier } from '../operations/operation.js';
import type { ProposalReads } from './proposal-reads.js';
import { inTitle } from './proposal-words.js';
import {
  mostCompared,
  mostCounted,
  nearestOf,
  type Near,
  type Sharing,
  type TitleIndex,
} from './title-index.js';

const mostShown = 5;

/** The title of a search for similar titles; in one consultation, if it is given. */
export interface NearChoice {
  readonly title: string;
  readonly consultation: string | undefined;
}

/**
 * References of published proposals with similar titles, nearest first. Candidates share all stems with `title`, or are
 * the newest that share two (one, if the title has one); `titleNearness` decides, as in every implementation. At the
 * same nearness, those with more common stems, more supports, or newer ones come first. Titles in memory are used if
 * possible.
 */
export async function nearProposals(
  reads: ProposalReads,
  index: TitleIndex | undefined,
  choice: NearChoice,
): Promise<string[]> {
  const { title, consultation } = choice;
  const isNothing =
    topicStems(title).length === 0 || (consultation !== undefined && !isIdentifier(consultation));
  if (isNothing) return [];
  return index ? nearInIndex(reads, index, choice) : nearInDatabase(reads, choice);
}

/** The same by an index in memory: the database is asked for what supports decide. */
async function nearInIndex(
  reads: ProposalReads,
  index: TitleIndex,
  { title, consultation }: NearChoice,
): Promise<string[]> {
  const asked = topicStems(title);
  const sharing = index.sharing(asked, consultation);
  const last = sharing[mostCompared - 1];
  if (!last || sharing[mostCompared]?.shared !== last.shared) {
    const near = nearestOf(asked, sharing.slice(0, mostCompared));
    return shownOf(near, await supportsOf(reads, near));
  }
  // As many have as much in common as there is no room for: those with most supports are compared.
  const able = sharing.filter(({ shared }) => shared >= last.shared);
  const supports = await supportsOf(reads, able);
  able.sort(
    (one, other) => other.shared - one.shared || countIn(supports, other) - countIn(supports, one),
  );
  return shownOf(nearestOf(asked, able.slice(0, mostCompared)), supports);
}

type Supports = ReadonlyMap<string, number>;

async function supportsOf(reads: ProposalReads, proposals: readonly Sharing[]): Promise<Supports> {
  if (proposals.length === 0) return new Map();
  return reads.supports.join(proposals.map(({ reference }) => reference));
}

function countIn(supports: Supports, { reference }: Sharing): number {
  return supports.get(reference) ?? 0;
}

/** The nearest of these that are still published. */
function shownOf(near: readonly Near[], supports: Supports): string[] {
  return near
    .filter(({ reference }) => supports.has(reference))
    .sort(
      (one, other) =>
        other.nearness - one.nearness ||
        other.shared - one.shared ||
        countIn(supports, other) - countIn(supports, one),
    )
    .slice(0, mostShown)
    .map(({ reference }) => reference);
}

/** The same by the index of the database. */
async function nearInDatabase(
  { reader, site }: ProposalReads,
  { title, consultation }: NearChoice,
): Promise<string[]> {
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
    .select(['reference', 'title'])
    .where('site', '=', site)
    .where('reference', 'in', sharing)
    .orderBy(sharedStems, 'desc')
    .orderBy('supports', 'desc')
    .orderBy('moderated_at', 'desc')
    .limit(mostCompared)
    .execute();
  return rows
    .map((row) => ({ ...row, nearness: titleNearness(title, row.title) }))
    .filter(({ nearness }) => nearness >= nearEnough)
    .sort((one, other) => other.nearness - one.nearness)
    .slice(0, mostShown)
    .map(({ reference }) => reference);
}

function anyTwoOf(asked: readonly string[]): string {
  if (asked.length === 1) return asked[0]!;
  const pairs = asked.flatMap((one, at) =>
    asked.slice(at + 1).map((other) => `(${one} & ${other})`),
  );
  return pairs.join(' | ');
}
