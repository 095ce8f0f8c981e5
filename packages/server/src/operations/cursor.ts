import { canonicalJson } from '../canonical-json.js';
import type { Keyring } from '../keyring.js';
import { ProblemError } from './problem-error.js';

/** The sort values of the last item of a page, in the order of the sort. */
export type Place = readonly (string | number)[];

/** Page size unless the client asks for another. */
export const defaultLimit = 25;

/**
 * Cursors of one list with one set of filters. They are signed over both, so a cursor of another list, another site or
 * other filters is recognised without reading its contents.
 */
export class Cursors<Position extends Place> {
  readonly #keyring: Keyring;
  readonly #list: string;

  constructor(keyring: Keyring, site: string, list: string, filters: object) {
    const { cursor: _cursor, limit: _limit, ...rest } = filters as Record<string, unknown>;
    this.#keyring = keyring;
    this.#list = canonicalJson([site, list, rest]);
  }

  /** Position to go on from; undefined at the beginning. Throws `bad_cursor`. */
  read(cursor: string | undefined): Position | undefined {
    if (cursor === undefined) return undefined;
    const place = cursor.slice(0, Math.max(0, cursor.indexOf('.')));
    if (cursor !== this.#signed(place)) throw new ProblemError('bad_cursor');
    return JSON.parse(Buffer.from(place, 'base64url').toString('utf8')) as Position;
  }

  /**
   * Cuts rows that were asked for with one more than `limit` into a page. `positionOf` gives the sort values
   * of a row.
   */
  page<Row>(
    rows: readonly Row[],
    limit: number,
    positionOf: (row: Row) => Position,
  ): { rows: Row[]; nextCursor: string | null } {
    const kept = rows.slice(0, limit);
    const last = kept.at(-1);
    const nextCursor = last && rows.length > limit ? this.#write(positionOf(last)) : null;
    return { rows: kept, nextCursor };
  }

  #write(position: Position): string {
    const place = Buffer.from(JSON.stringify(position)).toString('base64url');
    return this.#signed(place);
  }

  #signed(place: string): string {
    return `${place}.${this.#keyring.cursorSignature(this.#list, place)}`;
  }
}
