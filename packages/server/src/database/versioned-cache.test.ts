import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HeldVersions } from './site-versions.js';
import { VersionedCache, type Made } from './versioned-cache.js';

function counting(mostBytes = 1_000) {
  const versions = new HeldVersions();
  const cache = new VersionedCache<number>(versions, mostBytes);
  let count = 0;
  const get = (site: string, name: string, made: Partial<Made<number>> = {}) =>
    cache.get(site, name, () =>
      Promise.resolve({ value: (count += 1), bytes: 100, until: null, ...made }),
    );
  return { versions, cache, get };
}

describe('what is kept of a site', () => {
  it('holds until the version of its site moves', async () => {
    const { versions, get } = counting();
    assert.deepEqual([await get('a', 'x'), await get('a', 'x'), await get('b', 'x')], [1, 1, 2]);
    versions.moved(['a']);
    assert.deepEqual([await get('a', 'x'), await get('b', 'x')], [3, 2]);
  });

  it('holds until its time is over', async () => {
    const { get } = counting();
    const until = new Date(Date.now() + 60);
    assert.deepEqual([await get('a', 'x', { until }), await get('a', 'x', { until })], [1, 1]);
    while (Date.now() < until.getTime()) await new Promise((settle) => setTimeout(settle, 5));
    assert.equal(await get('a', 'x'), 2);
  });

  it('is made once for all that ask at the same time, and again after it failed', async () => {
    const { cache, get } = counting();
    assert.deepEqual(await Promise.all([get('a', 'x'), get('a', 'x'), get('a', 'x')]), [1, 1, 1]);
    await assert.rejects(
      cache.get('a', 'y', () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(await get('a', 'y'), 2);
  });

  it('is not taken for newer than it is when its site changes while it is made', async () => {
    const { versions, cache, get } = counting();
    let finish: (made: Made<number>) => void = () => {};
    const slow = cache.get('a', 'x', () => new Promise((settle) => (finish = settle)));
    await Promise.resolve();
    versions.moved(['a']);
    assert.equal(await get('a', 'x'), 1);
    finish({ value: 99, bytes: 1, until: null });
    assert.equal(await slow, 99);
    assert.notEqual(await get('a', 'x'), 99);
  });

  it('stays within its memory, and drops first what nobody asked for', async () => {
    const { get } = counting();
    for (let name = 0; name < 10; name++) await get('a', String(name));
    assert.equal(await get('a', '0'), 1);
    assert.equal(await get('a', 'new'), 11);
    assert.equal(await get('a', '0'), 1, 'asked for lately');
    assert.equal(await get('a', '1'), 12, 'not asked for');
    assert.equal(await get('a', 'large', { bytes: 900 }), 13);
    assert.equal(await get('a', 'large', { bytes: 900 }), 14, 'too large to be kept');
    assert.equal(await get('a', '0'), 1);
  });
});
