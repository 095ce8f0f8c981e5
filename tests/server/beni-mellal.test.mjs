import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { allPages } from '../conformance/inputs.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { engines, fileOf, makeProvince } from './province.mjs';

// The listening session of 17 October 2022 in Béni Mellal: thirty ideas on sheets of paper, typed in by two people of the
// region, read, answered and published.

const site = 'beni-mellal-khenifra';
const axes = ['access', 'services', 'skills', 'openness'];
const consultation = {
  id: 'numerique',
  title: { ar: 'التحول الرقمي للجهة', fr: 'La région et le numérique' },
  opensAt: '2022-10-01T00:00:00Z',
  closesAt: '2022-11-30T22:59:59Z',
  axes: axes.map((id) => ({ id, title: { fr: id } })),
  policy: { territoryLevel: 'commune' },
};
const sheets = fileOf('beni-mellal.csv');
const byKey = (list) => Object.fromEntries(list.map((each) => [each.key, each]));
const table = (text) => parse(text, { bom: true, columns: true });

for (const engine of engines) {
  describe(`the session of Béni Mellal, from paper to answers (${engine})`, () => {
    let province;
    let api;
    let imported;
    const proposals = (command, ...args) => province.command('proposals', command, site, ...args);
    const reference = (key) => imported[key].reference;
    const queue = () => allPages(api, 'listSubmissions', { query: { moderation: 'pending' } });
    const importing = async (text) => {
      const file = join(await temporaryFolder('sheets'), 'sheets.csv');
      await writeFile(file, text);
      return province.tryCommand('proposals', 'import', site, file);
    };

    before(async () => {
      province = await makeProvince(engine);
      await province.command(
        ...['site', 'create', site, '--territory', '05'],
        ...['--name-ar', 'جهة بني ملال خنيفرة', '--name-fr', 'Région Béni Mellal-Khénifra'],
      );
      await province.command('site', 'privacy', site, fileOf('privacy.json'));
      const file = join(await temporaryFolder('session'), 'consultation.json');
      await writeFile(file, JSON.stringify(consultation));
      await province.command('consultation', 'import', site, file);
      const session = join(await temporaryFolder('session'), 'session.json');
      await writeFile(
        session,
        JSON.stringify([
          {
            id: '2022-10-17',
            title: { ar: 'جلسة إنصات ببني ملال', fr: "Session d'écoute de Béni Mellal" },
            startDate: '2022-10-17',
            territory: { code: '05.091.01.01', vintage: 2024 },
          },
        ]),
      );
      await province.command('sessions', 'import', site, session);
      const token = await province.command('staff-token', 'create', site, '--label', 'Amina');
      api = await province.apiOf(await province.serve(), fetch, { site, token });
    });
    after(() => province?.close());

    it('takes nothing of a table with issues, and names each line with what to do', async () => {
      const good = await readFile(sheets, 'utf8');
      const wrong = good
        .replace('BM-02;paper;2022-10-17', 'BM-02;letter;2022-10-17')
        .replace(
          'BM-04;paper;2022-10-17;numerique;services',
          'BM-04;paper;2022-10-17;numerique;santé',
        )
        .replace(
          'BM-05;paper;2022-10-17;numerique;services;القصيبة',
          'BM-05;paper;2022-10-17;numerique;services;الرباط',
        )
        .replace('BM-06;paper;2022-10-17', 'BM-06;paper;17/10/22');
      const first = await importing(wrong);
      assert.equal(first.status, 2);
      for (const issue of [
        /^Line 3: channel "letter" cannot be read: it is paper or assisted$/m,
        /^Line 5: axis "santé" is not one of the possible values\. It must be one of access, services/m,
        /^Line 7: collected_on "17\/10\/22" cannot be read: a day is written 2027-05-10 or/m,
      ]) {
        assert.match(first.stderr, issue);
      }
      const second = await importing(
        wrong.replace('letter', 'paper').replace('17/10/22', '05/01/2023') +
          'BM-30;paper;2022-10-17;numerique;skills;Tabant;2022-10-17;fr;Encore une idée;Le même numéro de feuille.;;;;\n' +
          'BM-31;paper;2022-10-17;numerique;skills;بني ملال;;ar;قصير;نص قصير من أجل التجربة;;;;\n' +
          'BM-32;paper;2022-10-17;numerique;skills;Tabant;2022-10-18;fr;Un autre jour;Une séance qui n’a pas eu lieu.;;;;\n',
      );
      assert.equal(second.status, 2);
      for (const issue of [
        /^Line 5: axis "santé" is not one of the possible values\. It must be one of access, services/m,
        /^Line 6: place "الرباط" is not known in this territory\. It must be the code or the whole name/m,
        /^Line 7: on 2023-01-05 the consultation was not open\. collected_on must be a day /m,
        /^Line 32: key BM-30 stands on line 31 too$/m,
        /^Line 33: place "بني ملال" can be several.*05\.091\.01\.01/m,
        /^Line 34: session "2022-10-18" is not one of the possible values\. It must be the id of a session/m,
        /Nothing was brought in/,
      ]) {
        assert.match(second.stderr, issue);
      }
      assert.deepEqual(await queue(), []);
    });

    it('takes in thirty sheets, once however often the table comes', async () => {
      const once = await proposals('import', sheets);
      imported = byKey(table(once));
      assert.equal(Object.keys(imported).length, 30);
      assert.equal(await proposals('import', sheets), once, 'the same references and codes');
      assert.equal((await queue()).length, 30);
      const changed = (await readFile(sheets, 'utf8')).replace('imprimante 3D', 'découpe laser');
      const { status, stderr } = await importing(changed);
      assert.deepEqual(
        [status, /^Line 9: key BM-08 was brought in before/m.test(stderr)],
        [2, true],
      );
    });

    it('shows the two sheets about the same mast together', async () => {
      const all = await queue();
      const at = (key) => all.findIndex((each) => each.reference === reference(key));
      assert.equal(all[at('BM-22')].group, reference('BM-02'));
      assert.equal(at('BM-22'), at('BM-02') + 1);
      const sheet = all[at('BM-07')];
      assert.deepEqual([sheet.channel, sheet.collectedOn], ['assisted', '2022-10-17']);
    });

    it('is moderated: published, refused, asked, merged', async () => {
      const decide = (key, body) =>
        api.value('moderateSubmission', { parameters: { submission: reference(key) }, body });
      await decide('BM-27', { decision: 'refuse', reason: 'advertising' });
      await decide('BM-28', {
        decision: 'refuse',
        reason: 'personal_data',
        words: { text: 'Sans le nom ni le numéro, votre idée est la bienvenue.', language: 'fr' },
      });
      await api.value('askAuthor', {
        parameters: { submission: reference('BM-24') },
        body: { text: 'ما هو الأجل المناسب للجواب في نظركم؟', language: 'ar' },
      });
      const token = imported['BM-24'].tracking_code;
      const { questions } = await api.value('getReceipt', { token });
      await api.value('replyToQuestion', {
        token,
        parameters: { question: questions[0].id },
        body: { text: 'شهر واحد.', language: 'ar' },
      });
      for (const key of ['BM-21', 'BM-22']) {
        await api.value('mergeSubmission', {
          parameters: { submission: reference(key) },
          body: { into: reference('BM-02') },
        });
      }
      for (const { reference } of await queue()) await proposals('publish', reference);
      assert.deepEqual(await queue(), []);
    });

    it('is answered: the convention takes up some, and the mast is built', async () => {
      const answer = (key, status, ...words) =>
        proposals('answer', reference(key), '--status', status, ...words);
      await answer(
        'BM-02',
        'accepted',
        '--text-ar',
        'برمجت المحطة.',
        '--text-fr',
        'La station est programmée.',
      );
      await answer('BM-02', 'implemented');
      await answer(
        'BM-08',
        'accepted',
        '--text-fr',
        'Un centre de créativité ouvrira à l’université.',
      );
      await answer('BM-10', 'evaluating');
      await answer(
        'BM-20',
        'rejected',
        '--text-fr',
        'Les prix dépendent du ministère de l’Agriculture.',
      );
      const receipt = await api.value('getReceipt', { token: imported['BM-21'].tracking_code });
      assert.deepEqual(
        [receipt.mergedInto, receipt.status, receipt.answer.text.ar],
        [reference('BM-02'), 'implemented', 'برمجت المحطة.'],
      );
      await province.command(
        ...['sessions', 'close', site, '2022-10-17', '--report-fr', 'Trente idées recueillies.'],
        ...['--proposal', reference('BM-02'), '--proposal', reference('BM-27')],
      );
      const session = await api.value('getSession', { parameters: { session: '2022-10-17' } });
      assert.deepEqual(session.linkedProposals, [reference('BM-02')], 'public ones only');
    });

    it('is public as paper, with its date, and with its author only if the author wants it', async () => {
      const published = await allPages(api, 'listProposals', { limit: 10 });
      assert.equal(published.length, 26);
      assert.ok(published.every(({ collectedOn }) => collectedOn === '2022-10-17'));
      const [{ session }] = published;
      assert.deepEqual(session, {
        id: '2022-10-17',
        title: { ar: 'جلسة إنصات ببني ملال', fr: "Session d'écoute de Béni Mellal" },
        startDate: '2022-10-17',
      });
      const query = { session: '2022-10-17' };
      assert.deepEqual(await allPages(api, 'listProposals', { query, limit: 10 }), published);
      const counts = {};
      for (const { channel } of published) counts[channel] = (counts[channel] ?? 0) + 1;
      assert.deepEqual(counts, { paper: 25, assisted: 1 });
      const shown = Object.fromEntries(published.map((each) => [each.reference, each]));
      assert.equal(shown[reference('BM-01')].author, 'فاطمة الزهراء');
      assert.equal(shown[reference('BM-05')].author, null);
      assert.equal(shown[reference('BM-21')], undefined);
    });

    it('is exported: every sheet with what became of it', async () => {
      const rows = table(await proposals('export'));
      assert.equal(rows.length, 30);
      const row = (key) => rows.find((each) => each.reference === reference(key));
      const states = {};
      for (const { moderation } of rows) states[moderation] = (states[moderation] ?? 0) + 1;
      assert.deepEqual(states, { published: 26, merged: 2, refused: 2 });
      assert.deepEqual(
        ['channel', 'collected_on', 'session', 'status', 'answer_ar', 'answer_fr', 'place_fr'].map(
          (column) => row('BM-02')[column],
        ),
        [
          'paper',
          '2022-10-17',
          '2022-10-17',
          'implemented',
          'برمجت المحطة.',
          'La station est programmée.',
          'Zaouiat Ahansal',
        ],
      );
      assert.equal(row('BM-22').merged_into, reference('BM-02'));
      assert.equal(row('BM-28').refusal_reason, 'personal_data');
      assert.equal(row('BM-03').author_email, 'hassan@example.org');
      assert.equal(row('BM-04').author_phone, '0600000000');
      assert.match(row('BM-30').body, /^الخدمة الرقمية.*le français\.$/);
    });

    it('is recorded, with who did what', async () => {
      const entries = JSON.parse(await province.command('audit', 'list', site, '--json'));
      const done = {};
      for (const { action } of entries) done[action] = (done[action] ?? 0) + 1;
      assert.deepEqual(done, {
        imported: 30,
        refused: 2,
        asked: 1,
        replied: 1,
        merged: 2,
        published: 26,
        answered: 5,
      });
      assert.ok(entries.some(({ by, action }) => by === 'Amina' && action === 'refused'));
    });
  });
}
