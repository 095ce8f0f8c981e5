// The short form of the part `power` of `npm run proof`.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { provePower, proveSyncsMatter } from '../proof/power.mjs';

describe('a machine whose power goes (embedded database)', () => {
  it('starts again with all it acknowledged, whatever was going on', async () => {
    const seed = 1;
    const instants = {
      creation: 2,
      sending: 4,
      ending: 2,
      recovering: 1,
      older: 1,
      checkpoint: 3,
      migration: 1,
    };
    const { rows } = await provePower({ seed, instants, proposals: 40 });
    const cuts = Object.values(rows).map(({ cuts }) => cuts);
    assert.deepEqual(cuts, Object.values(instants));
    assert.ok(rows.sending.acknowledged.some((count) => count > 0));
  });

  it('is found to have lost something if the disk ignores syncs', async () => {
    const { failure } = await proveSyncsMatter({ seed: 1, cuts: 20, proposals: 40 });
    assert.ok(failure);
  });
});
