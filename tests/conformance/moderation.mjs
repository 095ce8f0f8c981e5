import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
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
      const author = {
        name: 'ليلى',
        nameVisible: false,
        email: 'leila@example.org',
        phone: '+212 600 000000',
      };
      const typed = {
        ...author,
        email: '\u200Fmailto:leila\uFF20example.org\u00A0',
        phone: '\u202A(00212)\u202C (0)٦٠٠\u2011٠٠٠٠٠٠',
      };
      const first = await propose(sites.main, { author: typed });
      const second = await propose(sites.main);
      const items = await allPages(sites.main, 'listSubmissions', { limit: 7 });
      const at = (reference) => items.findIndex((item) => item.reference === reference);
      assert.ok(at(first.reference) >= 0);
      assert.ok(at(first.reference) < at(second.reference));
      const { group, ...shown } = items[at(first.reference)];
      assert.deepEqual(shown, {
        ...first,
        trackingCode: null,
        answers: {},
        answerFiles: [],
        author,
      });
      assert.ok(typeof group === 'string');
      assert.deepEqual(items[at(second.reference)].author, null);
      assert.equal(new Set(items.map(({ reference }) => reference)).size, items.length);
    });
    it('see one site at a time', async () => {
      const { reference } = await propose(sites.main);
      const others = await allPages(sites.neighbour, 'listSubmissions');
      assert.ok(others.every((submission) => submission.reference !== reference));
      await sites.neighbour.refused('not_found', 'moderateSubmission', decide(reference, refuse));
    });
    it('publish: the receipt says so, and the queue no longer contains it', async () => {
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
    it('see together what says nearly the same, at the place of the first', async () => {
      const well = 'حفر بئر جماعية بدوار تيموليلت وتجهيزها بمضخة شمسية';
      const text = 'النساء والأطفال يقطعون خمسة كيلومترات كل يوم لجلب الماء من العين القديمة';
      const first = await propose(sites.main, { title: well, body: text });
      const between = await propose(sites.main, {
        title: 'Réfection de la piste vers le souk du mardi',
        body: 'En hiver, le camion de la coopérative ne passe plus après la pluie.',
      });
      const again = await propose(sites.main, { title: `${well} قريبا`, body: `${text}.` });
      const other = await propose(sites.main, {
        title: 'حفر بئر جماعية بدوار آخر',
        body: 'المدرسة بدون ماء منذ سنتين، والتلاميذ يحملون القنينات من بيوتهم إلى القسم كل صباح.',
      });
      const items = await allPages(sites.main, 'listSubmissions', { limit: 2 });
      const at = ({ reference }) => items.findIndex((item) => item.reference === reference);
      assert.deepEqual(
        [first, again, between, other].map((each) => items[at(each)].group),
        [first, first, between, other].map(({ reference }) => reference),
      );
      assert.equal(at(again), at(first) + 1);
      assert.ok(at(between) > at(again));
    });
  });

  const act = (id, submission, body, more) =>
    sites.main.value(id, { parameters: { submission }, body, ...more });
  const refused = (code, id, submission, body) =>
    sites.main.refused(code, id, { parameters: { submission }, body });
  const read = (token) => sites.main.value('getReceipt', { token });
  const reply = (token, question, body) => ({ token, parameters: { question }, body });
  const publish = (reference) => act('moderateSubmission', reference, { decision: 'publish' });

  describe('a question to the author', () => {
    const question = { text: 'في أي دوار يوجد هذا المسلك؟', language: 'ar' };
    const words = { text: 'دوار آيت بوكماز، قرب المدرسة.', language: 'ar' };

    it('is read and replied to with the tracking code, and by nobody else', async () => {
      const { reference, trackingCode } = await propose(sites.main);
      const asked = await act('askAuthor', reference, question);
      assert.equal(asked.questions.length, 1);
      const { questions } = await read(trackingCode);
      assert.deepEqual(questions, asked.questions);
      const [{ id }] = questions;
      assert.deepEqual(
        [questions[0].text, questions[0].language, questions[0].reply, questions[0].repliedAt],
        [question.text, 'ar', null, null],
      );
      const other = await propose(sites.main);
      await sites.main.refused(
        'not_found',
        'replyToQuestion',
        reply(other.trackingCode, id, words),
      );
      await sites.main.refused('unauthorized', 'replyToQuestion', reply('x', id, words));
      const replied = await sites.main.value('replyToQuestion', reply(trackingCode, id, words));
      assert.deepEqual(replied.questions[0].reply, words);
      assert.deepEqual(
        await act('getSubmission', reference).then((seen) => seen.questions),
        replied.questions,
      );
      await publish(reference);
      const shown = await sites.main.value('getProposal', { parameters: { proposal: reference } });
      assert.ok(!JSON.stringify(shown).includes('بوكماز'), 'the public reads nothing of it');
    });
    it('is asked once however often it is sent, and one at a time', async () => {
      const { reference, trackingCode } = await propose(sites.main);
      const key = randomUUID();
      const first = await act('askAuthor', reference, question, { key });
      assert.deepEqual(await act('askAuthor', reference, question, { key }), first);
      await refused('question_open', 'askAuthor', reference, question);
      const [{ id }] = first.questions;
      await sites.main.value('replyToQuestion', reply(trackingCode, id, words));
      assert.equal((await act('askAuthor', reference, question)).questions.length, 2);
    });
    it('is replied to once; the same again changes nothing', async () => {
      const { reference, trackingCode } = await propose(sites.main);
      const { questions } = await act('askAuthor', reference, question);
      const [{ id }] = questions;
      const first = await sites.main.value('replyToQuestion', reply(trackingCode, id, words));
      assert.deepEqual(
        await sites.main.value('replyToQuestion', reply(trackingCode, id, words)),
        first,
      );
      const code = 'already_replied';
      await sites.main.refused(code, 'replyToQuestion', reply(trackingCode, id, question));
      await sites.main.refused('not_found', 'replyToQuestion', reply(trackingCode, 'x', words));
      const empty = reply(trackingCode, id, { text: ' ', language: 'ar' });
      await sites.main.refused('invalid_input', 'replyToQuestion', empty);
    });
    it('is not asked about what was refused', async () => {
      const { reference } = await propose(sites.main);
      await act('moderateSubmission', reference, refuse);
      await refused('already_moderated', 'askAuthor', reference, question);
      await refused('not_found', 'askAuthor', 'nothing', question);
      await refused('invalid_input', 'askAuthor', reference, { text: '', language: 'ar' });
    });
  });

  describe('a proposal that another one represents', () => {
    it('leaves the public list; its author follows the other and reads its answer', async () => {
      const [mine, other] = [await propose(sites.main), await propose(sites.main)];
      await publish(mine.reference);
      const into = { into: other.reference };
      const merged = await act('mergeSubmission', mine.reference, into);
      assert.deepEqual([merged.moderation, merged.mergedInto], ['merged', other.reference]);
      assert.deepEqual(await act('mergeSubmission', mine.reference, into), merged);
      await sites.main.refused('not_found', 'getProposal', {
        parameters: { proposal: mine.reference },
      });
      await publish(other.reference);
      const text = { fr: 'Les travaux commencent en mars.' };
      await act('answerSubmission', other.reference, { status: 'accepted', text });
      const receipt = await read(mine.trackingCode);
      assert.deepEqual(
        [receipt.moderation, receipt.mergedInto, receipt.status, receipt.answer.text],
        ['merged', other.reference, 'accepted', text],
      );
    });
    it('takes along those that it stood for itself', async () => {
      const [one, two, three] = [
        await propose(sites.main),
        await propose(sites.main),
        await propose(sites.main),
      ];
      await act('mergeSubmission', one.reference, { into: two.reference });
      await act('mergeSubmission', two.reference, { into: three.reference });
      assert.equal((await read(one.trackingCode)).mergedInto, three.reference);
    });
    it('is merged into something that is there and is another', async () => {
      const [mine, gone] = [await propose(sites.main), await propose(sites.main)];
      await act('moderateSubmission', gone.reference, refuse);
      for (const into of [mine.reference, gone.reference, 'nothing', 'a b']) {
        await refused('invalid_input', 'mergeSubmission', mine.reference, { into });
      }
      await refused('already_moderated', 'mergeSubmission', gone.reference, {
        into: mine.reference,
      });
      await refused('not_found', 'mergeSubmission', 'nothing', { into: mine.reference });
    });
  });

  describe('the official answer', () => {
    it('is public with the proposal until it is implemented', async () => {
      const { reference, trackingCode } = await propose(sites.main);
      const shown = () => sites.main.value('getProposal', { parameters: { proposal: reference } });
      const text = { ar: 'تمت برمجة الأشغال.', fr: 'Les travaux sont programmés.' };
      await refused('not_published', 'answerSubmission', reference, { status: 'accepted', text });
      await publish(reference);
      assert.deepEqual([(await shown()).status, (await shown()).answer], ['not_answered', null]);
      await act('answerSubmission', reference, { status: 'evaluating' });
      assert.deepEqual([(await shown()).status, (await shown()).answer], ['evaluating', null]);
      const answered = await act('answerSubmission', reference, { status: 'accepted', text });
      assert.deepEqual([answered.status, answered.answer.text], ['accepted', text]);
      assert.deepEqual((await shown()).answer, answered.answer);
      assert.deepEqual((await read(trackingCode)).answer, answered.answer);
      const done = await act('answerSubmission', reference, { status: 'implemented' });
      assert.deepEqual([done.status, done.answer], ['implemented', answered.answer]);
      assert.deepEqual(await act('answerSubmission', reference, { status: 'implemented' }), done);
      const back = await act('answerSubmission', reference, { status: 'not_answered' });
      assert.deepEqual([back.status, back.answer], ['not_answered', null]);
    });
    it('needs a text if it decides', async () => {
      const { reference } = await propose(sites.main);
      await publish(reference);
      for (const body of [
        { status: 'rejected' },
        { status: 'withdrawn', text: { fr: 'Non' } },
        { status: 'accepted', text: {} },
        { status: 'accepted', text: { de: 'Ja' } },
        { status: 'not_answered', text: { fr: 'Plus tard' } },
        {},
      ]) {
        await refused('invalid_input', 'answerSubmission', reference, body);
      }
      await refused('not_found', 'answerSubmission', 'nothing', { status: 'evaluating' });
    });
  });

  describe('an author', () => {
    const author = {
      name: 'Aïcha',
      nameVisible: true,
      email: 'aicha@example.org',
      phone: '0612345678',
    };

    it('reads everything that is stored about them', async () => {
      const receipt = await propose(sites.main, { author });
      const data = await sites.main.value('getOwnData', { token: receipt.trackingCode });
      assert.deepEqual(data.receipt, { ...receipt, trackingCode: null });
      assert.deepEqual([data.author, data.messages], [author, []]);
      assert.equal(data.consent.privacyHash, sites.main.site.privacyHash);
      for (const token of [null, 'x', sites.main.site.staffToken]) {
        await sites.main.refused('unauthorized', 'getOwnData', { token });
        await sites.main.refused('unauthorized', 'withdrawProposal', { token });
      }
    });
    it('withdraws: the text leaves the public, name and address are gone', async () => {
      const { reference, trackingCode: token } = await propose(sites.main, { author });
      await publish(reference);
      const withdrawn = await sites.main.value('withdrawProposal', { token });
      assert.deepEqual([withdrawn.status, withdrawn.moderation], ['withdrawn', 'withdrawn']);
      assert.deepEqual(await sites.main.value('withdrawProposal', { token }), withdrawn);
      assert.deepEqual(await read(token), withdrawn);
      const { headers } = await sites.main.refused('proposal_withdrawn', 'getProposal', {
        parameters: { proposal: reference },
      });
      assert.match(headers.get('Cache-Control'), /no-store/);
      const listed = await allPages(sites.main, 'listProposals');
      assert.ok(listed.every((proposal) => proposal.reference !== reference));
      assert.equal((await act('getSubmission', reference)).author, null);
      await refused('not_published', 'answerSubmission', reference, { status: 'evaluating' });
    });
    it('withdraws what nobody has read: it leaves the queue without a trace', async () => {
      const { reference, trackingCode: token } = await propose(sites.main);
      await sites.main.value('withdrawProposal', { token });
      const query = { moderation: 'pending' };
      const pending = await allPages(sites.main, 'listSubmissions', { query });
      assert.ok(pending.every((submission) => submission.reference !== reference));
      await sites.main.refused('not_found', 'getProposal', { parameters: { proposal: reference } });
      await refused('already_moderated', 'moderateSubmission', reference, refuse);
    });
  });

  describe('the record', () => {
    it('says who did what and when, in order', async () => {
      const [mine, other] = [await propose(sites.main), await propose(sites.main)];
      const { reference, trackingCode: token } = mine;
      const { questions } = await act('askAuthor', reference, { text: 'Où ?', language: 'fr' });
      const words = { text: 'Azilal', language: 'fr' };
      await sites.main.value('replyToQuestion', reply(token, questions[0].id, words));
      await publish(reference);
      await act('answerSubmission', reference, { status: 'evaluating' });
      await act('mergeSubmission', reference, { into: other.reference });
      await sites.main.value('withdrawProposal', { token });
      await act('moderateSubmission', other.reference, refuse);
      const entries = await allPages(sites.main, 'listAudit', {
        query: { proposal: reference },
        limit: 2,
      });
      assert.deepEqual(
        entries.map(({ action, detail, by }) => [action, detail, by === null]),
        [
          ['asked', null, false],
          ['replied', null, true],
          ['published', null, false],
          ['answered', 'evaluating', false],
          ['merged', other.reference, false],
          ['withdrawn', null, true],
        ],
      );
      assert.ok(entries.every(({ at, proposal }) => Date.parse(at) && proposal === reference));
      const all = await allPages(sites.main, 'listAudit');
      assert.deepEqual(
        all.slice(-1).map(({ action, detail, proposal }) => [action, detail, proposal]),
        [['refused', 'off_topic', other.reference]],
      );
      const neighbours = await allPages(sites.neighbour, 'listAudit');
      assert.ok(neighbours.every(({ proposal }) => proposal !== reference));
    });
  });
}
