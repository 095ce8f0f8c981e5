import assert from 'node:assert/strict';
import { it } from 'node:test';
import { proposalContent, receiptStatement } from './receipt-content.js';

const proposal = {
  consultation: 'digital-2030',
  axis: 'access',
  territory: { code: '02.113', vintage: 2024 },
  title: { text: 'قنطرة "جديدة"', language: 'ar' },
  body: { text: 'سطر\nوسطر', language: 'ar' },
};
const receipt = {
  reference: 'P-1',
  receivedAt: '2026-11-01T13:00:00.5+01:00',
  contentHash: 'ab'.repeat(32),
};

it('is the same on a page whose old script library writes lists its own way', () => {
  const texts = () => [
    proposalContent(proposal),
    proposalContent({ ...proposal, territory: null }),
    receiptStatement('berkane', receipt),
  ];
  const expected = [
    '["digital-2030","access",["02.113",2024],["قنطرة \\"جديدة\\"","ar"],["سطر\\nوسطر","ar"]]',
    '["digital-2030","access",null,["قنطرة \\"جديدة\\"","ar"],["سطر\\nوسطر","ar"]]',
    `["nafida-receipt-1","berkane","P-1","2026-11-01T12:00:00Z","${'ab'.repeat(32)}"]`,
  ];
  assert.deepEqual(texts(), expected);
  const arrays = Array.prototype as { toJSON?: unknown };
  arrays.toJSON = function (this: unknown[]) {
    return `[${this.join()}]`;
  };
  try {
    assert.deepEqual(texts(), expected);
  } finally {
    delete arrays.toJSON;
  }
});
