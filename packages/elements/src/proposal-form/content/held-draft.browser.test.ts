import { expect } from '@open-wc/testing';
import { heldDraft, holdDraft, releaseDraft } from './held-draft.js';
import { emptyContent } from './proposal-content.js';

describe('a draft that is held while the page goes', () => {
  const name = 'old-page ';
  const arrays = Array.prototype as { toJSON?: unknown };

  afterEach(() => {
    delete arrays.toJSON;
    releaseDraft(name);
  });

  it('comes back whole on a page where Prototype 1.6 changes JSON', () => {
    // As Prototype 1.6 does: arrays are encoded as text, and then once more.
    arrays.toJSON = function (this: unknown[]) {
      return `[${this.map((each) => JSON.stringify(each)).join(', ')}]`;
    };
    const answers = new Map([['width', { choice: 'wide' }]]) as unknown;
    const content = { ...emptyContent, title: 'Une passerelle', answers } as typeof emptyContent;
    holdDraft(name, { content, attempt: undefined });
    expect(heldDraft(name)?.['content']).to.deep.equal(content);
  });
});
