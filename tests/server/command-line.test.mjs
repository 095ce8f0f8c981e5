import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { verifyReceipt } from '@nafida/client/receipt.js';
import { png, upload } from '../conformance/files.mjs';
import { propose, register } from '../conformance/inputs.mjs';
import { runServerCommand } from '../harness/server.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { engines, fileOf, makeProvince } from './province.mjs';

for (const engine of engines) {
  describe(`the command line beside a running server (${engine})`, () => {
    let province;
    let api;
    before(async () => {
      province = await makeProvince(engine);
      api = await province.apiOf(await province.serve());
    });
    after(() => province?.close());

    it('lists what came in, publishes and refuses; people see it at once', async () => {
      const [good, bad] = [await propose(api), await propose(api, { title: 'إشهار لمتجر كبير' })];
      const queue = await province.command('proposals', 'list', 'berkane');
      assert.ok(queue.includes(good.reference) && queue.includes('إشهار لمتجر كبير'), queue);

      await province.command('proposals', 'publish', 'berkane', good.reference);
      await province.command(
        ...['proposals', 'refuse', 'berkane', bad.reference, '--reason', 'advertising'],
        ...['--words', 'Merci de proposer une idée.', '--language', 'fr'],
      );
      const { items } = await api.value('listProposals');
      assert.deepEqual(
        items.map(({ reference }) => reference),
        [good.reference],
      );
      const receipt = await api.value('getReceipt', { token: bad.trackingCode });
      assert.deepEqual(receipt.refusal, {
        reason: 'advertising',
        words: { text: 'Merci de proposer une idée.', language: 'fr' },
      });
      assert.equal(await province.command('proposals', 'list', 'berkane'), 'Nothing here.');
    });

    it('lists the files of a proposal, and saves them', async () => {
      const photo = png({ width: 60, height: 40, place: '34.92' });
      const token = await upload(api, photo, { consultation: 'general' });
      const attachments = [{ token, description: 'الطريق' }];
      const { reference } = await propose(api, { title: 'طريق الدوار المقطوعة', attachments });
      assert.match(await province.command('proposals', 'list', 'berkane'), /\+ 1 files/);
      const save = join(await temporaryFolder('files'), 'new');
      const line = await province.command(
        ...['proposals', 'files', 'berkane', reference, '--save', save],
      );
      const file = join(save, `${reference}-1.png`);
      assert.ok(line.startsWith(`${file}  image/png`) && line.endsWith('الطريق'), line);
      const saved = await readFile(file);
      assert.equal(saved.subarray(1, 4).toString(), 'PNG');
      assert.ok(photo.includes('34.92') && !saved.includes('34.92'));
      assert.match(
        await province.command('proposals', 'export', 'berkane'),
        /\/attachments\/berkane\//,
      );
      const { status, stderr } = await province.tryCommand('proposals', 'files', 'berkane', 'X');
      assert.deepEqual([status, /No proposal has this reference/.test(stderr)], [2, true]);
      const reason = ['--reason', 'off_topic'];
      await province.command('proposals', 'refuse', 'berkane', reference, ...reason);
      const none = await province.command('proposals', 'files', 'berkane', reference);
      assert.equal(none, 'No files came with it.');
    });

    it('asks, merges, answers and shows the record', async () => {
      const [mine, other] = [await propose(api), await propose(api)];
      const proposals = (...args) => province.command('proposals', ...args);
      await proposals('ask', 'berkane', mine.reference, '--text', 'أي دوار؟');
      const queue = await proposals('list', 'berkane');
      assert.match(queue, new RegExp(`${other.reference}.*nearly the same as `));
      assert.ok(queue.includes('? أي دوار؟'), queue);
      await proposals('publish', 'berkane', other.reference);
      await proposals('merge', 'berkane', mine.reference, other.reference);
      const words = ['--text-ar', 'مقبول.', '--text-fr', 'Accepté.'];
      await proposals('answer', 'berkane', other.reference, '--status', 'accepted', ...words);
      await proposals('answer', 'berkane', other.reference, '--status', 'implemented');
      const shown = JSON.parse(await proposals('show', 'berkane', other.reference));
      assert.deepEqual(
        [shown.status, shown.answer.text],
        ['implemented', { ar: 'مقبول.', fr: 'Accepté.' }],
      );
      const record = await province.command(
        'audit',
        'list',
        'berkane',
        '--proposal',
        mine.reference,
      );
      assert.match(record, /asked {2}by command line\n.* merged {2}2026-.* by command line$/);
      const { status, stderr } = await province.tryCommand(
        ...['proposals', 'answer', 'berkane', mine.reference, '--status', 'accepted', ...words],
      );
      assert.deepEqual([status, /publish it first/.test(stderr)], [2, true]);
    });

    it('changes the key of receipts; those that the old one signed stay good', async () => {
      const old = await propose(api);
      const [first] = (await province.command('receipt-key', 'list', 'berkane')).split('\n');
      assert.match(first, / in force$/);
      const listed = await province.command('receipt-key', 'rotate', 'berkane');
      assert.match(listed, / until .*\n.* in force$/);
      const fresh = await propose(api);
      assert.notEqual(fresh.signature.key, old.signature.key);
      const keys = await api.value('getReceiptKeys');
      for (const receipt of [old, fresh]) {
        assert.deepEqual(await verifyReceipt(receipt, keys), {
          valid: true,
          key: receipt.signature.key,
        });
      }
      const later = { ...old, receivedAt: new Date(Date.now() + 3_600_000).toISOString() };
      assert.equal((await verifyReceipt(later, keys)).reason, 'key_not_in_force');
    });

    it('says what is wrong, and changes nothing', async () => {
      const { reference } = await propose(api);
      for (const [args, words] of [
        [['proposals', 'publish', 'berkane', '2026-NOTHIN'], /No proposal has this reference/],
        [['proposals', 'publish', 'nowhere', reference], /no site "nowhere".*berkane/],
        [['proposals', 'refuse', 'berkane', reference], /reason is missing/],
        [
          ['proposals', 'refuse', 'berkane', reference, '--reason', 'rude'],
          /--reason is one of off_topic, .* not "rude"/,
        ],
        [['proposals', 'publish', 'berkane'], /Usage: .*proposals publish SITE REFERENCE/],
        [['proposals', 'shout'], /no command "proposals shout".*: proposals list, /],
        [['sessions', 'import', 'berkane', '/nowhere.csv'], /cannot be read/],
        [['site', 'create', 'berkane', '--name-fr', 'X', '--territory', '02.113'], /already/],
        [['site', 'create', 'other', '--name-fr', 'X', '--territory', '02.999'], /02\.999/],
        [
          ['site', 'set', 'berkane', '--origin', '*.berkane.example'],
          /^--add-origin "\*\.berkane\.example" .*for example https:\/\/www\.berkane\.ma/,
        ],
        [['site', 'set', 'berkane', '--remove-origin', 'other.example'], /Listed: https:/],
        [['site', 'set', 'berkane', '--origine', 'x.example'], /Options here: .*--add-origin/s],
        [
          ['site', 'create', 'other', '--name-fr', 'X', '--territory', 'Berkane'],
          /2 places .*02\.113 .*province.*02\.113\.01\.09 .*urban commune/s,
        ],
        [
          ['site', 'create', 'Other', '--name-fr', 'X', '--territory', 'Province de Berkane'],
          /^ID "Other" .*lower-case letters.*for example berkane/,
        ],
        [['consultation', 'show', 'berkane', 'none'], /Consultations: general/],
        [
          ['sessions', 'list', 'berkane', '--from', '1/2/2031'],
          /^--from "1\/2\/2031" .*YYYY-MM-DD, for example/,
        ],
        [['sessions', 'capacity', 'berkane', 'hall', '--seats', 'ten'], /whole number, such as 8/],
        [['messages', 'list', 'berkane', '--state', 'x'], /one of pending, .*no_mail, not "x"/],
        [['proposals'], /second word. Commands here: proposals list, /],
      ]) {
        const { status, stderr } = await province.tryCommand(...args);
        assert.notEqual(status, 0, args.join(' '));
        assert.match(stderr, words);
        assert.doesNotMatch(stderr, /\n\s+at /, 'no stack trace');
      }
      assert.match(await province.command('proposals', 'list', 'berkane'), new RegExp(reference));
    });

    it('brings in sessions from a table and from a calendar, again and again', async () => {
      const importFile = (name) =>
        province.command('sessions', 'import', 'berkane', name, '--language', 'fr');
      assert.equal(await importFile(fileOf('sessions.csv')), '2 created, 1 updated, 0 unchanged');
      assert.equal(await importFile(fileOf('sessions.csv')), '0 created, 0 updated, 3 unchanged');
      assert.equal(await importFile(fileOf('sessions.ics')), '2 created, 0 updated, 0 unchanged');
      assert.equal(await importFile(fileOf('sessions.ics')), '0 created, 0 updated, 2 unchanged');

      const hall = await api.value('getSession', { parameters: { session: 'hall-of-youth' } });
      assert.deepEqual(
        [
          hall.startTime.slice(0, 16),
          hall.endTime.slice(0, 16),
          hall.territory.code,
          hall.accessibility,
          hall.sequence,
        ],
        ['2031-06-10T15:00', '2031-06-10T17:30', '02.113.01.09', ['step_free', 'sign_language'], 0],
      );
      assert.deepEqual(hall.venue.point, { latitude: 34.92, longitude: -2.32 });
      assert.equal(hall.url, 'https://berkane.example/2');
      assert.deepEqual(hall.linkedProposals, [], 'what nobody has read is not named');
      assert.deepEqual(
        hall.agenda.map(({ startTime, ...item }) => ({ ...item, at: startTime?.slice(0, 16) })),
        [
          {
            title: { ar: 'افتتاح', fr: 'Ouverture' },
            minutes: 30,
            room: null,
            at: '2031-06-10T15:00',
          },
          { title: { ar: 'نقاش', fr: 'Débat' }, minutes: null, room: null, at: undefined },
        ],
      );
      const workshop = await api.value('getSession', { parameters: { session: 'two-seats' } });
      assert.deepEqual(
        [workshop.parent, workshop.room, workshop.audiences, workshop.series],
        [
          'open-day',
          { fr: 'Salle 2' },
          ['women', 'students'],
          { id: 'atelier', name: { fr: 'Ateliers' }, ordinal: 3 },
        ],
      );
      const { items } = await api.value('listSessions', { query: { from: '2031-07-01' } });
      assert.deepEqual(
        items.map(({ title, startDate, endDate, startTime, status, kind, audiences, url }) => ({
          kind,
          audiences,
          url,
          title,
          startDate,
          endDate,
          // The offset is whatever this system knows of Morocco's clocks; the hour is what the file says.
          hour: startTime?.slice(11, 16) ?? null,
          status,
        })),
        [
          {
            kind: 'meeting',
            audiences: [],
            url: 'https://berkane.example/forum',
            title: { fr: 'Forum de la société numérique, 3e édition' },
            startDate: '2031-07-01',
            endDate: '2031-07-01',
            hour: '09:00',
            status: 'scheduled',
          },
          {
            kind: 'exhibition',
            audiences: ['youth'],
            url: null,
            title: { fr: 'Exposition' },
            startDate: '2031-07-05',
            endDate: '2031-07-07',
            hour: null,
            status: 'cancelled',
          },
        ],
      );
    });

    it('takes back what the protocol gives, and the events of a calendar with their parts', async () => {
      const { items } = await api.value('listSessions', { query: { from: '2031-07-01' } });
      const [forum, exhibition] = items;
      assert.equal(exhibition.parent, forum.id);

      const file = join(await temporaryFolder('page'), 'page.json');
      await writeFile(file, JSON.stringify({ items, nextCursor: null }));
      const again = await province.command('sessions', 'import', 'berkane', file);
      assert.equal(again, '0 created, 0 updated, 2 unchanged');
    });

    it('names the proposals that led to a session once they are public', async () => {
      const { reference } = await propose(api);
      const file = join(await temporaryFolder('linked'), 'linked.csv');
      await writeFile(
        file,
        `id,title_fr,start_date,proposals\nlinked,Suite,2031-05-01,${reference} 2026-NOBODY\n`,
      );
      await province.command('sessions', 'import', 'berkane', file);
      const linked = async () =>
        (await api.value('getSession', { parameters: { session: 'linked' } })).linkedProposals;
      assert.deepEqual(await linked(), []);
      await province.command('proposals', 'publish', 'berkane', reference);
      assert.deepEqual(await linked(), [reference]);
    });

    it('announces holidays', async () => {
      const file = join(await temporaryFolder('holidays'), 'holidays.json');
      const name = { ar: 'عيد الفطر', fr: 'Aïd al-Fitr' };
      await writeFile(file, JSON.stringify([{ startDate: '2027-03-10', name }]));
      await province.command('site', 'holidays', 'berkane', file);
      const { holidays } = await api.value('getSite');
      assert.deepEqual(holidays, [{ startDate: '2027-03-10', endDate: '2027-03-10', name }]);
    });

    it('rejects a table with an issue as a whole, and says where', async () => {
      const folder = await temporaryFolder('tables');
      for (const [name, text, words] of [
        ['unknown.csv', 'id,title_fr,start_date,colour\na,A,2031-01-01,red\n', /colour/],
        ['line.csv', 'id,title_fr,start_date\na,A,2031-01-01\nb,,2031-01-02\n', /Line 3/],
        [
          'date.csv',
          'id,title_fr,start_date\nnew-one,A,01/01/31\n',
          /Line 2: start_date "01\/01\/31" .*2027-05-10/,
        ],
        ['twice.csv', 'id,title_fr,start_date\na,A,2031-01-01\na,B,2031-01-02\n', /"a".*twice/],
        [
          'parent.csv',
          'id,title_fr,start_date,parent\na,A,2031-01-01,zz\n',
          /"zz", which is not there/,
        ],
        [
          'grandparent.csv',
          'id,title_fr,start_date,parent\na,A,2031-01-01,two-seats\n',
          /"two-seats", which is a part itself/,
        ],
        [
          'agenda.csv',
          'id,title_fr,start_date,agenda_fr,agenda_ar\na,A,2031-01-01,x,"y\nz"\n',
          /Line 2.*as many lines/,
        ],
        [
          'end.csv',
          'id,title_fr,start_date,end_date\na,A,2031-01-02,2031-01-01\n',
          /Line 2: end_date "2031-01-01" lies before start_date/,
        ],
        [
          'latin.csv',
          Buffer.from('id,title_fr,start_date\na,Caf\x8e,2031-01-01\n', 'latin1'),
          /UTF-8/,
        ],
        ['page.ics', '<!doctype html>', /page\.ics is not a calendar/],
        ['broken.json', '{"sessions": [', /not JSON/],
        ['sessions.xlsx', '', /\.csv, \.ics or \.json/],
      ]) {
        const file = join(folder, name);
        await writeFile(file, text);
        const { status, stderr } = await province.tryCommand('sessions', 'import', 'berkane', file);
        assert.notEqual(status, 0, name);
        assert.match(stderr, words, name);
      }
      const { status } = await api.call('getSession', { parameters: { session: 'a' } });
      assert.equal(status, 404);
    });

    it('takes a calendar without what is odd in it or not for everybody, and says so', async () => {
      const file = join(await temporaryFolder('calendars'), 'agenda.ics');
      const event = (uid, ...lines) => ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'];
      const evening = ['DTSTART:20310801T200000', 'DTEND:20310802T000000'];
      const lines = [
        ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x'],
        ...event('soiree', 'SUMMARY:Soirée', ...evening),
        ...event('rdv', 'SUMMARY:Entretien', ...evening, 'CLASS:PRIVATE'),
        ...event('dossier', 'SUMMARY:Dossier', ...evening, 'CLASS:CONFIDENTIAL'),
        ...event('odd', 'SUMMARY:Sans date'),
        ...event('part', 'SUMMARY:Atelier', ...evening, 'RELATED-TO:rdv'),
        'END:VCALENDAR',
      ];
      await writeFile(file, lines.join('\r\n'));
      const told = await province.command('sessions', 'import', 'berkane', file);
      assert.deepEqual(told.split('\n'), [
        '2 created, 0 updated, 0 unchanged',
        '"Sans date" is left out: it has no DTSTART.',
        '"Atelier" is part of an event that is not there.',
        '2 events are not for everybody (CLASS) and are left out.',
      ]);
      const { startDate, endDate, endTime } = await api.value('getSession', {
        parameters: { session: 'soiree' },
      });
      assert.deepEqual(
        [startDate, endDate, endTime],
        ['2031-08-01', '2031-08-01', '2031-08-02T00:00:00+00:00'],
      );
      for (const session of ['rdv', 'dossier']) {
        const { status } = await api.call('getSession', { parameters: { session } });
        assert.equal(status, 404);
      }
    });

    it('writes tables that a spreadsheet opens without running anything in them', async () => {
      const formula = '=HYPERLINK("http://evil.example";"ici")';
      await propose(api, { title: formula, author: { name: '-Leïla', email: 'a@example.org' } });
      const proposals = await province.command('proposals', 'export', 'berkane');
      assert.ok(proposals.includes(`"'=HYPERLINK(""http://evil.example"";""ici"")"`), proposals);
      assert.ok(proposals.includes(",'-Leïla,"), proposals);

      await register(api, 'two-seats', { name: '-Hassan', phone: '+212600000000' });
      for (const name of ['second', 'third', 'fourth']) await register(api, 'two-seats', { name });
      const table = await province.command('registrations', 'export', 'berkane', 'two-seats');
      const rows = table
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(','));
      assert.deepEqual(
        rows.map(([, status, position, , name]) => [status, position, name]),
        [
          ['confirmed', '', "'-Hassan"],
          ['confirmed', '', 'second'],
          ['waitlisted', '1', 'third'],
          ['waitlisted', '2', 'fourth'],
        ],
      );
    });

    it('makes staff tokens and takes them back', async () => {
      const token = await province.command(
        ...['staff-token', 'create', 'berkane', '--label', 'Service communication'],
      );
      await api.value('listSubmissions', { token });
      const list = await province.command('staff-token', 'list', 'berkane');
      const [, id] = /^(\S+) .*Service communication$/m.exec(list);
      await province.command('staff-token', 'revoke', 'berkane', id);
      await api.refused('unauthorized', 'listSubmissions', { token });
    });

    it('lists the agenda and the consultations, with names of axes and places', async () => {
      const { reference } = await propose(api);
      const agenda = await province.command('sessions', 'list', 'berkane');
      assert.match(agenda, /^hall {2}2031-06-10 {2}Rencontre {2}Berkane {2}20 of 20 seats free$/m);
      const shown = JSON.parse(await province.command('sessions', 'show', 'berkane', 'hall'));
      assert.equal(shown.id, 'hall');
      const [first] = JSON.parse(
        await province.command('consultation', 'list', 'berkane', '--json'),
      );
      const { axes } = JSON.parse(
        await province.command('consultation', 'show', 'berkane', first.id),
      );
      const list = await province.command('consultation', 'list', 'berkane');
      for (const { id, title } of axes)
        assert.match(list, new RegExp(`^  ${id} {2}${title.fr}$`, 'm'));
      const queue = await province.command('proposals', 'list', 'berkane');
      const { axis } = JSON.parse(
        await province.command('proposals', 'show', 'berkane', reference),
      );
      const { title } = axes.find(({ id }) => id === axis);
      assert.match(queue, new RegExp(`${reference}  .*  ${title.fr}`));
    });

    it('changes one language of a name, one website, one language of the pages; the rest stays', async () => {
      const set = (...args) => province.command('site', 'set', 'berkane', ...args);
      const site = async () => JSON.parse(await province.command('site', 'show', 'berkane'));
      const before = await site();
      const said = await set(
        '--name-fr',
        'Berkane',
        '--add-origin',
        'WWW.Berkane.MA/fr/index.html',
      );
      assert.match(said, /^ {2}\+ fr: Berkane$/m);
      assert.match(said, /^ {2}\+ https:\/\/www\.berkane\.ma$/m);
      const changed = await site();
      assert.deepEqual(changed.name, { ...before.name, fr: 'Berkane' });
      assert.deepEqual(changed.origins, [...before.origins, 'https://www.berkane.ma']);
      await set('--origin', 'https://one.example/', '--language', 'en');
      assert.deepEqual((await site()).locales, [...before.locales, 'en']);
      await set('--remove-origin', 'one.example', '--remove-origin', 'https://www.berkane.ma');
      const back = await set('--remove-language', 'en', '--name-fr', before.name.fr);
      assert.match(back, /^ {2}- en$/m);
      assert.deepEqual(await site(), before);
      assert.match(await set('--territory', 'إقليم بركان'), /nothing changed/);
    });

    it('changes one language of a session; the others stay, of its venue and its series too', async () => {
      const file = join(await temporaryFolder('session'), 'session.json');
      let said;
      const edit = async (changes) => {
        await writeFile(file, JSON.stringify(changes));
        said = await province.command('sessions', 'edit', 'berkane', 'hall', file);
        return JSON.parse(await province.command('sessions', 'show', 'berkane', 'hall'));
      };
      const named = { ar: 'لقاء', fr: 'Rencontre' };
      const point = { latitude: 34.92, longitude: -2.32 };
      const series = { id: 'caravane', name: named, ordinal: 2 };
      await edit({
        title: named,
        description: { ar: 'وصف' },
        venue: { name: named, point },
        series,
      });
      const shown = await edit({
        title: { fr: 'Réunion' },
        description: { fr: 'Texte' },
        venue: { name: { fr: 'Salle' } },
        series: { ordinal: 3 },
      });
      assert.deepEqual(shown.title, { ...named, fr: 'Réunion' });
      assert.deepEqual(shown.description, { ar: 'وصف', fr: 'Texte' });
      assert.deepEqual([shown.venue.name, shown.venue.point], [{ ...named, fr: 'Salle' }, point]);
      assert.match(
        said,
        /^It takes place at:\n {2}ar: لقاء\n {2}fr: Salle\n {2}map: 34\.92, -2\.32$/m,
      );
      assert.deepEqual(shown.series, { ...series, ordinal: 3 });
      const less = await edit({
        title: { ar: null, fr: 'Rencontre' },
        description: null,
        series: null,
      });
      assert.deepEqual(
        [less.title, less.description, less.series],
        [{ fr: 'Rencontre' }, null, null],
      );
    });

    it('replaces an official answer in every language, and says so', async () => {
      const { reference } = await propose(api, { title: 'تعبيد الطريق إلى الدوار' });
      await province.command('proposals', 'publish', 'berkane', reference);
      const answer = async (...args) => {
        await province.command('proposals', 'answer', 'berkane', reference, '--status', ...args);
        const shown = await province.command('proposals', 'show', 'berkane', reference);
        return JSON.parse(shown).answer.text;
      };
      const both = { ar: 'قبل المقترح', fr: 'Acceptée' };
      assert.deepEqual(await answer('accepted', '--text-ar', both.ar, '--text-fr', both.fr), both);
      assert.deepEqual(await answer('implemented'), both);
      assert.deepEqual(await answer('rejected', '--text-fr', 'Refusée'), { fr: 'Refusée' });
    });

    it('changes at once who may send', async () => {
      const headers = { Origin: 'https://new.example' };
      const request = { body: { operation: 'createProposal' }, headers };
      await api.refused('origin_not_allowed', 'createChallenge', request);
      await province.command('site', 'set', 'berkane', '--origin', 'https://new.example');
      await api.value('createChallenge', request);
    });
  });
}

