import { sampleConsultation } from '@nafida/client/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyContent, isWorthKeeping, longest } from './proposal-content.js';

describe('the length that title and text may have', () => {
  const asking = (max: { title: number; body: number }) =>
    sampleConsultation({
      policy: {
        territoryLevel: null,
        title: { min: 1, max: max.title },
        body: { min: 1, max: max.body },
        attachments: null,
      },
    });
  it('follows the consultation where it is stricter', () => {
    assert.equal(longest('title', asking({ title: 40, body: 300 })), 40);
  });
  it('is never more than any server takes', () => {
    const lavish = asking({ title: 900, body: 90_000 });
    assert.deepEqual([longest('title', lavish), longest('body', lavish)], [150, 5000]);
  });
});

describe('what is worth keeping', () => {
  it('is anything written, not choices alone', () => {
    assert.equal(
      isWorthKeeping({ ...emptyContent, axis: 'a', territory: '02', title: ' ' }),
      false,
    );
    for (const field of ['title', 'body', 'name', 'email', 'phone'] as const) {
      assert.equal(isWorthKeeping({ ...emptyContent, [field]: 'x' }), true);
    }
  });
});
