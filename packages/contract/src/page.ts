import * as z from 'zod/mini';

/** One page of a list. `nextCursor` is opaque; null on the last page. */
export function pageOf<Item extends z.ZodMiniType>(
  item: Item,
): z.ZodMiniObject<
  {
    items: z.ZodMiniArray<Item>;
    nextCursor: z.ZodMiniNullable<z.ZodMiniString<string>>;
  },
  z.core.$strip
> {
  return z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });
}

/** See {@link pageOf}. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  /** How many entries the client left out because it cannot read them; absent where it read all. No server sends this. */
  unreadable?: number;
}

/** Query of every list: `limit` 1 to 100 (default: 25); `cursor` from the page before. */
export const pageQuery = {
  cursor: z.optional(z.string().check(z.maxLength(512))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
};
