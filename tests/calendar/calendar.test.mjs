import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSession, sampleSite } from '@nafida/client/testing';
import { calendarOf } from '@nafida/contract/calendar.js';
import { readByTwo } from './parsers.mjs';

/** U+2066 to U+2069 of Unicode: the marks that keep the direction of a part to itself. */
const withoutIsolates = (text) => text.replace(/[\u2066-\u2069]/g, '');

const site = sampleSite();
const zone = 'Africa/Casablanca';
const write = (sessions, language = 'fr', feed = true) =>
  calendarOf(sessions, { site, language, feed });
const uid = 'listening-session@berkane.nafida';

/** Both readings of the one entry of a calendar. */
const entriesOf = (text) => Object.entries(readByTwo(text)).map(([, { entries }]) => entries[uid]);

const meeting = (changes) =>
  sampleSession({
    startDate: '2026-11-25',
    startTime: '2026-11-25T15:00:00+00:00',
    endTime: '2026-11-25T17:00:00+00:00',
    ...changes,
  });

describe('a session in a citizen’s calendar', () => {
  it('says all that the agenda says of it, to two readers alike', () => {
    const text = write([
      meeting({
        title: { fr: 'Écoute, débat ; suite \\ fin' },
        description: { fr: 'Première ligne\nSeconde, ligne' },
        venue: {
          name: { fr: 'Maison des jeunes' },
          address: { fr: '12, avenue Mohammed V' },
          point: { latitude: 34.92, longitude: -2.32 },
        },
        room: { fr: 'Salle B' },
        organisers: [{ fr: 'Province de Berkane' }, { fr: 'Conseil « régional » : l’"Oriental"' }],
        series: { id: 'regional', name: { fr: 'Rencontres de 2026' }, ordinal: 2 },
        agenda: [
          {
            title: { fr: 'Ouverture' },
            startTime: '2026-11-25T15:00:00+00:00',
            minutes: 30,
            room: { fr: 'Grande salle' },
          },
          { title: { fr: 'Débat' }, startTime: null, minutes: null, room: null },
        ],
        onlineUrl: 'https://visio.example/a?b=1,2;c',
        url: 'https://berkane.example/rencontres/2,a;b',
        parent: 'forum',
        sequence: 4,
        updatedAt: '2026-11-20T09:30:00.000Z',
      }),
    ]);
    for (const [reader, { name, entries }] of Object.entries(readByTwo(text))) {
      const { clock, endClock, parent, start, end, ...entry } = entries[uid];
      assert.equal(name, 'Province de Berkane', reader);
      assert.deepEqual(
        entry,
        {
          summary: 'Écoute, débat ; suite \\ fin',
          description:
            'Première ligne\nSeconde, ligne\n\n15:00 – Ouverture (Grande salle)\nDébat\n\n' +
            'À distance\u00a0: https://visio.example/a?b=1,2;c',
          location: 'Maison des jeunes, Salle B, 12, avenue Mohammed V',
          status: 'CONFIRMED',
          transparency: 'OPAQUE',
          sequence: 4,
          changed: '2026-11-20T09:30:00.000Z',
          stamped: '2026-11-20T09:30:00.000Z',
          geo: [34.92, -2.32],
          url: 'https://berkane.example/rencontres/2,a;b',
          categories: ['Session d’écoute', 'Rencontres de 2026'],
          organiser: 'Province de Berkane, Conseil « régional » : l’”Oriental”',
          zone,
        },
        reader,
      );
      assert.deepEqual([clock, endClock], ['2026-11-25T15:00:00', '2026-11-25T17:00:00'], reader);
      if (reader !== 'ical.js') continue;
      assert.equal(parent, 'forum@berkane.nafida');
      assert.deepEqual([start, end], ['2026-11-25T15:00:00.000Z', '2026-11-25T17:00:00.000Z']);
    }
  });

  it('keeps Arabic, emoji and marks whole wherever lines are folded', () => {
    let state = 20261124;
    const below = (limit) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const pieces = [
      'ا',
      'لقاء ',
      'مُحَمَّد',
      'é',
      '😀',
      'a',
      ',',
      ';',
      '\\',
      ' ',
      '\n',
      '،',
      'ⵣ',
      ':',
      '"',
    ];
    for (let run = 0; run < 300; run++) {
      const piece = () => pieces[below(pieces.length)];
      const words = (length) => `x${Array.from({ length }, piece).join('')}x`;
      const [title, description] = [words(below(120)), words(below(400))];
      const text = write(
        [meeting({ title: { ar: title }, description: { ar: description } })],
        'ar',
      );
      for (const entry of entriesOf(text)) {
        // What runs the other way is isolated, and nothing else is added or lost.
        assert.equal(withoutIsolates(entry.summary), title, `run ${run}`);
        assert.equal(withoutIsolates(entry.description), description, `run ${run}`);
      }
    }
  });

  it('is in the language asked for, or the nearest there is', () => {
    const texts = { title: { ar: 'جلسة', fr: 'Session' }, status: 'cancelled' };
    for (const [language, expected] of [
      ['ar', 'إلغاء: جلسة'],
      ['fr', 'Annulation\u00a0: Session'],
      ['en', 'Cancelled: Session'],
    ]) {
      for (const { summary } of entriesOf(write([meeting(texts)], language))) {
        assert.equal(summary, expected);
      }
    }
  });

  it('says why it was called off or moved, before all else, until it was held', () => {
    const texts = { statusNote: { fr: 'Pluies fortes' }, description: { fr: 'Écoute' } };
    for (const [status, expected] of [
      ['cancelled', 'Pluies fortes\n\nÉcoute'],
      ['scheduled', 'Pluies fortes\n\nÉcoute'],
      ['held', 'Écoute'],
    ]) {
      for (const { description } of entriesOf(write([meeting({ ...texts, status })]))) {
        assert.equal(description, expected, status);
      }
    }
  });

  it('says what was called off or put off, and frees the day', () => {
    for (const [status, expected] of [
      ['scheduled', ['CONFIRMED', 'OPAQUE']],
      ['held', ['CONFIRMED', 'OPAQUE']],
      ['cancelled', ['CANCELLED', 'TRANSPARENT']],
      ['postponed', ['TENTATIVE', 'TRANSPARENT']],
    ]) {
      for (const entry of entriesOf(write([meeting({ status })]))) {
        assert.deepEqual([entry.status, entry.transparency], expected, status);
      }
    }
  });
});

