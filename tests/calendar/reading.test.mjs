import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSession, sampleSite } from '@nafida/client/testing';
import { sessionKinds } from '@nafida/contract';
import { calendarOf } from '@nafida/contract/calendar.js';
import { readCalendar } from '@nafida/contract/calendar-file.js';

const site = sampleSite();
const languages = ['ar', 'fr', 'en'];

/** What is read of a feed of ours that holds these sessions. */
async function readAgain(sessions, language) {
  const text = calendarOf(sessions, { site, language, feed: true });
  const bytes = new TextEncoder().encode(text);
  const { sessions: read, remarks } = await readCalendar(bytes, { language, today: '2026-11-30' });
  assert.deepEqual(remarks, []);
  return read;
}

describe('our own feed, read as a file', () => {
  it('keeps what kind of meeting it is, in every language', async () => {
    const sessions = sessionKinds.map((kind) => sampleSession({ id: kind, kind }));
    for (const language of languages) {
      const read = await readAgain(sessions, language);
      assert.deepEqual(
        read.map(({ kind }) => kind),
        sessionKinds,
        language,
      );
    }
  });
  it('keeps what was put off or called off, and the title without the word for it', async () => {
    const title = { ar: 'لقاء', fr: 'Rencontre', en: 'Meeting' };
    for (const language of languages) {
      for (const status of ['scheduled', 'postponed', 'cancelled']) {
        const [read] = await readAgain([sampleSession({ status, title })], language);
        assert.deepEqual([read.status, Object.values(read.title)], [status, [title[language]]]);
        assert.equal(read.statusNote, null);
      }
    }
  });
  it('keeps days and hours, an evening until midnight and whole days among them', async () => {
    const [startDate, startTime] = ['2027-04-15', '2027-04-15T20:00:00+00:00'];
    for (const [times, expected] of [
      [
        { endDate: startDate, startTime, endTime: '2027-04-16T00:00:00+00:00' },
        [startDate, '20:00', startDate, '00:00'],
      ],
      [
        { endDate: startDate, startTime, endTime: '2027-04-15T22:30:00+00:00' },
        [startDate, '20:00', startDate, '22:30'],
      ],
      [
        { endDate: '2027-04-17', startTime: null, endTime: null },
        [startDate, null, '2027-04-17', null],
      ],
      [{ endDate: startDate, startTime, endTime: null }, [startDate, '20:00', startDate, null]],
    ]) {
      const [read] = await readAgain([sampleSession({ startDate, ...times })], 'fr');
      assert.deepEqual([read.startDate, read.startTime, read.endDate, read.endTime], expected);
      assert.equal(read.timeZone, 'Africa/Casablanca');
    }
  });
  it('keeps what is part of what', async () => {
    const forum = sampleSession({ id: 'forum' });
    const read = await readAgain([forum, sampleSession({ id: 'part', parent: 'forum' })], 'fr');
    assert.equal(read[1].parent, read[0].id);
  });
  it('keeps texts of both directions unchanged, although calendars get the direction of each part', async () => {
    const texts = {
      ar: 'لقاء حول المقترح 3WM-2026 مع Maroc Telecom، للاتصال: 05 36 61 00 00',
      fr: 'Atelier avec جمعية النور, 12 mai : suite de 2026-K7QM2X',
    };
    const session = (fields) =>
      sampleSession({
        ...fields,
        description: { ar: `${texts.ar}\n\nثم نقاش`, fr: `${texts.fr}\n\nPuis débat` },
        venue: { name: { ar: 'مركز 3WM-2026', fr: 'Salle الأطلس' }, address: null, point: null },
        agenda: [],
        room: null,
        statusNote: null,
        onlineUrl: null,
      });
    for (const language of ['ar', 'fr']) {
      for (const title of [texts, { ar: texts.ar }, { fr: texts.fr }]) {
        for (const status of ['scheduled', 'cancelled']) {
          const stored = session({ title, status });
          const text = calendarOf([stored], { site, language, feed: true }).replaceAll('\r\n ', '');
          const summary = /^SUMMARY:(.*)$/m.exec(text)[1];
          assert.match(
            summary,
            title[language] === texts.fr || !title.ar
              ? /\u2068جمعية النور\u2069/
              : /\u20663WM-2026\u2069/,
          );
          const [read] = await readAgain([stored], language);
          assert.deepEqual(Object.values(read.title), [title[language] ?? Object.values(title)[0]]);
          assert.deepEqual(Object.values(read.description), [stored.description[language]]);
          assert.deepEqual(Object.values(read.venue.name), [stored.venue.name[language]]);
        }
      }
    }
  });
});
