import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Database, DatabaseReader } from '../database/database.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { Keyring } from '../keyring.js';
import { ProblemError } from '../operations/problem-error.js';
import { RateLimits } from './rate-limits.js';

const small = { requests: 100, reads: 5, writes: 3, siteWrites: 5, staff: 4 };
const limits = (settings = {}, shared?: DatabaseReader) =>
  new RateLimits(new Keyring('a'.repeat(32)), { ...small, ...settings }, shared);
const times = async (count: number, request: () => Promise<void>) => {
  for (let time = 0; time < count; time++) await request();
};
const isRefused = (error: unknown) => {
  assert.ok(error instanceof ProblemError);
  assert.equal(error.problem.code, 'rate_limited');
  assert.ok(error.problem.retryAfter! >= 1 && error.problem.retryAfter! <= 60);
  return true;
};

describe('the limits on requests', () => {
  it('count reads and writes of one address to one site apart', async () => {
    const limit = limits();
    const write = (site: string, address: string) => () =>
      limit.countAddress('writes', address, site);
    await times(3, write('berkane', '1.2.3.4'));
    await assert.rejects(write('berkane', '1.2.3.4')(), isRefused);
    await limit.countAddress('reads', '1.2.3.4', 'berkane');
    await write('berkane', '1.2.3.5')();
    await write('oujda', '1.2.3.4')();
  });
  it('take a household with many IPv6 addresses for one', async () => {
    const limit = limits();
    let host = 0;
    await times(3, () => limit.countAddress('writes', `2001:db8::${++host}`, 'berkane'));
    await assert.rejects(limit.countAddress('writes', '2001:db8::ffff', 'berkane'), isRefused);
  });
  it('bound what one address asks of all sites together', async () => {
    const limit = limits({ requests: 7 });
    await times(7, () => limit.countAddress('requests', '1.2.3.4'));
    await assert.rejects(limit.countAddress('requests', '1.2.3.4'), isRefused);
    await limit.countAddress('requests', '1.2.3.5');
  });
  it('bound what all addresses together send to one site, and keep room for staff', async () => {
    const limit = limits();
    await times(5, () => limit.countCreate('berkane'));
    await assert.rejects(limit.countCreate('berkane'), isRefused);
    await limit.countAddress('writes', '1.2.3.4', 'berkane');
    await times(4, () => limit.countStaff('berkane', 'Secretary'));
    await assert.rejects(limit.countStaff('berkane', 'Secretary'), isRefused);
    await limit.countStaff('berkane', 'Deputy');
  });
});

describe('the limits that several processes share', () => {
  let database: Database;
  let close: () => Promise<void>;
  before(async () => {
    ({ database, close } = await temporaryDatabase());
  });
  after(() => close());
  const together = async (requests: readonly Promise<void>[]) => {
    const outcomes = await Promise.allSettled(requests);
    return outcomes.map(({ status }) => status === 'fulfilled');
  };

  it('count what comes at the same moment as if it came one after the other, with one query', async () => {
    let queries = 0;
    const counted = database.reader.withPlugin({
      transformQuery: ({ node }) => {
        queries += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const limit = limits({}, counted);
    const passed = await together([
      ...Array.from({ length: 5 }, () => limit.countAddress('writes', '1.2.3.4', 'berkane')),
      ...Array.from({ length: 7 }, () => limit.countCreate('berkane')),
    ]);
    const through = (most: number, all: number) =>
      Array.from({ length: all }, (_, at) => at < most);
    assert.deepEqual(passed, [...through(3, 5), ...through(5, 7)]);
    assert.equal(queries, 1);
    assert.deepEqual(limit.refused, { ...limit.refused, writes: 2, siteWrites: 2 });
  });
  it('count what other processes let through', async () => {
    const [one, other] = [limits({}, database.reader), limits({}, database.reader)];
    await times(2, () => one.countStaff('oujda', 'Secretary'));
    await times(2, () => other.countStaff('oujda', 'Secretary'));
    await assert.rejects(one.countStaff('oujda', 'Secretary'), isRefused);
    await assert.rejects(other.countStaff('oujda', 'Secretary'), isRefused);
  });
  it('start again when the minute is over', async () => {
    const limit = limits({}, database.reader);
    await times(4, () => limit.countStaff('nador', 'Secretary'));
    await sql`update rate_limit set expire = 1 where key = 'staff:nador Secretary'`.execute(
      database.reader,
    );
    await times(4, () => limit.countStaff('nador', 'Secretary'));
    await assert.rejects(limit.countStaff('nador', 'Secretary'), isRefused);
  });
  it('are counted in memory while the database does not answer', async () => {
    const gone = await temporaryDatabase();
    await gone.close();
    const limit = limits({}, gone.database.reader);
    await times(4, () => limit.countStaff('berkane', 'Secretary'));
    await assert.rejects(limit.countStaff('berkane', 'Secretary'), isRefused);
  });
});
