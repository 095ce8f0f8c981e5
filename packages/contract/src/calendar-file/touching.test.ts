import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openCalendar, readCalendar } from './index.js';

const options = { language: 'fr', today: '2026-11-30' } as const;
const dayMs = 86_400_000;
const open = (lines: readonly string[]) =>
  openCalendar(new TextEncoder().encode(lines.join('\r\n')), options);

const event = (uid: string, ...lines: string[]) => [
  'BEGIN:VEVENT',
  ...(uid ? [`UID:${uid}`] : []),
  `SUMMARY:${uid || 'Sans nom'}`,
  ...lines,
  'END:VEVENT',
];
const calendar = (...lines: string[]) => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...lines,
  'END:VCALENDAR',
];

/** Clocks half a day ahead of Greenwich, by rules that only the file has. */
const ownZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Îles',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+1345',
  'TZOFFSETTO:+1345',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const years = [
  ...calendar(
    ...ownZone,
    ...event('seul', 'DTSTART;TZID=Africa/Casablanca:20261110T150000', 'DURATION:PT2H'),
    ...event('jour', 'DTSTART;VALUE=DATE:20261031'),
    ...event('jours', 'DTSTART;VALUE=DATE:20261020', 'DTEND;VALUE=DATE:20261210'),
    ...event('durée', 'DTSTART:20261029T100000', 'DURATION:P6D'),
    ...event('nuit', 'DTSTART:20261031T220000', 'DTEND:20261101T020000'),
    ...event('courte', 'DTSTART:20261031T230000', 'DURATION:PT3H'),
    ...event('utc', 'DTSTART:20261130T233000Z', 'DTEND:20261201T003000Z'),
    ...event('ailleurs', 'DTSTART;TZID=Pacific/Kiritimati:20261201T080000', 'DURATION:PT1H'),
    ...event('îles', 'DTSTART;TZID="Îles":20261201T090000', 'DTEND;TZID="Îles":20261201T100000'),
    ...event('à rebours', 'DTSTART:20261115T100000', 'DTEND:20260101T100000'),
    ...event('heure 24', 'DTSTART:20261130T240000'),
    ...event(
      'serie',
      'DTSTART;TZID=Africa/Casablanca:20250107T150000',
      'DTEND;TZID=Africa/Casablanca:20250107T170000',
      'RRULE:FREQ=WEEKLY;BYDAY=TU',
      'EXDATE;TZID=Africa/Casablanca:20261117T150000',
    ),
    ...event(
      'serie',
      'RECURRENCE-ID;TZID=Africa/Casablanca:20261124T150000',
      'DTSTART;TZID=Africa/Casablanca:20270205T150000',
    ),
    ...event(
      'serie',
      'RECURRENCE-ID;TZID=Africa/Casablanca:20260616T150000',
      'DTSTART;TZID=Africa/Casablanca:20261118T150000',
    ),
    ...event('dates', 'DTSTART:20240101T100000', 'RDATE:20261105T100000,20270105T100000'),
    ...event('salon', 'DTSTART;VALUE=DATE:20261001', 'DTEND;VALUE=DATE:20261003'),
    ...event('atelier', 'DTSTART:20261112T100000', 'RELATED-TO:salon'),
    ...event('sous-atelier', 'DTSTART:20261112T110000', 'RELATED-TO:atelier'),
    ...event('orphelin', 'DTSTART:20261113T100000', 'RELATED-TO:personne'),
    ...event('', 'DTSTART:20261114T100000'),
    ...event('', 'DTSTART:20261214T100000'),
    ...event('secret', 'DTSTART:20261114T120000', 'CLASS:PRIVATE'),
    ...event('sans début'),
    ...event('plié', 'DTSTART:202611', ' 17T1000', ' 00'),
    ...event('hebdo', 'DTSTART:20260105T090000', 'RRULE:FREQ=WEEKLY;UNTIL=20261116T090000'),
    ...event('déplacé', 'DTSTART:20270110T100000', 'SEQUENCE:0'),
    ...event('déplacé', 'DTSTART:20261119T100000', 'SEQUENCE:1'),
    ...event('deux fois', 'DTSTART:20261116T100000'),
  ),
  ...calendar(...event('deux fois', 'DTSTART:20270116T100000')),
];

describe('the sessions of some days', () => {
  it('are those of the whole calendar that touch them, whatever else it holds', async () => {
    const { sessions: all } = await readCalendar(
      new TextEncoder().encode(years.join('\r\n')),
      options,
    );
    assert.ok(all.length > 100);
    const told = (sessions: typeof all) => sessions.map((each) => JSON.stringify(each)).toSorted();
    for (const length of [0, 1, 29]) {
      const file = await open(years);
      for (let day = Date.UTC(2026, 9, 1); day < Date.UTC(2027, 2, 1); day += dayMs) {
        const [from, to] = [day, day + length * dayMs].map((time) =>
          new Date(time).toISOString().slice(0, 10),
        ) as [string, string];
        assert.deepEqual(
          told(await file.touching(from, to)),
          told(all.filter(({ startDate, endDate }) => endDate >= from && startDate <= to)),
          `${from} to ${to}`,
        );
      }
    }
    const file = await open(years);
    assert.deepEqual(
      told(await file.touching('2027-01-01', undefined)),
      told(all.filter(({ endDate }) => endDate >= '2027-01-01')),
    );
    assert.deepEqual(
      told(await file.touching(undefined, '2026-10-31')),
      told(all.filter(({ startDate }) => startDate <= '2026-10-31')),
    );
  });

  it('come without a word of events on other days, which are remarked upon with the whole', async () => {
    const lines = calendar(
      ...event('conseil', 'DTSTART:20261110T150000'),
      ...event('faute', 'DTSTART:20270110T150000', 'DTEND:20260101T100000'),
    );
    const file = await open(lines);
    await file.touching('2026-11-01', '2026-11-30');
    const { remarks, sessions } = await file.whole();
    assert.equal(sessions.length, 2);
    assert.deepEqual(remarks, ['"faute" ends before it begins: it is taken without an end.']);
  });

  it('are there before those of other days are read', async () => {
    let steps = 0;
    const events = Array.from({ length: 400 }, (_, at) =>
      event(String(at), `DTSTART:${2024 + Math.floor(at / 100)}1110T1500`),
    ).flat();
    const rest = () => void (steps += 1);
    const bytes = new TextEncoder().encode(calendar(...events).join('\n'));
    const file = await openCalendar(bytes, { ...options, rest });
    const opened = steps;
    assert.equal((await file.touching('2026-11-01', '2026-11-30')).length, 100);
    // A look at each, and a hundred read.
    assert.equal(steps - opened, 400 + 100);
    assert.equal((await file.whole()).sessions.length, 400);
    assert.equal(steps - opened, 400 + 400);
  });
});
