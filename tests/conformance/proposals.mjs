import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { verifyReceipt } from '@nafida/client/receipt.js';
import { proposalContent } from '@nafida/contract';
import { allPages, proposalFor, propose, publish } from './inputs.mjs';
import { places } from './world.mjs';

/** Sending a proposal, its receipt, and what the public sees. */
export function describeProposals(sites) {
  const send = (changes) => ({ body: proposalFor(sites.main, changes) });
  const issuesOf = async (changes) =>
    (await sites.main.refused('invalid_input', 'createProposal', send(changes))).errors;

  describe('a proposal', () => {
    it('is received as it was written, white space and normal form apart', async () => {
      const receipt = await propose(sites.main, {
        title: '  Cafe\u0301 numérique\n pour  tous ',
        body: '\r\n<b>نص</b> مع 👩‍👩‍👧 و ⵜⴰⵎⴰⵣⵉⵖⵜ\u200C؛ "q" \'; DROP TABLE x; -- $1 \\n {{x}}\r\n\r\nسطر\u200F.\n',
        language: 'fr',
        territory: places.commune,
      });
      assert.deepEqual(receipt.title, { text: 'Café numérique pour tous', language: 'fr' });
      assert.deepEqual(receipt.body, {
        text: '<b>نص</b> مع 👩‍👩‍👧 و ⵜⴰⵎⴰⵣⵉⵖⵜ\u200C؛ "q" \'; DROP TABLE x; -- $1 \\n {{x}}\n\nسطر\u200F.',
        language: 'fr',
      });
      assert.deepEqual(receipt.territory, places.commune);
    });
    it('has the language of each field, whatever the language of the page', async () => {
      const title = 'تغطية الدواوير بالأنترنت';
      const body = 'Couvrir aussi les douars éloignés, avec la fibre.';
      const receipt = await propose(sites.main, { language: 'fr', title, body });
      assert.deepEqual(
        [receipt.title, receipt.body],
        [
          { text: title, language: 'ar' },
          { text: body, language: 'fr' },
        ],
      );
      const keys = await sites.main.value('getReceiptKeys');
      assert.equal((await verifyReceipt(receipt, keys)).valid, true);
      const read = await sites.main.value('getReceipt', { token: receipt.trackingCode });
      assert.deepEqual([read.title, read.body], [receipt.title, receipt.body]);
    });
    it('gets a receipt: reference, time, tracking code, and a hash anyone can recompute', async () => {
      const sentAt = Date.now();
      const receipt = await propose(sites.main);
      assert.deepEqual(
        [receipt.moderation, receipt.status, receipt.refusal, receipt.consultation, receipt.axis],
        ['pending', 'not_answered', null, 'general', 'access'],
      );
      assert.ok(Math.abs(Date.parse(receipt.receivedAt) - sentAt) < 60_000);
      const hash = createHash('sha256').update(proposalContent(receipt)).digest('hex');
      assert.equal(receipt.contentHash, hash);
      assert.ok(receipt.trackingCode.length >= 12, 'a code that cannot be guessed');
      assert.ok(!receipt.trackingCode.includes(receipt.reference));
    });
    it('gets a signature that anyone can check with the public keys of the site', async () => {
      const receipt = await propose(sites.main, { territory: places.commune });
      const keys = await sites.main.value('getReceiptKeys');
      const key = keys.keys.find(({ until }) => until === null);
      assert.deepEqual(await verifyReceipt(receipt, keys), { valid: true, key: key.id });
      const read = await sites.main.value('getReceipt', { token: receipt.trackingCode });
      assert.deepEqual(read.signature, receipt.signature);
      const reasonOf = async (changes) =>
        (await verifyReceipt({ ...receipt, ...changes }, keys)).reason;
      const title = { ...receipt.title, text: `${receipt.title.text}.` };
      assert.equal(await reasonOf({ title }), 'content_changed');
      assert.equal(await reasonOf({ reference: 'X' }), 'signature_wrong');
      const later = new Date(Date.parse(receipt.receivedAt) + 30_000).toISOString();
      assert.equal(await reasonOf({ receivedAt: later }), 'signature_wrong');
      const ofOther = await sites.neighbour.value('getReceiptKeys');
      assert.notEqual((await verifyReceipt(receipt, ofOther)).valid, true);
      assert.equal(
        (await verifyReceipt(receipt, { ...keys, site: 'x' })).reason,
        'signature_wrong',
      );
    });
    it('gets a reference and a code that no other has', async () => {
      const [one, two] = [await propose(sites.main), await propose(sites.main)];
      assert.notEqual(one.reference, two.reference);
      assert.notEqual(one.trackingCode, two.trackingCode);
      assert.equal(one.contentHash, two.contentHash);
    });
    it('must be valid; every issue of its form is named at once', async () => {
      const issues = await issuesOf({
        title: 'قصير',
        body: 'نص طويل بما يكفي \u202E للاختبار',
        language: 'de',
        cin: 'A123',
        author: { email: 'not an address', phone: 'no number', age: 30 },
      });
      assert.deepEqual(issues.map(({ path, code }) => `${path} ${code}`).sort(), [
        'author.age unknown_field',
        'author.email invalid_format',
        'author.phone invalid_format',
        'body invalid_text',
        'cin unknown_field',
        'language invalid_choice',
        'title too_short',
      ]);
      assert.equal(issues.find(({ path }) => path === 'title').minimum, 8);
    });
    it('answers the questions of its consultation, for staff to read and nobody else', async () => {
      const { questions } = await sites.main.value('getConsultation', {
        parameters: { consultation: 'questions' },
      });
      assert.deepEqual(questions[0].id, 'village');
      const answers = {
        ...{ village: 'عين الركادة', lunch: true, dish: 'fish', age: 34 },
        home: '02.113.01.09',
      };
      const asked = { consultation: 'questions' };
      const { reference, trackingCode } = await propose(sites.main, {
        ...asked,
        answers: { ...answers, village: ' عين الركادة ' },
      });
      const submission = (await allPages(sites.main, 'listSubmissions')).find(
        (each) => each.reference === reference,
      );
      assert.deepEqual(submission.answers, answers);
      const token = trackingCode;
      assert.deepEqual((await sites.main.value('getOwnData', { token })).answers, answers);
      await publish(sites.main, reference);
      const published = await sites.main.value('getProposal', {
        parameters: { proposal: reference },
      });
      assert.equal(JSON.stringify(published).includes('الركادة'), false);
      const refusal = async (given) =>
        (await issuesOf({ ...asked, answers: given })).map(({ path, code }) => `${path} ${code}`);
      assert.deepEqual(await refusal(undefined), ['answers.village required']);
      assert.deepEqual(await refusal({ village: 'Aklim', dish: 'fish' }), [
        'answers.dish unknown_field',
      ]);
      assert.deepEqual(await refusal({ village: 'Aklim', home: '01.511' }), [
        'answers.home territory_outside_site',
      ]);
      assert.deepEqual(
        (await issuesOf({ answers: { village: 'Aklim' } })).map(({ path }) => path),
        ['answers.village'],
        'nothing is asked there',
      );
    });
    it('must be within the limits of its consultation, counted as people count', async () => {
      const exacting = { consultation: 'exacting', territory: places.commune };
      const limits = async (title, body) => {
        const { errors } = await sites.main.refused('invalid_input', 'createProposal', {
          body: proposalFor(sites.main, { ...exacting, title, body }),
        });
        return errors.map(({ path, code, minimum, maximum }) => [path, code, minimum ?? maximum]);
      };
      assert.deepEqual(await limits('a'.repeat(11), 'a'.repeat(41)), [
        ['title', 'too_short', 12],
        ['body', 'too_long', 40],
      ]);
      assert.deepEqual(await limits('👩‍👩‍👧'.repeat(21), 'a'.repeat(20)), [['title', 'too_long', 20]]);
      await propose(sites.main, {
        ...exacting,
        title: '👩‍👩‍👧'.repeat(20),
        body: 'ن\u0651'.repeat(40),
      });
    });
    it('must name a consultation and an axis of the site', async () => {
      const [unknown] = await issuesOf({ consultation: 'nothing' });
      assert.deepEqual([unknown.path, unknown.code], ['consultation', 'invalid_choice']);
      const [axis] = await issuesOf({ axis: 'nothing' });
      assert.deepEqual([axis.path, axis.code], ['axis', 'invalid_choice']);
    });
    it('must name a place if the consultation asks for one, narrow enough and inside', async () => {
      const placeIssue = async (territory) => {
        const [issue, ...others] = await issuesOf({
          consultation: 'exacting',
          title: 'a'.repeat(15),
          body: 'b'.repeat(30),
          territory,
        });
        assert.deepEqual(others, []);
        return [issue.path, issue.code];
      };
      assert.deepEqual(await placeIssue(undefined), ['territory', 'required']);
      assert.deepEqual(await placeIssue(places.province), ['territory', 'territory_level']);
      assert.deepEqual(await placeIssue(places.outside), ['territory', 'territory_outside_site']);
    });
    it('is taken only while the consultation is open', async () => {
      await sites.main.refused(
        'consultation_closed',
        'createProposal',
        send({ consultation: 'over' }),
      );
      await sites.main.refused(
        'consultation_not_open',
        'createProposal',
        send({ consultation: 'to-come' }),
      );
    });
    it('is taken only with consent to the notice in force', async () => {
      await sites.main.refused('consent_outdated', 'createProposal', {
        body: proposalFor(sites.main, { consent: { privacyHash: 'a'.repeat(64) } }),
      });
      const [missing] = await issuesOf({ consent: undefined });
      assert.deepEqual([missing.path, missing.code], ['consent', 'required']);
    });
  });

  describe('a receipt', () => {
    it('is read with its tracking code, which it does not repeat', async () => {
      const created = await propose(sites.main, {
        author: { name: 'سعيد', email: 's@example.org' },
      });
      const receipt = await sites.main.value('getReceipt', { token: created.trackingCode });
      assert.deepEqual(receipt, { ...created, trackingCode: null });
    });
    it('opens however its code was typed from paper', async () => {
      const { trackingCode, reference } = await propose(sites.main);
      for (const token of [
        trackingCode.toLowerCase(),
        trackingCode.replaceAll('-', ' '),
        trackingCode.replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l'),
      ]) {
        assert.equal((await sites.main.value('getReceipt', { token })).reference, reference, token);
      }
    });
    it('is not read with anything else', async () => {
      const { trackingCode, reference } = await propose(sites.main);
      for (const token of [
        null,
        'x',
        reference,
        `${trackingCode}x`,
        sites.main.site.staffToken,
        "' or 1=1",
      ]) {
        await sites.main.refused('unauthorized', 'getReceipt', { token });
      }
      // A proxy may keep the header back or put its own there: that is told apart from a code that is not known.
      const withoutCode = [{}, { Authorization: `Basic ${btoa(`x:${trackingCode}`)}` }];
      for (const headers of withoutCode) {
        const request = { token: null, headers };
        const { errors } = await sites.main.refused('unauthorized', 'getReceipt', request);
        assert.deepEqual(errors, [{ path: 'Authorization', code: 'required' }]);
      }
      const { errors } = await sites.main.refused('unauthorized', 'getReceipt', { token: 'x' });
      assert.equal(errors, undefined);
      await sites.neighbour.refused('unauthorized', 'getReceipt', { token: trackingCode });
    });
  });

  describe('the public', () => {
    it('sees nothing before moderation', async () => {
      const { reference } = await propose(sites.main);
      await sites.main.refused('not_found', 'getProposal', { parameters: { proposal: reference } });
      const listed = await allPages(sites.main, 'listProposals');
      assert.ok(listed.every((proposal) => proposal.reference !== reference));
    });
    it('sees what was published, and of its author only a name shown on purpose', async () => {
      for (const [author, shown] of [
        [undefined, null],
        [{ name: 'Amal', email: 'amal@example.org' }, null],
        [{ name: 'Amal', nameVisible: false }, null],
        [
          { name: 'Amal', nameVisible: true, email: 'amal@example.org', phone: '0612345678' },
          'Amal',
        ],
        [{ nameVisible: true }, null],
      ]) {
        const { reference, title, body } = await propose(sites.main, { author });
        await publish(sites.main, reference);
        const { publishedAt, ...proposal } = await sites.main.value('getProposal', {
          parameters: { proposal: reference },
        });
        assert.ok(Math.abs(Date.parse(publishedAt) - Date.now()) < 60_000);
        assert.deepEqual(proposal, {
          reference,
          consultation: 'general',
          axis: 'access',
          territory: null,
          title,
          body,
          attachments: [],
          session: null,
          author: shown,
          channel: 'web',
          collectedOn: null,
          status: 'not_answered',
          supports: 0,
          answer: null,
        });
        const listed = await allPages(sites.main, 'listProposals');
        assert.deepEqual(
          listed.find((each) => each.reference === reference),
          { ...proposal, publishedAt },
        );
      }
    });
    it('sees the newest first, and no page shifts while others are published', async () => {
      const consultation = 'moderated';
      const query = { consultation };
      const published = [];
      for (let each = 0; each < 5; each++) {
        const { reference } = await propose(sites.main, { consultation });
        await publish(sites.main, reference);
        published.unshift(reference);
      }
      const references = ({ items }) => items.map(({ reference }) => reference);
      const first = await sites.main.value('listProposals', { query: { ...query, limit: 2 } });
      assert.deepEqual(references(first), published.slice(0, 2));
      const { reference: newest } = await propose(sites.main, { consultation });
      await publish(sites.main, newest);
      const second = await sites.main.value('listProposals', {
        query: { ...query, limit: 2, cursor: first.nextCursor },
      });
      assert.deepEqual(references(second), published.slice(2, 4));
      const third = await sites.main.value('listProposals', {
        query: { ...query, limit: 2, cursor: second.nextCursor },
      });
      assert.deepEqual([references(third), third.nextCursor], [published.slice(4), null]);
    });
    it('finds proposals by axis and by place', async () => {
      const consultation = 'listed';
      const { reference } = await propose(sites.main, {
        consultation,
        axis: 'services',
        territory: places.commune,
      });
      await publish(sites.main, reference);
      const found = async (query) =>
        (await allPages(sites.main, 'listProposals', { query: { consultation, ...query } })).map(
          (proposal) => proposal.reference,
        );
      assert.deepEqual(await found({ axis: 'services' }), [reference]);
      assert.deepEqual(await found({ axis: 'nothing' }), []);
      assert.deepEqual(await found({ territory: places.commune.code }), [reference]);
      assert.deepEqual(await found({ territory: places.province.code }), [reference]);
      assert.deepEqual(await found({ territory: '02' }), [reference]);
      assert.deepEqual(await found({ territory: '02.411' }), []);
      assert.deepEqual(await found({ axis: 'access', territory: '02' }), []);
    });
    it('finds proposals by their words, however these are spelt, in title and text', async () => {
      const consultation = 'searched';
      const texts = {
        ar: ['تغطية الدواوير بالأنترنت', 'نقترح تعميم الولوج إلى الشبكة بالجماعات القروية.'],
        fr: ['Une bibliothèque numérique pour Berkane', "L'école en a besoin, les élèves aussi."],
      };
      const reference = {};
      for (const [language, [title, body]] of Object.entries(texts)) {
        const sent = await propose(sites.main, { consultation, title, body, language });
        await publish(sites.main, sent.reference);
        reference[language] = sent.reference;
      }
      const found = async (q) =>
        (await allPages(sites.main, 'listProposals', { query: { consultation, q } })).map(
          (proposal) => proposal.reference,
        );
      for (const q of ['الانترنت', 'انترنت دواوير', 'الأنتِرنت', 'القروية تغطية', 'دوا']) {
        assert.deepEqual(await found(q), [reference.ar], q);
      }
      for (const q of ['BIBLIOTHEQUE', 'ecole', 'l’élève', 'berkane numérique', 'biblio']) {
        assert.deepEqual(await found(q), [reference.fr], q);
      }
      for (const q of ['thèque', 'anternet', "' | !zz:* & \\", 'دواوير berkane']) {
        assert.deepEqual(await found(q), [], q);
      }
      assert.deepEqual(await found('!?'), [reference.fr, reference.ar]);
    });
    it('finds proposals by their status, and rejects an impossible status', async () => {
      const query = { consultation: 'searched' };
      const found = async (status) =>
        (await allPages(sites.main, 'listProposals', { query: { ...query, status } })).length;
      assert.equal(await found('not_answered'), 2);
      assert.equal(await found('implemented'), 0);
      for (const wrong of [{ status: 'done' }, { sort: 'best' }, { q: 'a'.repeat(201) }]) {
        await sites.main.refused('invalid_input', 'listProposals', { query: wrong });
      }
    });
    it('reads every order page by page, each proposal once; a cursor is good for its order only', async () => {
      const query = { consultation: 'moderated', limit: 4 };
      const references = (items) => items.map(({ reference }) => reference);
      const newest = references(
        await allPages(sites.main, 'listProposals', { query: { consultation: 'moderated' } }),
      );
      for (const sort of ['recent', 'supported', 'answered']) {
        const items = await allPages(sites.main, 'listProposals', {
          query: { ...query, sort },
          limit: 2,
        });
        assert.deepEqual(references(items), newest, sort);
      }
      const { nextCursor: cursor } = await sites.main.value('listProposals', { query });
      const other = { ...query, cursor, sort: 'supported' };
      await sites.main.refused('bad_cursor', 'listProposals', { query: other });
    });
    it('sees one site at a time', async () => {
      const { reference } = await propose(sites.main);
      await publish(sites.main, reference);
      await sites.neighbour.refused('not_found', 'getProposal', {
        parameters: { proposal: reference },
      });
      assert.deepEqual(await allPages(sites.neighbour, 'listProposals'), []);
    });
  });
}
