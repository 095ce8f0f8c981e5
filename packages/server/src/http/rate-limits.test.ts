import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Keyring } from '../keyring.js';
import { ProblemError } from '../participation/problem-error.js';
import { RateLimits } from './rate-limits.js';

const limits = (settings = {}) =>
  new RateLimits(new Keyring('a'.repeat(32)), {
    reads: 5,
    writes: 3,
    siteWrites: 5,
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
    const write = (site: string, address: string) => () => limit.count('write', site, address);
    await times(3, write('berkane', '1.2.3.4'));
    await assert.rejects(write('berkane', '1.2.3.4')(), isRefused);
    await limit.count('read', 'berkane', '1.2.3.4');
    await write('berkane', '1.2.3.5')();
    await write('oujda', '1.2.3.4')();
  });
  it('take a household with many IPv6 addresses for one', async () => {
    const limit = limits();
    let host = 0;
    await times(3, () => limit.count('write', 'berkane', `2001:db8::${++host}`));
    await assert.rejects(limit.count('write', 'berkane', '2001:db8::ffff'), isRefused);
  });
  it('bound what all addresses together send to one site', async () => {
    const limit = limits();
    let address = 0;
    const write = () => limit.count('write', 'berkane', `1.2.3.${++address}`);
    await times(5, write);
    await assert.rejects(write(), isRefused);
    await limit.count('read', 'berkane', '1.2.3.4');
  });
});
