import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NoCalendarError, readCalendar, type CalendarReading } from './index.js';

const encoder = new TextEncoder();
const today = '2026-11-30';

/** A calendar of these events, each a list of lines. */
function calendar(events: readonly (readonly string[])[], ...head: string[]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function read(text: string | Uint8Array, charset?: string): Promise<CalendarReading> {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  return readCalendar(bytes, { language: 'fr', today, ...(charset && { charset }) });
}

/** When each session is, `2027-04-15 15:00 – 2027-04-15 16:30`. */
async function times(text: string): Promise<string[]> {
  const { sessions } = await read(text);
  return sessions.map(({ startDate, startTime, endDate, endTime }) =>
    [startDate, startTime, '–', endDate === startDate ? '' : endDate, endTime]
      .filter(Boolean)
      .join(' '),
  );
}

async function only(lines: readonly string[], ...head: string[]) {
  const { sessions, remarks } = await read(calendar([lines], ...head));
  assert.equal(sessions.length, 1, remarks.join());
  return sessions[0]!;
}

const named = (...lines: string[]) => ['UID:a', 'SUMMARY:Rencontre', ...lines];
const at = (start: string) => named(start);

describe('the hour in a calendar', () => {
  it('is that of Morocco, however its property is written', async () => {
    for (const start of [
      'DTSTART:20270415T150000',
      'DTSTART;VALUE=DATE-TIME:20270415T150000',
      'dtstart;value=date-time;tzid=Africa/Casablanca:20270415T150000',
      'DTSTART;TZID="Africa/Casablanca":20270415T150000',
      'DTSTART;X-A="a;b:c";TZID=africa/casablanca:20270415T150000',
      'DTSTART:20270415T1500',
      'DTSTART:2027-04-15T15:00:00',
      'DTSTART:20270415T150000Z',
      'DTSTART;TZID=/mozilla.org/20050126_1/Africa/Casablanca:20270415T150000',
      'DTSTART;TZID=Morocco Standard Time:20270415T150000',
      'DTSTART;TZID=(UTC+01:00) Casablanca:20270415T150000',
      'DTSTART;TZID=Etc/GMT-1:20270415T160000',
      'DTSTART;TZID=UTC+2:20270415T170000',
      'DTSTART;TZID=GMT+01:00:20270415T160000',
      'DTSTART;TZID="(UTC-05:00) Somewhere":20270415T100000',
      'DTSTART;TZID=tzone://Microsoft/Utc:20270415T150000',
      'DTSTART:20270415T160000+0100',
    ]) {
      const session = await only(at(start));
      const { startDate, startTime, timeZone } = session;
      assert.deepEqual(
        [startDate, startTime, timeZone],
        ['2027-04-15', '15:00', 'Africa/Casablanca'],
        start,
      );
    }
  });

  it('without a zone is that of the calendar', async () => {
    for (const head of [
      'X-WR-TIMEZONE:Europe/Paris',
      'X-WR-TIMEZONE;VALUE=TEXT:Europe/Paris',
      'x-wr-timezone;value=text: Europe/Paris ',
      'X-WR-TIMEZONE:Romance Standard Time',
    ]) {
      const { startTime, timeZone } = await only(at('DTSTART:20270415T150000'), head);
      assert.deepEqual([startTime, timeZone], ['15:00', 'Europe/Paris'], head);
      const { startTime: inUtc } = await only(at('DTSTART:20270415T130000Z'), head);
      assert.equal(inUtc, '15:00', head);
    }
    const { startTime } = await only(at('DTSTART:20270415T150000'), 'X-WR-TIMEZONE:UTC+2');
    assert.equal(startTime, '13:00');
  });

  it('under a name of Windows is that of the place, whatever rules came along', async () => {
    for (const [name, zone] of [
      ['Romance Standard Time', 'Europe/Paris'],
      ['romance standard time', 'Europe/Paris'],
      ['GMT Standard Time', 'Europe/London'],
      ['Central Standard Time (Mexico)', 'America/Mexico_City'],
      ['(UTC+01:00) Brussels, Copenhagen, Madrid, Paris', 'Europe/Brussels'],
    ]) {
      const { startTime, timeZone } = await only(at(`DTSTART;TZID=${name}:20270415T150000`));
      assert.deepEqual([startTime, timeZone], ['15:00', zone], name);
    }
  });

  const ownZone = (name: string) => [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ];
  it('under a name that nobody knows follows the rules of the file', async () => {
    for (const [local, home] of [
      ['20270415T150000', '13:00'],
      ['20270115T150000', '14:00'],
      ['20270328T013000', '00:30'],
      ['20270328T033000', '01:30'],
      ['20271031T013000', '23:30'],
      ['20271031T033000', '02:30'],
    ]) {
      const zone = ownZone('Customized Time Zone 1');
      const start = `DTSTART;TZID=Customized Time Zone 1:${local}`;
      const { startTime, timeZone } = await only(at(start), ...zone);
      assert.deepEqual([startTime, timeZone], [home, 'Africa/Casablanca'], local);
    }
  });
  it('under an unknown name is taken as written, with a remark', async () => {
    const text = calendar([at('DTSTART;TZID=Nowhere:20270415T150000')]);
    const { sessions, remarks } = await read(text);
    assert.equal(sessions[0]!.startTime, '15:00');
    assert.match(remarks.join(), /"Nowhere" is not known/);
  });
});

describe('days and hours of an event', () => {
  it('are one day if the end says so in its own way', async () => {
    for (const [lines, expected] of [
      [['DTSTART;VALUE=DATE:20270415', 'DTEND;VALUE=DATE:20270415'], '2027-04-15 –'],
      [['DTSTART;VALUE=DATE:20270415', 'DTEND;VALUE=DATE:20270416'], '2027-04-15 –'],
      [['DTSTART;VALUE=DATE:20270415', 'DTEND;VALUE=DATE:20270418'], '2027-04-15 – 2027-04-17'],
      [['DTSTART;VALUE=DATE:20270415', 'DTEND;VALUE=DATE:20270414'], '2027-04-15 –'],
      [['DTSTART:20270415'], '2027-04-15 –'],
      [['DTSTART;VALUE=DATE:20270415', 'DURATION:P2D'], '2027-04-15 – 2027-04-16'],
      [['DTSTART;VALUE=DATE:20270415', 'DURATION:PT24H'], '2027-04-15 –'],
      [['DTSTART;VALUE=DATE:20270415T000000'], '2027-04-15 –'],
      [['DTSTART:20270415T000000', 'DTEND:20270416T000000'], '2027-04-15 –'],
      [['DTSTART:20270415T000000', 'DTEND:20270416T235900'], '2027-04-15 – 2027-04-16'],
      [['DTSTART:20270415T200000', 'DTEND:20270416T000000'], '2027-04-15 20:00 – 00:00'],
      [['DTSTART:20270415T200000', 'DURATION:PT4H'], '2027-04-15 20:00 – 00:00'],
      [['DTSTART:20270415T200000', 'DTEND;VALUE=DATE:20270416'], '2027-04-15 20:00 – 00:00'],
      [['DTSTART:20270415T200000', 'DTEND:20270417T000000'], '2027-04-15 20:00 – 2027-04-16'],
      [['DTSTART:20270415T220000', 'DTEND:20270416T010000'], '2027-04-15 22:00 – 2027-04-16 01:00'],
      [['DTSTART:20270415T150000', 'DTEND:20270415T150000'], '2027-04-15 15:00 –'],
      [['DTSTART:20270415T150000', 'DTEND:20270415T140000'], '2027-04-15 15:00 –'],
      [['DTSTART:20270415T150000', 'DURATION:-PT1H'], '2027-04-15 15:00 –'],
      [['DTSTART:20270415T150000', 'DURATION:PT1H30M'], '2027-04-15 15:00 – 16:30'],
      [['DTSTART:20270415T150000', 'DURATION:P1W'], '2027-04-15 15:00 – 2027-04-22 15:00'],
      [['DTSTART:20270415T150000', 'DTEND:20270415T163000Z'], '2027-04-15 15:00 – 16:30'],
      [
        ['DTSTART:20270415T130000Z', 'DTEND;TZID=Europe/Paris:20270415T163000'],
        '2027-04-15 13:00 – 14:30',
      ],
    ] as const) {
      assert.deepEqual(await times(calendar([named(...lines)])), [expected], lines.join());
    }
  });
  it('get a remark if the end comes first', async () => {
    const { remarks } = await read(
      calendar([named('DTSTART:20270415T150000', 'DTEND:20270415T140000')]),
    );
    assert.match(remarks.join(), /"Rencontre" ends before it begins/);
  });
});

describe('an event that repeats itself', () => {
  const weekly = (...lines: string[]) =>
    named(
      'DTSTART;TZID=Africa/Casablanca:20261202T100000',
      'DTEND;TZID=Africa/Casablanca:20261202T110000',
      ...lines,
    );
  const days = async (...events: (readonly string[])[]) =>
    (await read(calendar(events))).sessions.map(({ startDate }) => startDate).sort();

  it('has the dates of its rule and those that it names', async () => {
    assert.deepEqual(await days(weekly('RRULE:FREQ=WEEKLY;COUNT=3')), [
      '2026-12-02',
      '2026-12-09',
      '2026-12-16',
    ]);
    for (const dates of [
      'RDATE;TZID=Africa/Casablanca:20261209T100000,20261216T100000',
      'RDATE;VALUE=DATE:20261209,20261216',
      'RDATE:20261209T100000Z,20261216T100000Z',
      'RDATE;VALUE=PERIOD:20261209T100000/20261209T110000,20261216T100000/PT1H',
    ]) {
      assert.deepEqual(
        await times(calendar([weekly(dates)])),
        ['02', '09', '16'].map((day) => `2026-12-${day} 10:00 – 11:00`),
        dates,
      );
    }
    const longer = weekly('RDATE;VALUE=PERIOD:20261209T140000/PT3H');
    assert.deepEqual(await times(calendar([longer])), [
      '2026-12-02 10:00 – 11:00',
      '2026-12-09 14:00 – 17:00',
    ]);
  });
  it('leaves out a date, named by its day, its hour, or the same moment elsewhere', async () => {
    for (const out of [
      'EXDATE;VALUE=DATE:20261209',
      'EXDATE:20261209',
      'EXDATE;TZID=Africa/Casablanca:20261209T100000',
      'EXDATE:20261209T100000Z',
      'EXDATE;TZID=Europe/Paris:20261209T110000',
      // Written when Morocco was thought to stay at UTC+1.
      'EXDATE:20261209T090000Z',
      'EXDATE:20261209T000000',
      'EXRULE:FREQ=WEEKLY;INTERVAL=9;UNTIL=20261201T000000Z\r\nEXDATE:20261209',
    ]) {
      assert.deepEqual(
        await days(weekly('RRULE:FREQ=WEEKLY;COUNT=4', out)),
        ['2026-12-02', '2026-12-16', '2026-12-23'],
        out,
      );
    }
    const whole = named('DTSTART;VALUE=DATE:20261202', 'RRULE:FREQ=WEEKLY;COUNT=3');
    assert.deepEqual(await days([...whole, 'EXDATE:20261209T100000']), [
      '2026-12-02',
      '2026-12-16',
    ]);
  });
  it('moves one date, or all from then on', async () => {
    const series = weekly('RRULE:FREQ=WEEKLY;COUNT=4');
    const moved = (range: string) =>
      named(
        `RECURRENCE-ID${range};TZID=Africa/Casablanca:20261209T100000`,
        'DTSTART;TZID=Africa/Casablanca:20261210T140000',
        'DURATION:PT2H',
      );
    assert.deepEqual(await times(calendar([series, moved('')])), [
      '2026-12-10 14:00 – 16:00',
      '2026-12-02 10:00 – 11:00',
      '2026-12-16 10:00 – 11:00',
      '2026-12-23 10:00 – 11:00',
    ]);
    assert.deepEqual(await times(calendar([series, moved(';RANGE=THISANDFUTURE')])), [
      '2026-12-10 14:00 – 16:00',
      '2026-12-02 10:00 – 11:00',
      '2026-12-17 14:00 – 16:00',
      '2026-12-24 14:00 – 16:00',
    ]);
  });
  it('keeps its id on each date, whether it is moved or not', async () => {
    const series = weekly('RRULE:FREQ=WEEKLY;COUNT=2');
    const moved = named('RECURRENCE-ID:20261209T100000', 'DTSTART:20261210T140000');
    for (const events of [[series], [series, moved], [moved, series]]) {
      const { sessions } = await read(calendar(events));
      assert.deepEqual(sessions.map(({ id }) => id).sort(), ['a', 'a~2026-12-09T10:00']);
    }
  });
  it('ends even if it names no end, or if its rule fits no day', async () => {
    const began = performance.now();
    const { sessions } = await read(
      calendar([named('DTSTART:19700101T100000', 'RRULE:FREQ=DAILY')]),
    );
    assert.ok(sessions.length > 1_000 && sessions.length <= 1_101, String(sessions.length));
    const never = named('DTSTART:19700101T100000', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30');
    assert.deepEqual(await days(never), ['1970-01-01']);
    assert.ok(performance.now() - began < 5_000);
  });
  it('is reported by its title if its rule is not understood, and has only its first day', async () => {
    for (const rule of [
      'FREQ=HOURLY',
      'FREQ=WEEKLY;INTERVAL=0',
      'BYDAY=MO',
      'FREQ=DAILY;X=1',
      '?',
    ]) {
      const { sessions, remarks } = await read(calendar([weekly(`RRULE:${rule}`)]));
      assert.deepEqual(
        sessions.map(({ startDate }) => startDate),
        ['2026-12-02'],
        rule,
      );
      assert.match(remarks.join(), /"Rencontre" repeats itself in a way/, rule);
    }
  });
});

describe('what is not for everybody', () => {
  const start = 'DTSTART:20270415T150000';
  it('is left out and counted, whatever its class is called', async () => {
    for (const line of [
      'CLASS:PRIVATE',
      'CLASS:CONFIDENTIAL',
      'class:private',
      'CLASS;X-A=b: Confidential ',
      'CLASS:X-TEAM-ONLY',
      'CLASS:PUBLIC\r\nCLASS:PRIVATE',
      'X-CALENDARSERVER-ACCESS:RESTRICTED',
    ]) {
      const secret = ['UID:s', 'SUMMARY:Entretien de M. X', start, line];
      const reading = await read(calendar([at(start), secret]));
      assert.equal(reading.sessions.length, 1, line);
      assert.equal(reading.privateEvents, 1, line);
      assert.doesNotMatch(JSON.stringify(reading), /Entretien/, line);
    }
    const { privateEvents } = await read(calendar([named(start, 'CLASS:Public')]));
    assert.equal(privateEvents, 0);
  });
  it('goes with all its dates, and as one date of what is public', async () => {
    const series = ['DTSTART:20261202T100000', 'RRULE:FREQ=WEEKLY;COUNT=3'];
    const moved = ['RECURRENCE-ID:20261209T100000', 'DTSTART:20261210T140000'];
    const hidden = await read(
      calendar([
        named(...series, 'CLASS:PRIVATE'),
        named(...moved),
        named(...moved, 'CLASS:PUBLIC'),
      ]),
    );
    assert.deepEqual([hidden.sessions.length, hidden.privateEvents], [0, 1]);
    const partly = await read(
      calendar([named(...series), ['UID:a', 'SUMMARY:Secret', ...moved, 'CLASS:PRIVATE']]),
    );
    assert.deepEqual(
      partly.sessions.map(({ startDate }) => startDate),
      ['2026-12-02', '2026-12-16'],
    );
    assert.equal(partly.privateEvents, 1);
    assert.doesNotMatch(JSON.stringify(partly), /Secret/);
  });
  it('is not let through by a file that breaks off before it says so', async () => {
    const text = calendar([at(start), ['UID:s', 'SUMMARY:Coupé', start, 'CLASS:PRIVATE']]);
    const { sessions, remarks } = await read(text.slice(0, text.indexOf('CLASS')));
    assert.equal(sessions.length, 1);
    assert.match(remarks.join('\n'), /"Coupé" is left out: its end is missing/);
    assert.match(remarks.join('\n'), /ends in the middle/);
  });
});

describe('the status of an event', () => {
  const start = 'DTSTART:20270415T150000';
  it('is called off by its status, or with the whole file', async () => {
    for (const [lines, head, status] of [
      [['STATUS:CANCELLED'], [], 'cancelled'],
      [['status: cancelled'], [], 'cancelled'],
      [[], ['METHOD:CANCEL'], 'cancelled'],
      [[], ['method:cancel'], 'cancelled'],
      [[], ['METHOD:PUBLISH'], 'scheduled'],
      [['STATUS:CONFIRMED'], [], 'scheduled'],
    ] as const) {
      assert.equal((await only(named(start, ...lines), ...head)).status, status);
    }
    const series = named('DTSTART:20261202T100000', 'RRULE:FREQ=WEEKLY;COUNT=2');
    const off = named(
      'RECURRENCE-ID:20261209T100000',
      'DTSTART:20261209T100000',
      'STATUS:CANCELLED',
    );
    const { sessions } = await read(calendar([series, off]));
    assert.deepEqual(sessions.map(({ status }) => status).sort(), ['cancelled', 'scheduled']);
  });
  it('is still to be confirmed if it is tentative, not postponed', async () => {
    const { status, statusNote } = await only(named(start, 'STATUS:TENTATIVE'));
    assert.equal(status, 'scheduled');
    assert.equal(statusNote?.fr, 'À confirmer');
  });
  it('is that of the last version if the file has several', async () => {
    const { title } = (
      await read(
        calendar([
          ['UID:a', start, 'SUMMARY:Nouveau', 'SEQUENCE:2'],
          ['UID:a', 'DTSTART:20270416T150000', 'SUMMARY:Ancien', 'SEQUENCE:1'],
        ]),
      )
    ).sessions[0]!;
    assert.deepEqual(title, { fr: 'Nouveau' });
  });
  it('is unique if a program gives all events one UID, or none', async () => {
    const other = 'DTSTART:20270416T150000';
    for (const uid of [['UID:a'], []]) {
      const { sessions } = await read(
        calendar([
          [...uid, 'SUMMARY:Un', start],
          [...uid, 'SUMMARY:Deux', other],
        ]),
      );
      assert.equal(new Set(sessions.map(({ id }) => id)).size, 2);
    }
  });
});

describe('what an event says', () => {
  const start = 'DTSTART:20270415T150000';
  it('is read with its kind, public, place, organiser, address and the event it is part of', async () => {
    const forum = ['UID:forum', 'SUMMARY:Forum', start];
    const workshop = named(
      start,
      'CATEGORIES:Atelier,women',
      'LOCATION:Salle\\, étage 2',
      'GEO:34.92;-2.32',
      'ORGANIZER;CN="Commune: d\'Ahfir":mailto:a@b.example',
      'URL:https://commune.example/a',
      'RELATED-TO;RELTYPE=SIBLING:other',
      'RELATED-TO:forum',
    );
    const { sessions } = await read(calendar([forum, workshop]));
    const { kind, audiences, venue, organisers, url, parent } = sessions[1]!;
    assert.deepEqual(
      [kind, audiences, url, parent],
      ['workshop', ['women'], 'https://commune.example/a', 'forum'],
    );
    assert.deepEqual(venue, {
      name: { fr: 'Salle, étage 2' },
      address: null,
      point: { latitude: 34.92, longitude: -2.32 },
    });
    assert.deepEqual(organisers, [{ fr: "Commune: d'Ahfir" }]);
  });
  it('leaves out an address that is none, and says that an event to be part of is not there', async () => {
    const text = calendar([
      named(
        start,
        'URL:intranet',
        'GEO:134.9;-2.3',
        'RELATED-TO:gone',
        'ORGANIZER;CN=a@b.example:mailto:a@b.example',
      ),
    ]);
    const { sessions, remarks } = await read(text);
    const { url, venue, parent, organisers } = sessions[0]!;
    assert.deepEqual([url, venue, parent, organisers], [null, null, null, []]);
    assert.match(remarks.join(), /"Rencontre" is part of an event that is not there/);
  });
  it('is online if its place is a URL', async () => {
    const { typeOfMeeting, onlineUrl, venue } = await only(
      named(start, 'LOCATION:https://visio.example/x'),
    );
    assert.deepEqual(
      [typeOfMeeting, onlineUrl, venue],
      ['online', 'https://visio.example/x', null],
    );
  });
  it('is in the language of its letters', async () => {
    const { title, description } = await only([
      'UID:a',
      start,
      'SUMMARY:لقاء تشاوري ببركان',
      'DESCRIPTION:Réunion',
    ]);
    assert.deepEqual([title, description], [{ ar: 'لقاء تشاوري ببركان' }, { fr: 'Réunion' }]);
  });
  it('is plain text with lines and links if it was HTML', async () => {
    const html =
      'DESCRIPTION:<p>Bonjour&nbsp\\;<b>à tous</b></p><br>Inscription : <a href="https://\r\n exemple.ma/x">ici</a><ul><li>Point 1</li></ul>';
    const text = 'Bonjour à tous\n\nInscription : ici (https://exemple.ma/x)\n• Point 1';
    assert.deepEqual((await only(named(start, html))).description, { fr: text });
    const styled =
      'X-ALT-DESC;FMTTYPE=text/html:<html><head><style>p{}</style></head><p>Un<br>Deux</html>';
    assert.deepEqual((await only(named(start, styled))).description, { fr: 'Un\nDeux' });
    const both = await only(named(start, 'DESCRIPTION:Simple', styled));
    assert.deepEqual(both.description, { fr: 'Simple' });
  });
});

describe('a file with something odd in it', () => {
  it('keeps the other events and names the odd ones', async () => {
    const odd = [
      ['UID:1', 'SUMMARY:Sans date'],
      ['UID:2', 'SUMMARY:Trente février', 'DTSTART:20270230T100000'],
      ['UID:3', 'DTSTART:20270415T100000'],
      ['UID:4', 'SUMMARY:Nulle part', 'DTSTART:jeudi'],
    ];
    const sound = Array.from({ length: 200 }, (_none, index) => [
      `UID:s${index}`,
      `SUMMARY:Rencontre ${index}`,
      'DTSTART:20270415T150000',
    ]);
    const { sessions, remarks } = await read(calendar([...odd, ...sound]));
    assert.equal(sessions.length, 200);
    assert.equal(remarks.length, 4);
    for (const name of ['"Sans date"', '"Trente février"', '"3"', '"Nulle part"']) {
      assert.ok(
        remarks.some((remark) => remark.startsWith(`${name} is left out`)),
        name,
      );
    }
  });
  it('is rejected only if it is not a calendar', async () => {
    await assert.rejects(read('<!doctype html><title>404</title>'), NoCalendarError);
    await assert.rejects(read(''), NoCalendarError);
    assert.deepEqual((await read('BEGIN:VCALENDAR\nEND:VCALENDAR')).sessions, []);
  });
  it('is never too odd to be read', async () => {
    const text = calendar(
      [
        named(
          'DTSTART;TZID=Romance Standard Time:20261202T100000',
          'DTEND:20261202T110000Z',
          'RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=WE',
          'EXDATE;VALUE=DATE:20261209',
          'RDATE;VALUE=PERIOD:20261210T100000/PT1H',
          'DESCRIPTION;ENCODING=QUOTED-PRINTABLE:=C3=A9=',
          'X-ALT-DESC;FMTTYPE=text/html:<p>a &#233; <a href="https://a.example">b</a>',
          'GEO:1;2',
          'CATEGORIES:a,b',
        ),
      ],
      'X-WR-TIMEZONE:Europe/Paris',
      'METHOD:PUBLISH',
    );
    let state = 20261130;
    const below = (limit: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const bytes = encoder.encode(text);
    for (let run = 0; run < 600; run++) {
      const broken = bytes.slice();
      const from = below(broken.length);
      for (let change = 0; change <= below(6); change++) {
        const mark = ':;=,"\\\n\r \t<>&/TZ09\u0000'.charCodeAt(below(20));
        broken[below(broken.length)] = below(4) === 0 ? below(256) : mark;
      }
      const cut =
        below(3) === 0 ? [...broken.slice(0, from), ...broken.slice(from + below(40))] : broken;
      const input = Uint8Array.from(cut);
      try {
        await read(input);
      } catch (error) {
        assert.ok(error instanceof NoCalendarError, `run ${run}: ${String(error)}`);
      }
    }
  });
});

describe('an old calendar (vCalendar 1.0)', () => {
  const old = (...lines: string[]) => calendar([lines]).replace('VERSION:2.0', 'VERSION:1.0');
  it('is read with its letters, its lists and its rules', async () => {
    const text = old(
      'UID:a',
      'SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:R=C3=A9union =\r\npublique',
      'DESCRIPTION;QUOTED-PRINTABLE;CHARSET=windows-1252:Caf=E9=0D=0ADeux',
      'CATEGORIES:youth;women',
      'DTSTART:20261202T100000',
      'DTEND:20261202T110000',
      'RRULE:W1 WE #3',
      'EXDATE:20261209T100000;20261230T100000',
    );
    const { sessions, remarks } = await read(text);
    assert.deepEqual(remarks, []);
    assert.deepEqual(
      sessions.map(({ startDate }) => startDate),
      ['2026-12-02', '2026-12-16'],
    );
    const { title, description, audiences } = sessions[0]!;
    assert.deepEqual(
      [title, description, audiences],
      [{ fr: 'Réunion publique' }, { fr: 'Café\nDeux' }, ['youth', 'women']],
    );
  });
  it('repeats itself as its rules say', async () => {
    for (const [rule, last, count] of [
      ['D2 #3', '2026-12-06', 3],
      ['W2 MO WE 20261231T000000', '2026-12-30', 5],
      ['MP1 1+ WE #3', '2027-02-03', 3],
      ['MP1 2- WE #2', '2027-01-20', 3],
      ['MD1 2 LD #3', '2027-01-02', 3],
      ['YM1 12 #2', '2027-12-02', 2],
      ['D1', '2026-12-03', 2],
    ] as const) {
      const lines = ['UID:a', 'SUMMARY:A', 'DTSTART:20261202T100000', `RRULE:${rule}`];
      const { sessions, remarks } = await read(old(...lines));
      assert.deepEqual(
        [sessions.at(-1)?.startDate, sessions.length, remarks],
        [last, count, []],
        rule,
      );
    }
  });
  it('keeps the hour of its zone in summer and in winter', async () => {
    for (const [start, home] of [
      ['20270115T150000', '14:00'],
      ['20270415T150000', '13:00'],
    ]) {
      const text = old('UID:a', 'SUMMARY:A', `DTSTART:${start}`).replace(
        'VERSION:1.0',
        'VERSION:1.0\r\nTZ:+01\r\nDAYLIGHT:TRUE;+02;20270328T020000;20271031T030000;CET;CEST',
      );
      const { sessions } = await read(text);
      assert.equal(sessions[0]!.startTime, home);
    }
  });
});

describe('the letters of a file', () => {
  const said = 'Réunion à Saïdia, l’été';
  const arabic = 'لقاء تشاوري';
  const text = (title: string) =>
    calendar([['UID:a', `SUMMARY:${title}`, 'DTSTART:20270415T150000']]);
  const titleOf = async (bytes: Uint8Array, charset?: string) => {
    const { sessions, remarks } = await read(bytes, charset);
    return [Object.values(sessions[0]!.title)[0], remarks.length];
  };
  const utf16 = (title: string, bigEndian: boolean) => {
    const units = [...text(title)].flatMap((letter) => {
      const [high, low] = [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255];
      return bigEndian ? [high, low] : [low, high];
    });
    return Uint8Array.from(units);
  };
  /** Each letter as the one byte that `charset` has for it. */
  const narrow = (title: string, charset: string) => {
    const decoder = new TextDecoder(charset);
    const all = Array.from({ length: 256 }, (_none, byte) =>
      // Node knows this mark only in its own way.
      byte === 0x92 ? '’' : decoder.decode(Uint8Array.of(byte)),
    );
    return Uint8Array.from(text(title), (letter) => all.indexOf(letter));
  };
  it('are UTF-8 or UTF-16, with a mark or without', async () => {
    for (const title of [said, arabic]) {
      assert.deepEqual(await titleOf(encoder.encode(`\uFEFF${text(title)}`)), [title, 0]);
      for (const bigEndian of [true, false]) {
        const mark = bigEndian ? [0xfe, 0xff] : [0xff, 0xfe];
        const bytes = utf16(title, bigEndian);
        assert.deepEqual(await titleOf(bytes), [title, 0]);
        assert.deepEqual(await titleOf(Uint8Array.from([...mark, ...bytes])), [title, 0]);
      }
    }
  });
  it('are those of a header, or else of Windows with a remark', async () => {
    assert.deepEqual(await titleOf(narrow(said, 'windows-1252'), 'iso-8859-1'), [said, 0]);
    assert.deepEqual(await titleOf(narrow(said, 'windows-1252')), [said, 1]);
    assert.deepEqual(await titleOf(narrow(said, 'windows-1252'), 'utf-8'), [said, 1]);
    assert.deepEqual(await titleOf(narrow(arabic, 'windows-1256'), 'windows-1256'), [arabic, 0]);
    assert.deepEqual(await titleOf(narrow(arabic, 'windows-1256')), [arabic, 1]);
    assert.deepEqual(await titleOf(narrow('Journée portes ouvertes', 'windows-1252'), 'no-such'), [
      'Journée portes ouvertes',
      1,
    ]);
    // A server that names the wrong one for all its files.
    assert.deepEqual(await titleOf(encoder.encode(text(arabic)), 'iso-8859-1'), [arabic, 0]);
  });
  it('are whole if a line is folded inside one', async () => {
    const bytes = [...encoder.encode(text(said))];
    const inside = bytes.indexOf(0xc3) + 1;
    const folded = Uint8Array.from([...bytes.slice(0, inside), 13, 10, 32, ...bytes.slice(inside)]);
    assert.deepEqual(await titleOf(folded), [said, 0]);
  });
});
