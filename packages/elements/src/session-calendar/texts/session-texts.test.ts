import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSession } from '../../testing/sample-session.js';
import { messages as ar } from './messages.ar.js';
import { messages as en } from './messages.en.js';
import { messages as fr } from './messages.fr.js';
import type { Speech } from './day-texts.js';
import {
  momentText,
  readerHoursText,
  seatsText,
  sessionDaysText,
  sessionHoursText,
} from './session-texts.js';

const arabic: Speech = { locale: 'ar', messages: ar };
const french: Speech = { locale: 'fr', messages: fr };
const english: Speech = { locale: 'en', messages: en };
const amazigh: Speech = { locale: 'zgh', messages: fr };
const days = (startDate: string, endDate: string) =>
  sampleSession({ startDate, endDate, startTime: null, endTime: null });

describe('days', () => {
  it('are said as people say them', () => {
    assert.equal(
      sessionDaysText(arabic, days('2022-11-30', '2022-11-30')),
      'الأربعاء 30 نونبر 2022',
    );
    assert.equal(
      sessionDaysText(french, days('2026-12-01', '2026-12-01')),
      'mardi 1er décembre 2026',
    );
  });
  it('of a range say once what they share', () => {
    const forum = days('2022-03-24', '2022-03-26');
    assert.equal(sessionDaysText(arabic, forum), 'من الخميس 24 إلى السبت 26 مارس 2022');
    assert.equal(sessionDaysText(french, forum), 'du jeudi 24 au samedi 26 mars 2022');
    assert.equal(sessionDaysText(english, forum), 'Thursday 24 to Saturday 26 March 2022');
    assert.equal(
      sessionDaysText(french, days('2026-11-30', '2026-12-02')),
      'du lundi 30 novembre au mercredi 2 décembre 2026',
    );
    assert.equal(
      sessionDaysText(arabic, days('2026-12-31', '2027-01-01')),
      'من الخميس 31 دجنبر 2026 إلى الجمعة 1 يناير 2027',
    );
  });
});

describe('hours', () => {
  it('are those of the clocks in Morocco', () => {
    assert.equal(sessionHoursText(arabic, sampleSession()), 'من 15:00 إلى 17:00');
    assert.equal(sessionHoursText(french, sampleSession()), 'de 15\u00a0h à 17\u00a0h');
    assert.equal(sessionHoursText(amazigh, sampleSession()), 'de 15\u00a0h à 17\u00a0h');
    assert.equal(sessionHoursText(english, sampleSession({ endTime: null })), 'from 15:00');
  });
  it('follow the zone through Ramadan where the server gives them in UTC', () => {
    const at = (startTime: string) =>
      sessionHoursText(english, sampleSession({ startTime, endTime: null }));
    // Clocks went back to UTC+0 on 15 February 2026 and forward on 22 March.
    assert.equal(at('2026-02-14T14:00:00Z'), 'from 15:00');
    assert.equal(at('2026-02-16T14:00:00Z'), 'from 14:00');
    assert.equal(at('2026-03-23T14:00:00Z'), 'from 15:00');
    assert.equal(at('2025-03-01T14:00:00Z'), 'from 14:00');
    // They went back for good on 20 September 2026.
    assert.equal(at('2026-09-19T14:00:00Z'), 'from 15:00');
    assert.equal(at('2026-09-20T14:00:00Z'), 'from 14:00');
  });
  it('are those the server wrote, whatever zone data this device has', () => {
    // Decided by decree: servers disagree about the offset of Morocco at the end of 2026 and in 2027.
    const at = (startTime: string) =>
      sessionHoursText(english, sampleSession({ startTime, endTime: null }));
    assert.equal(at('2027-01-13T15:00:00+01:00'), 'from 15:00');
    assert.equal(at('2027-01-13T15:00:00+00:00'), 'from 15:00');
    assert.equal(at('2027-02-10T15:00:00.000+00:00'), 'from 15:00');
  });
  it('that nobody reported are said to be unknown', () => {
    const unknown = sampleSession({ startTime: null, endTime: null });
    assert.equal(sessionHoursText(arabic, unknown), 'التوقيت غير محدد');
    assert.equal(readerHoursText(arabic, unknown, 'Asia/Tokyo'), undefined);
  });
  it('of several days are those of the opening and of the end', () => {
    const forum = sampleSession({
      endDate: '2026-12-02',
      endTime: '2026-12-02T18:30:00+00:00',
    });
    assert.equal(
      sessionHoursText(french, forum),
      'ouverture à 15\u00a0h, clôture à 18\u00a0h\u00a030',
    );
    assert.equal(sessionHoursText(arabic, { ...forum, endTime: null }), 'الافتتاح 15:00');
  });
  it('are repeated on the clock of a reader elsewhere, with the day where it differs', () => {
    const session = sampleSession();
    assert.equal(readerHoursText(english, session, 'Africa/Casablanca'), undefined);
    assert.equal(
      readerHoursText(english, session, 'Europe/Paris'),
      'on your device’s clock: 16:00 to 18:00',
    );
    assert.equal(
      readerHoursText(english, session, 'Pacific/Auckland'),
      'on your device’s clock: Tuesday 1 December, 04:00 to 06:00',
    );
    // London and Casablanca share their clocks in winter, Laayoune and Casablanca always.
    assert.equal(readerHoursText(english, session, 'Europe/London'), undefined);
    assert.equal(readerHoursText(english, session, 'Africa/El_Aaiun'), undefined);
  });
});

describe('seats', () => {
  it('are counted in the six forms of Arabic', () => {
    const left = (remaining: number) =>
      seatsText(arabic, { kind: 'places', remaining, closesAt: null }, 'UTC');
    assert.deepEqual([1, 2, 3, 11, 100].map(left), [
      'بقي مقعد واحد',
      'بقي مقعدان',
      'بقيت 3 مقاعد',
      'بقي 11 مقعدا',
      'بقي 100 مقعد',
    ]);
  });
  it('say that the waiting list is open, and how long it is', () => {
    const full = (waiting: number) =>
      seatsText(french, { kind: 'full', waiting, closesAt: null }, 'UTC');
    assert.equal(full(0), 'Complet, liste d’attente ouverte');
    assert.equal(full(1), 'Complet, 1 personne sur liste d’attente');
  });
  it('say when registration opens', () => {
    assert.equal(
      seatsText(arabic, { kind: 'not_open', opensAt: '2026-11-10T08:00:00Z' }, 'Africa/Casablanca'),
      'يفتح التسجيل يوم الثلاثاء 10 نونبر، 08:00',
    );
    assert.equal(
      seatsText(french, { kind: 'not_open', opensAt: null }, 'UTC'),
      fr.registrationNotOpen,
    );
    assert.equal(seatsText(french, { kind: 'none' }, 'UTC'), undefined);
  });
});

it('a moment is a day and an hour', () => {
  assert.equal(
    momentText(french, '2026-11-10T08:00:00Z', 'Africa/Casablanca'),
    'mardi 10 novembre, 8\u00a0h',
  );
});
