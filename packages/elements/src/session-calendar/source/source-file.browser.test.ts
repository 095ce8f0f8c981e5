import { expect, fixture, html } from '@open-wc/testing';
import { stopClock } from '../../testing/calendar-fixture.js';
import '../define.js';
import type { SessionCalendarElement } from '../index.js';
import { waitUntil } from '../../testing/wait-until.js';

const calendarFile = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Commune//Agenda//FR',
  'BEGIN:VEVENT',
  'UID:conseil@commune.example',
  'DTSTAMP:20261101T090000Z',
  'DTSTART;TZID=Africa/Casablanca:20261125T150000',
  'DTEND;TZID=Africa/Casablanca:20261125T170000',
  'SUMMARY:Session du conseil\\, salle des fêtes',
  'LOCATION:Siège de la commune',
  'URL:https://commune.example/conseil',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:souk@commune.example',
  'DTSTAMP:20261101T090000Z',
  'DTSTART;VALUE=DATE:20261127',
  'DTEND;VALUE=DATE:20261129',
  'SUMMARY:معرض المنتوجات المحلية',
  'STATUS:CANCELLED',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const jsonFile = JSON.stringify({
  sessions: [
    {
      id: 'ecoute',
      title: { fr: 'Session d’écoute', ar: 'جلسة إنصات' },
      startDate: '2026-11-26',
      startTime: '10:00',
      endTime: '12:30',
      url: 'https://commune.example/ecoute',
      status: 'held',
      closingReport: { fr: 'Trente propositions.' },
      linkedProposals: ['P-12', 'P-40'],
    },
    { id: 'broken', title: { fr: 'Sans date' } },
  ],
});

const comingFile = JSON.stringify([
  {
    ...{ id: 'ecoute', title: { fr: 'Session d’écoute' }, startDate: '2026-11-26' },
    ...{ startTime: '10:00', endTime: '12:30' },
  },
]);

const addresses: string[] = [];

// Files of the page's own site, without a server that would have to hold them.
function file(text: string): string {
  const address = URL.createObjectURL(new Blob([text]));
  addresses.push(address);
  return address;
}

