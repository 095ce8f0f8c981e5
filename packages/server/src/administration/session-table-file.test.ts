import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
function faultsOf(...lines: readonly Readonly<Record<string, string>>[]): string[] {
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
      faultsOf(
        line,
        { ...line, id: 'two', room_fr: 'x'.repeat(20_001) },
        { ...line, id: 'three', agenda_fr: '25:10 Ouverture' },
        { ...line, id: 'four', series_fr: 'Caravane', series_id: 'a b', ordinal: '1,5' },
        { ...line, id: 'five', kind: 'party', online_url: 'ftp://x' },
      ),
      [
        'Line 3: room_fr is longer than 20000 characters',
        'Line 4: agenda, point 1, the hour is not written as it should be',
        'Line 5: series_id is not written as it should be',
        'Line 5: ordinal is of the wrong type',
        'Line 6: kind is not one of the possible values',
        'Line 6: online_url is not written as it should be',
      ],
    );
  });

  it('does not take half an hour for a title, nor one hour in one language and another in the next', () => {
    assert.deepEqual(
      faultsOf(
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
      faultsOf({ ...line, ordinal: '3' }, { ...line, id: 'two', latitude: '34.9' }),
      [
        'Line 2: series_id and ordinal need the name of the series, series_ar or series_fr.',
        'Line 3: latitude and longitude are needed both, or neither.',
      ],
    );
  });
});

describe('a calendar of sessions', () => {
  it('is refused as a whole, with every event that is wrong by its name', () => {
    const event = (uid: string, summary: string, more = '') =>
      `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261130T090000Z\r\nSUMMARY:${summary}\r\n${more}END:VEVENT\r\n`;
    const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n${event('a', 'Bonne')}${event('b', 'Sans fin', 'RRULE:FREQ=DAILY\r\n')}${event('c', 'Loin', 'GEO:134.9;-2.3\r\n')}END:VCALENDAR\r\n`;
    assert.throws(() => sessionsOfCalendar(calendar, 'fr'), {
      message:
        '"Sans fin" repeats itself. Give each date its own event and import again.\n' +
        '"Loin": venue.point.latitude is more than 90',
    });
  });
});
