import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isNafidaError } from './errors/is-nafida-error.js';
import { listOf } from './list.js';

const threePages = {
  first: { items: [1, 2], nextCursor: 'b' },
  b: { items: [], nextCursor: 'c' },
  c: { items: [3], nextCursor: null },
};

function counted() {
  const asked: (string | undefined)[] = [];
  const list = listOf(async (cursor) => {
    asked.push(cursor);
    return threePages[(cursor ?? 'first') as keyof typeof threePages];
  });
  return { list, asked };
}

describe('a list', () => {
  it('is gone through item by item, over all pages, empty ones included', async () => {
    const { list, asked } = counted();
    const items = [];
    for await (const item of list) items.push(item);
    assert.deepEqual(
      [items, asked],
      [
        [1, 2, 3],
        [undefined, 'b', 'c'],
      ],
    );
  });
  it('is gone through page by page', async () => {
    const lengths = [];
    for await (const { items } of counted().list.pages()) lengths.push(items.length);
    assert.deepEqual(lengths, [2, 0, 1]);
  });
  it('gives one page at a time', async () => {
    const { list } = counted();
    assert.deepEqual(await list.page(), threePages.first);
    assert.deepEqual(await list.page('c'), threePages.c);
  });
  it('requests nothing before it is read, and only what is read', async () => {
    const { list, asked } = counted();
    assert.deepEqual(asked, []);
    for await (const item of list) if (item === 2) break;
    assert.deepEqual(asked, [undefined]);
  });
  it('can be read again', async () => {
    const { list } = counted();
    for (let round = 0; round < 2; round++) {
      let count = 0;
      for await (const _item of list) count++;
      assert.equal(count, 3);
    }
  });
  it('ends with an error, not never, when cursors go round', async () => {
    const list = listOf(async (cursor) => ({ items: [1], nextCursor: cursor === 'a' ? 'b' : 'a' }));
    await assert.rejects(
      async () => {
        for await (const _item of list);
      },
      (error) => isNafidaError(error) && error.kind === 'response_shape',
    );
  });
});
