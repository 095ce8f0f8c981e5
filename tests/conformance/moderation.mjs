import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allPages, propose } from './inputs.mjs';

/** What staff see and decide. */
export function describeModeration(sites) {
  const decide = (submission, body, more) => ({ parameters: { submission }, body, ...more });
  const refuse = { decision: 'refuse', reason: 'off_topic' };

  describe('staff', () => {
    it('need a token of the site', async () => {
      const { reference, trackingCode } = await propose(sites.main);
      const { staffToken } = sites.neighbour.site;
      for (const token of [null, 'x', trackingCode, staffToken]) {
        await sites.main.refused('unauthorized', 'listSubmissions', { token });
        await sites.main.refused(
          'unauthorized',
          'moderateSubmission',
          decide(reference, refuse, { token }),
        );
      }
      const receipt = await sites.main.value('getReceipt', { token: trackingCode });
      assert.equal(receipt.moderation, 'pending');
    });
    it('see what was sent, oldest first, with its author and without its secrets', async () => {
      const author = { name: 'ليلى', nameVisible: false, email: 'leila@example.org' };
      const first = await propose(sites.main, { author });
      const second = await propose(sites.main);
      const items = await allPages(sites.main, 'listSubmissions', { limit: 7 });
      const at = (reference) => items.findIndex((item) => item.reference === reference);
      assert.ok(at(first.reference) >= 0);
      assert.ok(at(first.reference) < at(second.reference));
      assert.deepEqual(items[at(first.reference)], { ...first, trackingCode: null, author });
      assert.deepEqual(items[at(second.reference)].author, null);
      assert.equal(new Set(items.map(({ reference }) => reference)).size, items.length);
    });
    it('see one site at a time', async () => {
      const { reference } = await propose(sites.main);
      const others = await allPages(sites.neighbour, 'listSubmissions');
      assert.ok(others.every((submission) => submission.reference !== reference));
      await sites.neighbour.refused('not_found', 'moderateSubmission', decide(reference, refuse));
    });
    it('publish: the receipt says so, and the queue of pending ones holds it no more', async () => {
      const { reference, trackingCode } = await propose(sites.main);
      const pending = async () =>
        (await allPages(sites.main, 'listSubmissions', { query: { moderation: 'pending' } })).some(
          (submission) => submission.reference === reference,
        );
      assert.ok(await pending());
      const decided = await sites.main.value(
        'moderateSubmission',
        decide(reference, { decision: 'publish' }),
      );
      assert.deepEqual(
        [decided.moderation, decided.refusal, decided.trackingCode],
        ['published', null, null],
      );
      assert.ok(!(await pending()));
      const receipt = await sites.main.value('getReceipt', { token: trackingCode });
      assert.equal(receipt.moderation, 'published');
    });
    it('refuse with a reason and words: the author reads both, the public nothing', async () => {
      const { reference, trackingCode } = await propose(sites.main);
      const words = { text: 'يتضمن المقترح رقم هاتف شخص آخر.', language: 'ar' };
      const refusal = { reason: 'personal_data', words };
      const decided = await sites.main.value(
        'moderateSubmission',
        decide(reference, { decision: 'refuse', ...refusal }),
      );
      assert.deepEqual([decided.moderation, decided.refusal], ['refused', refusal]);
      const receipt = await sites.main.value('getReceipt', { token: trackingCode });
      assert.deepEqual([receipt.moderation, receipt.refusal], ['refused', refusal]);
      await sites.main.refused('not_found', 'getProposal', { parameters: { proposal: reference } });
    });
    it('may refuse without words', async () => {
      const { reference } = await propose(sites.main);
      const { refusal } = await sites.main.value('moderateSubmission', decide(reference, refuse));
      assert.deepEqual(refusal, { reason: 'off_topic', words: null });
    });
    it('decide once, also when two decide at the same moment', async () => {
      const { reference } = await propose(sites.main);
      const answers = await Promise.all(
        [refuse, { decision: 'publish' }].map((body) =>
          sites.main.call('moderateSubmission', decide(reference, body)),
        ),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
      await sites.main.refused(
        'already_moderated',
        'moderateSubmission',
        decide(reference, refuse),
      );
    });
    it('must decide validly, on something that exists', async () => {
      const { reference } = await propose(sites.main);
      for (const body of [
        {},
        { decision: 'maybe' },
        { decision: 'refuse' },
        { decision: 'refuse', reason: 'because' },
        { decision: 'publish', reason: 'off_topic' },
        { decision: 'refuse', reason: 'off_topic', words: { text: '', language: 'ar' } },
      ]) {
        await sites.main.refused('invalid_input', 'moderateSubmission', decide(reference, body));
      }
      await sites.main.refused('not_found', 'moderateSubmission', decide('nothing', refuse));
    });
  });
}
