import type { Page } from '@nafida/contract';
import { neverSent } from './errors/nafida-error.js';
import { ResponseShapeError } from './errors/response-shape-error.js';

/**
 * A list that the server gives page by page, fetched only as far as it is read:
 *
 * - `for await (const item of list)` goes through all items;
 * - `for await (const page of list.pages())` goes through all pages;
 * - `await list.page()` is the first page, `await list.page(nextCursor)` the one after, for a "more" button.
 *
 * Nothing is kept: reading it again asks again.
 */
export interface List<Item> extends AsyncIterable<Item> {
  /** One page: the first, or the one that `cursor` (a page's `nextCursor`) points to. */
  page(cursor?: string): Promise<Page<Item>>;
  /** All pages, from the first. */
  pages(): AsyncIterable<Page<Item>>;
}

/** A {@link List} over a function that fetches the page at `cursor`. */
export function listOf<Item>(
  page: (cursor: string | undefined) => Promise<Page<Item>>,
): List<Item> {
  async function* pages() {
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const current = await page(cursor);
      yield current;
      cursor = current.nextCursor ?? undefined;
      // A server that gives a cursor twice would keep the reader going round for ever.
      if (cursor !== undefined && seen.has(cursor)) {
        throw new ResponseShapeError('schema', 200, neverSent, [
          { path: 'nextCursor', code: 'invalid_format' },
        ]);
      }
      if (cursor !== undefined) seen.add(cursor);
    } while (cursor !== undefined);
  }
  return {
    page,
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of pages()) yield* items;
    },
  };
}
