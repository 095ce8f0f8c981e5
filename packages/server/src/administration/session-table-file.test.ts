import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sessionKinds } from '@nafida/contract';
import { sessionsOfCalendar } from './session-calendar-file.js';
import { sessionsOfTable } from './session-table-file.js';

/** One table of lines, each given by its columns. */
function table(...lines: readonly Readonly<Record<string, string>>[]): string {
  const names = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const quoted = (text = '') => `"${text.replaceAll('"', '""')}"`;
  return [names, ...lines.map((line) => names.map((name) => line[name]))]
    .map((cells) => cells.map(quoted).join(';'))
    .join('\n');
}

const line = { id: 'one', title_fr: 'Rencontre', start_date: '2026-11-30' };

/** What is said of a table that is not taken. */
function issuesOf(...lines: readonly Readonly<Record<string, string>>[]): string[] {
  try {
    sessionsOfTable(table(...lines));
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
}

describe('a table of sessions', () => {
  it('says of an agenda the hour, the length and the room of every point', () => {
    const [session] = sessionsOfTable(
      table({
        ...line,
        agenda_fr: '9h30 (45) Ouverture [Grande salle]\nDébat (libre)\n11:00 Clôture',
        agenda_ar: '09:30 الافتتاح [القاعة الكبرى]\nنقاش\nالختام',
      }),
    );
    assert.deepEqual(session?.agenda, [
      {
        title: { ar: 'الافتتاح', fr: 'Ouverture' },
        startTime: '09:30',
        minutes: 45,
        room: { ar: 'القاعة الكبرى', fr: 'Grande salle' },
      },
      { title: { ar: 'نقاش', fr: 'Débat (libre)' }, startTime: null, minutes: null, room: null },
      { title: { ar: 'الختام', fr: 'Clôture' }, startTime: '11:00', minutes: null, room: null },
    ]);
  });

  it('is refused as a whole, with every line that is wrong, by its columns', () => {
    assert.deepEqual(
      issuesOf(
        line,
        { ...line, id: 'two', room_fr: 'x'.repeat(20_001) },
        { ...line, id: 'three', agenda_fr: '25:10 Ouverture' },
        { ...line, id: 'four', series_fr: 'Caravane', series_id: 'a b', ordinal: '1,5' },
        { ...line, id: 'five', kind: 'party', online_url: 'ftp://x' },
      ),
      [
        `Line 3: room_fr "${'x'.repeat(59)}…" is longer than 20000 characters. It must be a text of 1 to 20000 characters.`,
        'Line 4: agenda_fr, point 1: "25:10 Ouverture" is not written as 09:30 (45) Title [Room].',
        'Line 5: ordinal "1,5" cannot be read: a whole number is written 20, or 1200 without a sign between the thousands',
        'Line 5: series_id "a b" is not written as it should be. It must be 1 to 64 Latin letters, digits, ".", "_", "~" and "-", for example digital-2030.',
        `Line 6: kind "party" is not one of the possible values. It must be one of ${sessionKinds.join(', ')}.`,
        'Line 6: online_url "ftp://x" is not written as it should be. It must be a web address, for example https://www.berkane.ma/agenda.',
      ],
    );
  });

  it('does not take half an hour for a title, nor one hour in one language and another in the next', () => {
    assert.deepEqual(
      issuesOf(
        { ...line, agenda_fr: 'Accueil\n9:5 Ouverture' },
        { ...line, id: 'two', agenda_fr: '09:30 (45)' },
        { ...line, id: 'three', agenda_fr: '09:30 Ouverture', agenda_ar: '10:30 الافتتاح' },
      ),
      [
        'Line 2: agenda_fr, point 2: "9:5 Ouverture" is not written as 09:30 (45) Title [Room].',
        'Line 4: agenda_fr, point 1: "09:30 (45)" is not written as 09:30 (45) Title [Room].',
        'Line 5: agenda, point 1: not the same in all languages: 10:30 (ar), 09:30 (fr).',
      ],
    );
  });

  it('does not pass over what has no meaning by itself', () => {
    assert.deepEqual(
      issuesOf({ ...line, ordinal: '3' }, { ...line, id: 'two', latitude: '34.9' }),
      [
        'Line 2: series_id and ordinal need the name of the series, series_ar or series_fr, for example "Caravane".',
        'Line 3: latitude and longitude are needed both, or neither, for example 34.92 and -2.32.',
      ],
    );
  });
});

describe('a table as spreadsheets write it', () => {
  const read = (cells: Readonly<Record<string, string>>) =>
    sessionsOfTable(table({ ...line, ...cells }))[0]!;
  it('may say days as people write them here: day, month, year', () => {
    for (const day of [
      ...['2027-05-10', '10/05/2027', '10-05-2027', '10.05.2027', '10/5/2027', '2027/05/10'],
      ...[
        '٢٠٢٧-٠٥-١٠',
        '١٠/٠٥/٢٠٢٧',
        '۱۰/۰۵/۲۰۲۷',
        '\u200F10/05/2027',
        '10\u00A0/\u00A005\u00A0/\u00A02027',
      ],
      ...['10/05/2027 00:00', '10/05/2027 00:00:00', '2027-05-10T00:00:00', '10\u201105\u20112027'],
    ]) {
      assert.equal(read({ start_date: day }).startDate, '2027-05-10', day);
    }
  });
  it('may say hours as people write them here', () => {
    for (const hour of [
      ...[
        '14:30',
        '14h30',
        '14H30',
        '14 h 30',
        '14:30:00',
        '١٤:٣٠',
        '14h30min',
        '2:30 PM',
        '02:30 م',
      ],
    ]) {
      assert.equal(read({ start_time: hour }).startTime, '14:30', hour);
    }
    assert.equal(read({ start_time: '9:00' }).startTime, '09:00');
    assert.equal(read({ start_time: '14h' }).startTime, '14:00');
    assert.equal(read({ start_time: '12:05 AM' }).startTime, '00:05');
    const [session] = sessionsOfTable(
      table({ ...line, agenda_fr: '14h Accueil\n١٥:٣٠ (45) Débat' }),
    );
    assert.deepEqual(
      session!.agenda!.map(({ startTime, minutes }) => [startTime, minutes]),
      [
        ['14:00', null],
        ['15:30', 45],
      ],
    );
  });
  it('may say numbers in any figures, with spaces and decimals of nothing', () => {
    for (const seats of [
      '1200',
      '1 200',
      '1\u00A0200',
      '1\u202F200',
      '١٢٠٠',
      '۱۲۰۰',
      '1200,0',
      '1200.00',
      '١٬٢٠٠',
    ]) {
      assert.equal(read({ capacity: seats }).registration!.capacity, 1200, seats);
    }
    const { point } = read({ latitude: '34,925', longitude: '\u22122.32' }).venue!;
    assert.deepEqual(point, { latitude: 34.925, longitude: -2.32 });
    assert.equal(read({ territory: '2,113' }).territory!.code, '02.113');
    assert.equal(read({ territory: '2.11' }).territory!.code, '02.110');
  });
  it('may say words in other spellings, and moments on the clocks of the place', () => {
    const session = read({
      type: 'In person',
      languages: 'AR, FR',
      registration_closes_at: '09/12/2026 18h00',
      demonstration: 'FAUX',
    });
    assert.deepEqual(
      [session.typeOfMeeting, session.languages, session.demonstration],
      ['in_person', ['ar', 'fr'], false],
    );
    assert.equal(session.registration!.closesAt, '2026-12-09T18:00:00.000Z');
  });
  it('is refused with every cell that cannot be read, what it holds and how it is written', () => {
    assert.deepEqual(
      issuesOf(
        { ...line, start_date: '10/05/27', start_time: '14', capacity: '1,000' },
        { ...line, id: 'two', start_date: '46517', start_time: '0,604166' },
        { ...line, id: 'three', start_date: '31/02/2027', end_time: '25h00' },
        { ...line, id: 'four', start_date: '05/13/2027', capacity: 'vingt' },
        { ...line, id: 'five', end_date: '01/11/2026', registration: 'peut-être' },
      ).map((issue) => issue.replace(/: (?:a|an|it) .*$/, '')),
      [
        'Line 2: start_date "10/05/27" cannot be read',
        'Line 2: start_time "14" cannot be read',
        'Line 2: capacity "1,000" cannot be read',
        'Line 3: start_date "46517" cannot be read: this is how Excel counts days: give the column the format of a date, or write 2027-05-10',
        'Line 3: start_time "0,604166" cannot be read: this is how Excel counts hours: give the column the format of an hour, or write 14:30',
        'Line 4: start_date "31/02/2027" cannot be read',
        'Line 4: end_time "25h00" cannot be read',
        'Line 5: start_date "05/13/2027" cannot be read',
        'Line 5: capacity "vingt" cannot be read',
        'Line 6: registration "peut-être" cannot be read',
        'Line 6: end_date "01/11/2026" lies before start_date "2026-11-30". It must be that day or a later one.',
      ],
    );
  });
});

describe('a calendar of sessions', () => {
  const event = (uid: string, summary: string, more = '') =>
    `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20261130T090000Z\r\nSUMMARY:${summary}\r\n${more}END:VEVENT\r\n`;
  const read = (...events: string[]) => {
    const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`;
    return sessionsOfCalendar('agenda.ics', new TextEncoder().encode(text), 'fr');
  };
  it('is taken without what is odd in it or not for everybody, each by its name or number', async () => {
    const { sessions, remarks } = await read(
      event('a', 'Bonne'),
      event('b', 'Permanence', 'RRULE:FREQ=DAILY;COUNT=2\r\n'),
      event('c'.repeat(300), 'Longue'),
      event('d', 'Secret', 'CLASS:PRIVATE\r\n'),
    );
    assert.deepEqual(
      sessions.map(({ id }) => id),
      ['a', 'b', 'b~2026-12-01T09:00'],
    );
    assert.deepEqual(remarks, [
      `"Longue" is left out: id is longer than 255 characters. It must be a text of 1 to 255 characters.`,
      '1 event is not for everybody (CLASS) and is left out.',
    ]);
  });
  it('is rejected if nothing in it can be used, or if it is not a calendar', async () => {
    await assert.rejects(read(event('a', '')), { message: '"a" is left out: it has no SUMMARY.' });
    await assert.rejects(sessionsOfCalendar('page.ics', new TextEncoder().encode('<p>'), 'fr'), {
      message: 'page.ics is not a calendar: it has no BEGIN:VCALENDAR.',
    });
  });
});

describe('an issue in a table of sessions', () => {
  it('says, whatever the column, how it is written', () => {
    // All columns, which the answer to one that is not known lists.
    const [listed = ''] = issuesOf({ ...line, nothing: 'x' }).slice(-1);
    const names = listed.replace(/^The columns are: |\.$/g, '').split(', ');
    const columns = names.flatMap((name) =>
      name.endsWith('…') ? ['ar', 'fr', 'zgh', 'en'].map((each) => name.replace('…', each)) : name,
    );
    assert.ok(columns.length > 40, `${columns.length} columns`);
    let count = 0;
    for (const column of columns) {
      for (const text of ['\u0001', 'x'.repeat(30_000), '!', '-1']) {
        for (const issue of issuesOf({ ...line, [column]: text })) {
          count++;
          assert.match(
            issue,
            /must be|is written|are written|it is yes|for example/,
            `${column}: ${issue}`,
          );
        }
      }
    }
    assert.ok(count > 60, `${count} issues`);
  });
});
