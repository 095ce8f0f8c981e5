import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogues } from './catalogues.js';

describe('the words for authors', () => {
  it('say every fault in every language', async () => {
    for (const load of Object.values(catalogues)) {
      const { messages } = await load();
      const faults = { ...messages.fault, ...messages.signed.faults };
      for (const text of Object.values(faults)) assert.match(text, /[.؟]$/);
    }
  });
});
