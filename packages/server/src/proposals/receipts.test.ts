import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { untouched } from './proposal-records.js';
import { receiptOf } from './receipts.js';

describe('a receipt', () => {
  it('says the hour on the clocks of Morocco at which the proposal was received', () => {
    const receipt = receiptOf(
      {
        ...{ site: 'berkane', reference: '2026-7K4QM2', consultation: 'digital', axis: 'access' },
        ...{ territory_code: null, territory_vintage: null, place_code: null },
        ...{ title: 'Le haut débit', body: 'Relier les douars éloignés.', language: 'fr' },
        ...{ title_language: null, body_language: null },
        answers: null,
        ...{
          author_name: null,
          author_name_visible: false,
          author_email: null,
          author_phone: null,
        },
        ...{ content_hash: '', consent_hash: '', tracking_hash: '', channel: 'web' },
        ...{
          collected_on: null,
          session: null,
          import_key: null,
          receipt_key: null,
          receipt_signature: null,
        },
        ...untouched,
        received_at: new Date('2026-07-15T09:30:12.345Z'),
        ...{ duplicate_group: '2026-7K4QM2', grouped_at: new Date(0) },
      },
      [],
      null,
      { attachments: [], answerFiles: [] },
      null,
    );
    assert.equal(receipt.receivedAt, '2026-07-15T10:30:12+01:00');
  });
});