async function allCommands() {
  const { stdout } = await runServerCommand(['--help'], {});
  const [, help] = stdout.split('\n\n');
  return [...help.matchAll(/^ {2}([a-z-]+(?: [a-z-]+)?)/gm)].map(([, words]) => words);
}

describe('--help', () => {
  it('tells of every command and of every first word what it takes', async () => {
    const commands = await allCommands();
    assert.ok(commands.includes('start') && commands.length > 40, String(commands.length));
    for (const words of new Set(commands.flatMap((each) => [each, each.split(' ')[0]]))) {
      const { status, stdout, stderr } = await runServerCommand(
        [...words.split(' '), '--help'],
        {},
      );
      assert.deepEqual([status, stderr], [0, ''], words);
      const own = commands.includes(words)
        ? [words]
        : commands.filter((each) => each.startsWith(`${words} `));
      for (const each of own) assert.ok(stdout.includes(each), `${words}: ${stdout}`);
      assert.ok(!stdout.includes('undefined'), stdout);
    }
  });

  it('says of what is no command which ones there are', async () => {
    for (const args of [
      ['nothing', '--help'],
      ['help', 'nothing'],
      ['site', 'nothing', '--help'],
    ]) {
      const { status, stderr } = await runServerCommand(args, {});
      assert.equal(status, 2);
      assert.match(stderr, /no command ".*nothing".*(?:--help|site create, site set)/);
    }
  });
});

