import type { QueryOf } from '@nafida/contract';
import { sql, type RawBuilder } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import { isIdentifier } from '../operations/operation.js';
import { codesWithin } from '../operations/places.js';
import { searchQuery } from '../operations/word-search.js';
import { proposalColumns, type ProposalRow } from './proposal-records.js';

/** The filters and the order of published proposals. */
export type ProposalChoice = Omit<QueryOf<'listProposals'>, 'cursor' | 'limit'>;

/** The position of a proposal in an order: a count or an instant if the order has one, then publication. */
export type ProposalPlace = readonly [
  first: string | number,
  publishedAt: string,
  reference: string,
];

/** How many, and after which one of the order. */
export interface Portion {
  readonly limit: number;
  readonly after?: ProposalPlace | undefined;
}

type Order = NonNullable<ProposalChoice['sort']>;

interface Ordering {
  /** As in the index of this order; null if publication alone orders. */
  readonly first: RawBuilder<unknown> | null;
  readonly placeOf: (row: ProposalRow) => string | number;
  readonly type: RawBuilder<unknown>;
}

const never = '-infinity';

const orderings: Record<Order, Ordering> = {
  recent: { first: null, placeOf: () => '', type: sql`` },
  supported: { first: sql`supports`, placeOf: ({ supports }) => supports, type: sql`::integer` },
  answered: {
    first: sql`coalesce(answered_at, '-infinity')`,
    placeOf: ({ answered_at }) => answered_at?.toISOString() ?? never,
    type: sql`::timestamptz`,
  },
};

/** The place of a published proposal in the order that was asked for. */
export function placeInOrder(row: ProposalRow, sort: Order = 'recent'): ProposalPlace {
  return [
    orderings[sort].placeOf(row),
    (row.moderated_at ?? row.received_at).toISOString(),
    row.reference,
  ];
}

/** The published proposals of a site that a query chooses, in its order. */
export async function chosenProposals(
  reader: DatabaseReader,
  site: string,
  { consultation, axis, session, territory, status, q, sort = 'recent' }: ProposalChoice,
  { limit, after }: Portion,
): Promise<ProposalRow[]> {
  // Ids that cannot be one never reach the database.
  if ([consultation, axis, session].some((id) => id !== undefined && !isIdentifier(id))) return [];
  const { first, type } = orderings[sort];
  let select = reader
    .selectFrom('proposal')
    .select(proposalColumns)
    .where('site', '=', site)
    .where('moderation', '=', sql.lit('published'));
  if (first) select = select.orderBy(first, 'desc');
  select = select.orderBy('moderated_at', 'desc').orderBy('reference', 'desc').limit(limit);
  if (consultation !== undefined) select = select.where('consultation', '=', consultation);
  if (axis !== undefined) select = select.where('axis', '=', axis);
  if (session !== undefined) select = select.where('session', '=', session);
  if (territory !== undefined) select = select.where('place_code', 'in', codesWithin(territory));
  if (status !== undefined) select = select.where('status', '=', status);
  const asked = searchQuery(q ?? '');
  if (asked) select = select.where(sql<boolean>`words @@ ${asked}`);
  if (after) {
    const [value, publishedAt, reference] = after;
    const published = sql`${publishedAt}::timestamptz, ${reference}`;
    select = select.where(
      first
        ? sql<boolean>`(${first}, moderated_at, reference) < (${value}${type}, ${published})`
        : sql<boolean>`(moderated_at, reference) < (${published})`,
    );
  }
  return select.execute();
}
