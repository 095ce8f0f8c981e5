import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { createFakeServer } from '../testing/index.js';
import { begin } from './first-reads.js';

// The client takes the page's `fetch` as it is when its first module starts: it is loaded after this one is in place.
const pageFetch = globalThis.fetch;
const server = createFakeServer({});
const asked: RequestInit[] = [];
let answer: (input: string, init: RequestInit) => Promise<Response>;
globalThis.fetch = (input, init = {}) => {
  asked.push(init);
  return answer(String(input), init);
};
const { createClient, isNafidaError } = await import('../index.js');

describe('a read that was begun before the client was there', () => {
  const url = `${server.baseUrl}/v1/sites/${server.site}`;
  const client = (timeoutMs = 5_000) =>
    createClient({ baseUrl: server.baseUrl, site: server.site, timeoutMs, retry: false });

  beforeEach(() => {
    asked.length = 0;
    answer = (input, init) => server.fetch(input, init);
  });
  after(() => {
    globalThis.fetch = pageFetch;
  });

  it('is the answer for the first caller only', async () => {
    begin(url);
    begin(url);
    assert.equal(asked.length, 1);
    assert.equal((await client().site.get()).id, server.site);
    assert.equal(asked.length, 1);
    await client().site.get();
    assert.equal(asked.length, 2);
  });

  it('is sent as the client sends it', async () => {
    begin(url);
    await client().site.get();
    await client().site.get();
    const [begun, own] = asked.map(
      ({ method: _GET, signal: _own, body: _none, cache, ...init }) => ({
        ...init,
        cache: cache ?? 'default',
      }),
    );
    assert.deepEqual(begun, own);
  });

  it('is requested again if it failed, and if a copy in the browser is not enough', async () => {
    answer = () => Promise.reject(new TypeError('cut'));
    begin(url);
    answer = (input, init) => server.fetch(input, init);
    assert.equal((await client().site.get()).id, server.site);
    begin(url);
    asked.length = 0;
    await client().site.get({ fresh: true });
    assert.deepEqual(
      asked.map(({ cache }) => cache),
      ['no-cache'],
    );
    await client().site.get();
  });

  it('is requested again if its answer has waited for half a minute', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    for (const [waitedMs, requests] of [
      [30_000, 1],
      [30_001, 2],
    ] as const) {
      asked.length = 0;
      const answered = answer;
      let came!: Promise<Response>;
      answer = (input, init) => (came = answered(input, init));
      begin(url);
      await came;
      context.mock.timers.tick(waitedMs);
      await client().site.get();
      assert.equal(asked.length, requests);
      answer = answered;
    }
  });

  it('is waited for no longer than any other', async () => {
    answer = () => new Promise(() => {});
    begin(url);
    await assert.rejects(
      client(50).site.get(),
      (error) => isNafidaError(error) && error.kind === 'timeout',
    );
  });
});