describe('territory search', () => {
  it('finds codes by names in Arabic, French and as people type them', async () => {
    for (const [args, line] of [
      [
        ['بركان', '--level', 'province'],
        /^02\.113 {2}province {2}Berkane · بركان {2}\(Oriental\)\n$/,
      ],
      [['wlad tayma'], /^09\.541\.01\.09 {2}urban commune {2}Oulad Teima/],
      [['Sidi', '--within', 'Province de Berkane'], /^02\.113\.\d\d\.\d\d /],
    ]) {
      const { status, stdout, stderr } = await runServerCommand(
        ['territory', 'search', ...args],
        {},
      );
      assert.equal(status, 0, stderr);
      assert.match(stdout, line);
    }
    const { status, stderr } = await runServerCommand(['territory', 'search', 'xyzzyq'], {});
    assert.deepEqual([status, /No place is called/.test(stderr)], [2, true]);
  });
});

describe('a folder without data', () => {
  it('stays empty with any command, which says where it looks for data', async () => {
    const folder = await temporaryFolder('nothing');
    const dataDir = join(folder, 'nafida-data');
    for (const args of [
      ['site', 'list'],
      ['site', 'create', 'x1', '--territory', '02.113', '--name-fr', 'X'],
      ['proposals', 'list', 'berkane'],
      ['retention', 'run'],
      ['backup', join(folder, 'file')],
    ]) {
      const { status, stderr } = await runServerCommand(args, { dataDir });
      assert.deepEqual([status, stderr.includes(dataDir)], [2, true], stderr);
      assert.match(stderr, /no data in .*--data .*nafida-server start --data/);
      await assert.rejects(stat(dataDir));
    }
  });
});

