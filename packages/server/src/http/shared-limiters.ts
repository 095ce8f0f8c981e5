import { CompiledQuery, sql } from 'kysely';
import { RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { DatabaseReader } from '../database/database.js';
import { Rounds } from '../database/rounds.js';

/** Points that are added to those of a key. */
interface Count {
  readonly key: string;
  readonly points: number;
  readonly durationMs: number;
}

/** What a key has then. */
interface Counted {
  readonly points: number;
  /** When it has none again, in milliseconds. */
  readonly expire: number;
}

type Counter = Rounds<Count, ReadonlyMap<Count, Counted>>;
type Settings = Readonly<Record<'points' | 'duration' | 'inMemoryBlockOnConsumed', number>> & {
  readonly keyPrefix: string;
  readonly insuranceLimiter: RateLimiterAbstract;
};

/**
 * Makes limiters that count in the database that several processes share. All that waits to be counted, for whichever
 * limit, is counted with one query: each would else wait for the row of its site that the one before holds.
 */
export function sharedLimiters(
  reader: DatabaseReader,
): (settings: Settings) => RateLimiterAbstract {
  const counter: Counter = new Rounds((counts) => addTo(reader, counts));
  const query = ({ text, values }: { text: string; values: unknown[] }) =>
    reader.executeQuery(CompiledQuery.raw(text, values));
  return (settings) => new SharedLimiter(settings, counter, query);
}

/** The library's limiter, which adds to one key at a time, with another way to add. */
class SharedLimiter extends RateLimiterPostgres {
  readonly #counter: Counter;

  /** @param query carries what else the limiter asks for: it forgets what is over */
  constructor(settings: Settings, counter: Counter, query: object) {
    super({
      ...settings,
      storeClient: { query },
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
    });
    this.#counter = counter;
  }

  /** The members that the library requires of a store. */
  async _upsert(key: string, points: number, durationMs: number): Promise<{ rows: Counted[] }> {
    const count = { key, points, durationMs };
    const counted = await this.#counter.join([count]);
    return { rows: [counted.get(count)!] };
  }
}

async function addTo(
  reader: DatabaseReader,
  counts: readonly Count[],
): Promise<ReadonlyMap<Count, Counted>> {
  const now = Date.now();
  const sums = new Map<string, Counted>();
  for (const { key, points, durationMs } of counts) {
    const before = sums.get(key)?.points ?? 0;
    sums.set(key, { points: before + points, expire: now + durationMs });
  }
  // In one order for all processes: nobody waits for each other in a circle.
  const keys = [...sums.keys()].sort();
  const points = keys.map((key) => sums.get(key)!.points);
  const expires = keys.map((key) => sums.get(key)!.expire);
  const { rows } = await sql<Counted & { key: string }>`
    insert into rate_limit (key, points, expire)
    select * from unnest(${keys}::text[], ${points}::integer[], ${expires}::bigint[])
    on conflict (key) do update set
      points = excluded.points + case when rate_limit.expire <= ${now} then 0 else rate_limit.points end,
      expire = case when rate_limit.expire <= ${now} then excluded.expire else rate_limit.expire end
    returning key, points, expire`.execute(reader);
  const stored = new Map(rows.map((row) => [row.key, row]));
  // Each hears what its key had when it came, as if all had been counted one after the other.
  const counted = new Map<Count, Counted>();
  for (const count of [...counts].reverse()) {
    const { points, expire } = stored.get(count.key)!;
    counted.set(count, { points, expire });
    stored.set(count.key, { key: count.key, points: points - count.points, expire });
  }
  return counted;
}
