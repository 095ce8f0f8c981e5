import type { Page } from '@nafida/contract';
import { FakeProblemError } from './fake-problem-error.js';

/** How {@link pageOfItems} orders and cuts. */
export interface Paging<Item> {
  /** Name of the list, unlike that of any other list of any site. */
  readonly list: string;
  /** Query of the request: its filters have been applied; a cursor is good for one list and one set of them. */
  readonly query: { readonly cursor?: string | undefined; readonly limit?: number | undefined };
  /** Position of an item; unique, and compared as text. */
  readonly keyOf: (item: Item) => string;
  readonly order: 'ascending' | 'descending';
}

/**
 * One page of `items`. The cursor names the last item given rather than a number of items, so that what is added
 * or removed meanwhile shifts nothing.
 */
export function pageOfItems<Item>(
  items: readonly Item[],
  { list, query, keyOf, order }: Paging<Item>,
): Page<Item> {
  const { cursor, limit = 25, ...filters } = query;
  const owner = JSON.stringify([list, filters]);
  const sign = order === 'ascending' ? 1 : -1;
  const compare = (a: string, b: string) => (a < b ? -sign : a > b ? sign : 0);
  const after = cursor === undefined ? undefined : keyIn(cursor, owner);
  const rest = items
    .filter((item) => after === undefined || compare(keyOf(item), after) > 0)
    .sort((a, b) => compare(keyOf(a), keyOf(b)));
  const page = rest.slice(0, limit);
  const last = rest.length > limit ? page.at(-1) : undefined;
  return {
    items: page,
    nextCursor: last === undefined ? null : btoa(encodeURIComponent(`${owner} ${keyOf(last)}`)),
  };
}

function keyIn(cursor: string, owner: string): string {
  try {
    const text = decodeURIComponent(atob(cursor));
    if (text.startsWith(`${owner} `)) return text.slice(owner.length + 1);
  } catch {
    // Neither base64 nor one of ours.
  }
  throw new FakeProblemError('bad_cursor');
}
