import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogues } from './catalogues.js';

describe('the texts for authors', () => {
  it('say every issue in every language', async () => {
    for (const load of Object.values(catalogues)) {
      const { messages } = await load();
      const issues = { ...messages.issue, ...messages.signed.issues };
      for (const text of Object.values(issues)) assert.match(text, /[.؟]$/);
    }
  });
});
