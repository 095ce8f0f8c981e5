import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSession } from '../testing/index.js';
import { checkedOperation } from './all-operations.js';
import { readOf } from './find-operation.js';
import { withoutUnreadable } from './without-unreadable.js';
import '../reads/sessions.js';

const readers = {
  'with the table of reads': readOf('listSessions')!.response,
  'with the schemas': checkedOperation('listSessions').response,
};
const session = (id: string) => sampleSession({ id });
const strange = { id: 'strange', startDate: { calendar: 'islamic' } };

for (const [manner, check] of Object.entries(readers)) {
  describe(`a list that is read ${manner}`, () => {
    const read = (items: unknown[], rest: object = { nextCursor: null }) =>
      withoutUnreadable(check, { items, ...rest });

    it('is the list itself where every entry can be read', () => {
      const page = { items: [session('a')], nextCursor: 'c' };
      assert.deepEqual(read(page.items, { nextCursor: 'c' }), { ok: true, value: page });
    });
    it('leaves out the entries that cannot be read, and counts them', () => {
      const result = read([strange, session('a'), null, session('b'), 'session']);
      assert.ok(result.ok);
      assert.deepEqual(result.value, {
        items: [session('a'), session('b')],
        nextCursor: null,
        unreadable: 3,
      });
    });
    it('leaves out more of them than issues are named', () => {
      const result = read([...Array.from({ length: 150 }, () => strange), session('a')]);
      assert.ok(result.ok);
      assert.deepEqual(result.value, {
        items: [session('a')],
        nextCursor: null,
        unreadable: 150,
      });
    });
    it('is empty where no entry can be read', () => {
      const value = { items: [], nextCursor: null, unreadable: 2 };
      assert.deepEqual(read([strange, strange]), { ok: true, value });
    });
    it('is refused where the page around the entries cannot be read', () => {
      for (const result of [
        read([session('a'), strange], { nextCursor: 7 }),
        withoutUnreadable(check, { items: 'none', nextCursor: null }),
        withoutUnreadable(check, null),
      ]) {
        assert.equal(result.ok, false);
      }
    });
  });
}
