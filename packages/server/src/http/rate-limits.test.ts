import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Keyring } from '../keyring.js';
import { ProblemError } from '../operations/problem-error.js';
import { RateLimits } from './rate-limits.js';

const limits = (settings = {}) =>
  new RateLimits(new Keyring('a'.repeat(32)), {
    requests: 100,
    reads: 5,
    writes: 3,
    siteWrites: 5,
    staff: 4,
    ...settings,
  });
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