describe('the table of commands in docs/server.md', () => {
  it('names all of them, and no other', async () => {
    const known = await allCommands();
    const guide = await readFile(new URL('../../docs/server.md', import.meta.url), 'utf8');
    const table = guide.slice(guide.indexOf('| Command'), guide.indexOf('### Settings'));
    const named = [...table.matchAll(/^\| `([a-z ·-]+)/gm)].flatMap(([, cell]) => {
      const [first, ...others] = cell.trim().split(' · ');
      const [group, verb] = first.split(' ');
      return verb ? [verb, ...others].map((each) => `${group} ${each}`) : [group, ...others];
    });
    assert.deepEqual(named.sort(), known.sort());
  });
});

describe('an embedded database', () => {
  let province;
  before(async () => (province = await makeProvince('embedded')));
  after(() => province?.close());

  it('is used by one server at a time; the second says so and leaves it alone', async () => {
    const server = await province.serve();
    const api = await province.apiOf(server);
    const { dataDir } = province.storage;
    const second = await province.tryCommand('start', '--port', '0');
    assert.equal(second.status, 1);
    assert.match(second.stderr, /Another nafida-server is using .*--data/);
    assert.equal((await api.value('getSite')).id, 'berkane');

    await server.kill9();
    assert.ok(
      await stat(join(dataDir, 'control.sock')),
      'a killed server leaves its socket behind',
    );
    assert.match(await province.command('site', 'list'), /^berkane {2}Province de Berkane/);
    const third = await province.serve();
    assert.equal((await (await province.apiOf(third)).value('getSite')).id, 'berkane');
    await third.stop();
  });

  it('takes one of many servers that start on it at once', async () => {
    const starts = await Promise.allSettled(Array.from({ length: 4 }, () => province.serve()));
    const started = starts.filter(({ status }) => status === 'fulfilled');
    assert.equal(started.length, 1);
    for (const { reason } of starts)
      if (reason) assert.match(reason.message, /Another nafida-server/);
    await started[0].value.stop();
  });

  it('takes commands from several shells at once, with and without a server', async () => {
    const many = () =>
      Promise.all(
        Array.from({ length: 4 }, (_, index) =>
          province.tryCommand('staff-token', 'create', 'berkane', '--label', `shell ${index}`),
        ),
      );
    for (const { status, stderr } of await many()) assert.equal(status, 0, stderr);
    const server = await province.serve();
    for (const { status, stderr } of await many()) assert.equal(status, 0, stderr);
    await server.stop();
    const tokens = await province.command('staff-token', 'list', 'berkane');
    assert.equal(tokens.match(/shell \d/g).length, 8);
  });

  it('keeps its secret and its socket from other users', async () => {
    const server = await province.serve();
    const { dataDir } = province.storage;
    for (const name of ['secret', 'control.sock']) {
      assert.equal((await stat(join(dataDir, name))).mode & 0o077, 0, name);
    }
    assert.match(await readFile(join(dataDir, 'secret'), 'utf8'), /^[\w-]{43}$/);
    await server.stop();
  });

  it('works in a directory whose name is too long for a socket', async () => {
    const dataDir = join(await temporaryFolder('long'), 'd'.repeat(120), 'data');
    const long = await province.serve({ dataDir });
    const create = ['site', 'create', 'berkane', '--name-fr', 'Berkane', '--territory', '02.113'];
    const { status, stderr } = await runServerCommand(create, { dataDir });
    assert.equal(status, 0, stderr);
    assert.equal(await long.stop(), 0);
    const { stdout } = await runServerCommand(['site', 'list'], { dataDir });
    assert.equal(stdout.trim(), 'berkane  Berkane  Berkane (02.113)');
  });
});