async function calendarOf(src: string) {
  const calendar = await fixture<SessionCalendarElement>(
    html`<nafida-session-calendar lang="fr" view="list" src=${src}></nafida-session-calendar>`,
  );
  const find = (selector: string) => calendar.shadowRoot?.querySelector<HTMLElement>(selector);
  const text = (selector: string) => find(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  return { calendar, find, text };
}

describe('a calendar without a server', () => {
  stopClock();
  const { warn } = console;
  let warnings: string[];
  beforeEach(() => {
    warnings = [];
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
    for (const address of addresses.splice(0)) URL.revokeObjectURL(address);
  });

  it('shows the calendar file of the site: hours as written, whole days, what is cancelled', async () => {
    const { calendar, find, text } = await calendarOf(file(calendarFile));
    await waitUntil(() => find('.session'), 'sessions are drawn');
    const sessions = [...calendar.shadowRoot!.querySelectorAll('.session')].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' '),
    );
    expect(sessions[0]).to.contain('de 15 h à 17 h');
    expect(sessions[0]).to.contain('Session du conseil, salle des fêtes');
    expect(sessions[0]).to.contain('Siège de la commune');
    expect(sessions[1]).to.contain('du vendredi 27 au samedi 28 novembre');
    expect(sessions[1]).to.contain('Rencontre annulée');
    expect(find('.session:nth-child(1) [lang="ar"], [lang="ar"]')).to.not.equal(null);
    expect(find('.have-code')).to.equal(null);
    calendar.session = 'conseil@commune.example';
    await waitUntil(() => find('.page'));
    expect(find('.own-page a')!.getAttribute('href')).to.equal('https://commune.example/conseil');
    expect(find('.register')).to.equal(null);
    expect(text('.page .heading')).to.equal('Session du conseil, salle des fêtes');
  });

  it('shows every date of an event that repeats itself, but those taken out or moved', async () => {
    const repeating = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Commune//Agenda//FR',
      'BEGIN:VEVENT',
      'UID:permanence@commune.example',
      'DTSTAMP:20260901T090000Z',
      'DTSTART;TZID=Africa/Casablanca:20260107T150000',
      'DTEND;TZID=Africa/Casablanca:20260107T173000',
      'RRULE:FREQ=WEEKLY;BYDAY=WE,FR;UNTIL=20261127T140000Z',
      'EXDATE;TZID=Africa/Casablanca:20261106T150000,20261118T150000',
      'SUMMARY:Permanence',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:permanence@commune.example',
      'DTSTAMP:20260901T090000Z',
      'RECURRENCE-ID;TZID=Africa/Casablanca:20261111T150000',
      'DTSTART;TZID=Africa/Casablanca:20261112T100000',
      'DTEND;TZID=Africa/Casablanca:20261112T120000',
      'SUMMARY:Permanence déplacée',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:conseil@commune.example',
      'DTSTAMP:20260901T090000Z',
      'DTSTART:20260105T180000',
      'DURATION:PT1H',
      'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'SUMMARY:Conseil',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    const { calendar, find } = await calendarOf(file(repeating));
    await waitUntil(() => find('.session'), 'sessions are drawn');
    const days = [...calendar.shadowRoot!.querySelectorAll('.agenda-day')].map((day) => [
      day.querySelector('.date .number')!.textContent,
      ...[...day.querySelectorAll('.session')].map((session) =>
        ['.hours', '.title'].map((part) =>
          session.querySelector(part)!.textContent.replace(/\s+/g, ' ').trim(),
        ),
      ),
    ]);
    const usual = ['de 15 h à 17 h 30', 'Permanence'];
    expect(days).to.deep.equal([
      ['4', usual],
      ['12', ['de 10 h à 12 h', 'Permanence déplacée']],
      ['13', usual],
      ['20', usual],
      ['25', usual],
      ['27', usual],
      ['30', ['de 18 h à 19 h', 'Conseil']],
    ]);
    // Through Ramadan, when the clocks of the place are moved, the hour stays as announced.
    calendar.month = '2026-02';
    await waitUntil(() => Boolean(find('[data-opens*="2026-02-18"]')));
    expect(calendar.shadowRoot!.querySelectorAll('.session').length).to.equal(9);
    expect(
      new Set(
        [...calendar.shadowRoot!.querySelectorAll('.session .hours')].map((hours) =>
          hours.textContent.replace(/\s+/g, ' ').trim(),
        ),
      ),
    ).to.deep.equal(new Set(['de 15 h à 17 h 30', 'de 18 h à 19 h']));
    expect(warnings).to.deep.equal([]);
  });

  it('shows nobody what is private, not search engines either, and tells the developer how much that is', async () => {
    const secret = (uid: string, kind: string) =>
      `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:Entretien ${uid}\r\nDTSTART:20261126T150000\r\nCLASS:${kind}\r\nEND:VEVENT\r\n`;
    const odd = 'BEGIN:VEVENT\r\nUID:odd\r\nSUMMARY:Sans date\r\nEND:VEVENT\r\n';
    const text = calendarFile.replace(
      'END:VCALENDAR',
      `${secret('a', 'PRIVATE')}${secret('b', 'confidential')}${odd}END:VCALENDAR`,
    );
    const { calendar, find } = await calendarOf(file(text));
    await waitUntil(() => find('.session'), 'sessions are drawn');
    expect(calendar.shadowRoot!.querySelectorAll('.session').length).to.equal(2);
    calendar.jsonld = true;
    await waitUntil(
      () => document.querySelector('script[type="application/ld+json"]'),
      'search engines are told',
    );
    const told = document.querySelector('script[type="application/ld+json"]')!.textContent;
    expect(told).to.contain('Session du conseil');
    expect(told).to.not.contain('Entretien');
    await waitUntil(() => warnings.length >= 2, 'the developer is told');
    expect(warnings.join('\n')).to.contain('2 of its events are not for everybody (CLASS)');
    expect(warnings.join('\n')).to.contain('"Sans date" is left out: it has no DTSTART.');
    expect(warnings.join('\n')).to.not.contain('Entretien');
  });

  it('shows a calendar that is neither UTF-8 nor without HTML as one that is', async () => {
    const text = calendarFile.replace(
      'LOCATION:',
      'DESCRIPTION:<p>Ordre du jour<br>Budget</p> <a href="https://commune.example/b">ici</a>\r\nLOCATION:',
    );
    const bytes = Uint8Array.from(
      [...`\uFEFF${text}`].flatMap((letter) => [
        letter.charCodeAt(0) & 255,
        letter.charCodeAt(0) >> 8,
      ]),
    );
    const address = URL.createObjectURL(new Blob([bytes], { type: 'text/calendar' }));
    addresses.push(address);
    const { calendar, find, text: textOf } = await calendarOf(address);
    await waitUntil(() => find('.session'), 'sessions are drawn');
    calendar.session = 'conseil@commune.example';
    await waitUntil(() => find('.page'), 'its page is drawn');
    expect(textOf('.page .heading')).to.equal('Session du conseil, salle des fêtes');
    expect(textOf('.page')).to.contain('Ordre du jour Budget');
    expect(textOf('.page')).to.contain('ici (https://commune.example/b)');
    expect(textOf('.page')).to.not.contain('<p>');
    expect(warnings).to.deep.equal([]);
  });

  it('shows what came of a session that was held', async () => {
    const { calendar, find, text } = await calendarOf(file(jsonFile));
    calendar.session = 'ecoute';
    await waitUntil(() => find('.page'), 'its page is drawn');
    expect(text('.facts')).to.contain('P-12, P-40');
    expect(text('.page')).to.contain('Compte rendu Trente propositions.');
  });

  it('shows a file of sessions, and tells the developer which of them it left out and why', async () => {
    const { find, text } = await calendarOf(file(jsonFile));
    await waitUntil(() => find('.session'), 'sessions are drawn');
    expect(text('.session .hours')).to.equal('de 10 h à 12 h 30');
    await waitUntil(() => warnings.length > 0, 'the developer is told');
    expect(warnings.join()).to.contain('session 2 is left out: startDate (required).');
  });

  it('gives one session of it to a calendar, whatever the file is, and only a calendar to subscribe to', async () => {
    for (const [text, id, title, hasFeed] of [
      [calendarFile, 'conseil@commune.example', 'Session du conseil\\, salle des fêtes', true],
      [comingFile, 'ecoute', 'Session d’écoute', false],
    ] as const) {
      const { calendar, find } = await calendarOf(file(text));
      await waitUntil(() => find('.session'), 'sessions are drawn');
      find('.open-tools')!.click();
      await waitUntil(() => find('#q'), 'the tools are there');
      expect(find('.subscribe') !== null).to.equal(hasFeed);
      calendar.session = id;
      await waitUntil(() => find('.add-to-calendar a[download]'), 'its page is drawn');
      const { href } = find('.add-to-calendar a[download]') as HTMLAnchorElement;
      const entry = decodeURIComponent(href.replace('data:text/calendar;charset=utf-8,', ''));
      expect(entry.match(/BEGIN:VEVENT/g)!.length).to.equal(1);
      expect(entry).to.contain(`SUMMARY:${title}\r\n`);
      expect(entry).to.contain('DTSTART;TZID=Africa/Casablanca:2026112');
    }
  });

  it('misses no server, until there is no file either', async () => {
    const { setTimeout: waiting } = globalThis;
    // The page has said where its server is, or has not, at once.
    globalThis.setTimeout = ((task: () => void, ms?: number) =>
      waiting(task, ms === 4_000 ? 0 : ms)) as typeof waiting;
    try {
      const { calendar, find } = await calendarOf(file(comingFile));
      await waitUntil(() => find('.session'), 'sessions are drawn');
      expect(warnings).to.deep.equal([]);
      calendar.src = null;
      await waitUntil(() => warnings.length > 0, 'the developer is told');
      expect(warnings.join()).to.contain('nor the page says "api"');
      await waitUntil(() => find('.failure'), 'people are told');
    } finally {
      globalThis.setTimeout = waiting;
    }
  });

  it('lets the page have its turn while a large calendar is read', async () => {
    const events = Array.from({ length: 60 }, (_, at) => {
      const day = new Date(Date.UTC(2026, 9, 3 + at)).toISOString().slice(0, 10);
      return [
        'BEGIN:VEVENT',
        `UID:${at}`,
        `DTSTART:${day.replaceAll('-', '')}T100000`,
        `SUMMARY:Rencontre ${at}`,
        'END:VEVENT',
      ].join('\r\n');
    });
    const address = file(['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n'));
    const now = performance.now.bind(performance);
    // A processor that takes a tenth of a second for each step.
    let steps = 0;
    performance.now = () => now() + (steps += 1) * 100;
    let turns = 0;
    let isOver = false;
    const turn = () => {
      turns += 1;
      if (!isOver) setTimeout(turn);
    };
    try {
      const { calendar, find } = await calendarOf(address);
      turn();
      await waitUntil(() => find('.session'), 'sessions are drawn');
      isOver = true;
      expect(calendar.shadowRoot!.querySelectorAll('.session').length).to.equal(30);
      expect(turns).to.be.greaterThan(60);
    } finally {
      isOver = true;
      performance.now = now;
    }
  });

  it('says that a session is no longer in the file', async () => {
    const { calendar, find, text } = await calendarOf(file(jsonFile));
    calendar.session = 'gone';
    await waitUntil(() => find('.notice'), 'it is said');
    expect(text('.notice')).to.equal('Cette rencontre n’est plus publiée.');
  });

  it('says when the file is none, to people and to the developer', async () => {
    const { find, text } = await calendarOf(file('<!doctype html><title>404</title>'));
    await waitUntil(() => find('.failure'), 'it is said');
    expect(text('.failure')).to.contain('fichier de l’agenda manque');
    expect(warnings.join()).to.contain('it is neither JSON nor a calendar');
  });

  it('searches it as a server would', async () => {
    const { calendar, find } = await calendarOf(file(calendarFile));
    calendar.q = 'المنتوجات';
    await waitUntil(() => find('.results .session'), 'it is found');
    expect(find('.results .session')!.textContent).to.contain('معرض المنتوجات المحلية');
    expect(calendar.shadowRoot!.querySelectorAll('.results .session').length).to.equal(1);
  });
});