describe('the hours in a citizen’s calendar', () => {
  it('are those announced, and the same instants by the rules in the file, on either side of every change', () => {
    // Morocco was at UTC in the Ramadan of 2022 and of 2026, and is for good since 20 September 2026 (IANA, 2026c).
    const days = [
      ['2022-03-26', '+01:00'],
      ['2022-03-28', '+00:00'],
      ['2022-05-07', '+00:00'],
      ['2022-11-30', '+01:00'],
      ['2026-02-14', '+01:00'],
      ['2026-02-16', '+00:00'],
      ['2026-03-21', '+00:00'],
      ['2026-03-23', '+01:00'],
      ['2026-09-19', '+01:00'],
      ['2026-09-20', '+00:00'],
      ['2026-12-09', '+00:00'],
      ['2027-03-15', '+00:00'],
      ['2028-01-01', '+00:00'],
    ];
    const sessions = days.map(([day, offset]) =>
      meeting({
        id: day,
        startDate: day,
        startTime: `${day}T10:00:00${offset}`,
        endTime: `${day}T12:30:00${offset}`,
      }),
    );
    const readings = readByTwo(write(sessions));
    for (const { id, startTime, endTime } of sessions) {
      for (const [reader, { entries }] of Object.entries(readings)) {
        const { zone: named, clock, endClock, start, end } = entries[`${id}@berkane.nafida`];
        const told = `${reader}, ${id}`;
        assert.equal(named, zone, told);
        assert.deepEqual([clock, endClock], [`${id}T10:00:00`, `${id}T12:30:00`], told);
        if (reader !== 'ical.js') continue;
        assert.equal(start, new Date(startTime).toISOString(), told);
        assert.equal(end, new Date(endTime).toISOString(), told);
      }
    }
  });
  it('are the announced ones even if the rules of the zone differ', () => {
    const text = write([
      meeting({ startTime: '2026-11-25T15:00:00+00:00', endTime: '2026-11-25T16:00:00+02:00' }),
    ]);
    for (const { clock, endClock } of entriesOf(text)) {
      assert.deepEqual([clock, endClock], ['2026-11-25T15:00:00', '2026-11-25T16:00:00']);
    }
  });
  it('are not invented: whole days without a time, no end without an end', () => {
    const unknown = { startTime: null, endTime: null, endDate: '2026-11-27' };
    for (const entry of entriesOf(write([meeting(unknown)]))) {
      assert.deepEqual([entry.clock, entry.endClock], ['2026-11-25', '2026-11-28']);
      assert.equal(entry.zone, undefined);
    }
    for (const entry of entriesOf(write([meeting({ endTime: null })]))) {
      assert.deepEqual([entry.clock, entry.endClock], ['2026-11-25T15:00:00', undefined]);
    }
    for (const entry of entriesOf(write([meeting({ endDate: '2026-11-27', endTime: null })]))) {
      assert.deepEqual([entry.clock, entry.endClock], ['2026-11-25', '2026-11-28']);
      assert.match(entry.description, /^Début\u00a0: 15:00$/m);
    }
  });
  it('go over the days of a forum', () => {
    const forum = { endDate: '2026-11-27', endTime: '2026-11-27T18:00:00+00:00' };
    for (const { clock, endClock } of entriesOf(write([meeting(forum)]))) {
      assert.deepEqual([clock, endClock], ['2026-11-25T15:00:00', '2026-11-27T18:00:00']);
    }
  });
});

describe('a calendar', () => {
  it('is the same text as long as nothing changes', () => {
    assert.equal(write([meeting()]), write([meeting()]));
  });
  it('asks phones to come back every few hours when it is a feed, and not as one entry', () => {
    assert.equal(readByTwo(write([]))['ical.js'].refresh, 'PT4H');
    assert.doesNotMatch(write([meeting()], 'fr', false), /X-WR-CALNAME|REFRESH-INTERVAL/);
  });
});
