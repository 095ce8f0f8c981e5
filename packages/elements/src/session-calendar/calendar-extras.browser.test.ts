import { sampleSession, sampleSite } from '@nafida/client/testing';
import { expect, fixtureCleanup } from '@open-wc/testing';
import { calendarFixture, stopClock } from '../testing/calendar-fixture.js';
import { click } from '../testing/keyboard.js';
import './define.js';
import { waitUntil } from '../testing/wait-until.js';

const sessions = [
  sampleSession({
    id: 'rabat',
    startDate: '2026-11-25',
    startTime: '2026-11-25T15:00:00+00:00',
    title: { ar: 'لقاء', fr: 'Rencontre </script><b>' },
    demonstration: false,
  }),
  sampleSession({ id: 'results', startDate: '2026-12-03', title: { ar: 'النتائج' } }),
];

const written = () =>
  [...document.head.querySelectorAll('script[type="application/ld+json"]')].map(
    ({ textContent }) => JSON.parse(textContent) as { '@graph': { name: string }[] },
  );

/** The last letter of every line of a text but the last one. */
function endsOfLines(element: Element): string {
  const text = [...element.childNodes].find(
    (node): node is Text => node instanceof Text && node.data.trim() !== '',
  )!;
  const range = document.createRange();
  let ends = '';
  let bottom: number | undefined;
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const rectangle = range.getBoundingClientRect();
    // Spaces at the end of a line, and soft hyphens within one, have no width.
    if (rectangle.width === 0) continue;
    if (bottom !== undefined && rectangle.top >= bottom - 2) ends += text.data[at - 1]!;
    ({ bottom } = rectangle);
  }
  return ends;
}

describe('days of the calendar', () => {
  stopClock();

  it('are shaded where they are days off, with their names read out', async () => {
    const page = await calendarFixture({ sessions, lang: 'fr' });
    await page.shown('[data-day="2026-11-18"].holiday');
    expect(page.text('[data-day="2026-11-18"] .visually-hidden')).to.equal(
      'mercredi 18 novembre 2026, Fête de l’Indépendance, aucune rencontre',
    );
    expect(page.has('[data-day="2026-11-19"].holiday')).to.equal(false);
  });

  for (const lang of ['ar', 'fr', 'en'] as const) {
    it(`have names that break where words end or with a hyphen, however narrow their cells (${lang})`, async () => {
      for (const month of ['2026-08', '2026-10', '2026-11', '2027-01', '2027-05', '2027-07']) {
        const attributes = { month, view: 'month' };
        const page = await calendarFixture({ sessions, lang, width: 600, attributes });
        await page.shown('.holiday-name');
        for (const name of page.all('.holiday-name bdi')) {
          expect(endsOfLines(name), name.textContent).to.match(/^[ \u00ad-]*$/);
        }
      }
    });
  }

  it('are days off too where the site announces them', async () => {
    const site = sampleSite({
      holidays: [
        { startDate: '2026-11-20', endDate: '2026-11-21', name: { ar: 'عطلة', fr: 'Congé' } },
      ],
    });
    const page = await calendarFixture({ sessions, site });
    await page.shown('[data-day="2026-11-21"].holiday');
    expect(page.text('[data-day="2026-11-21"] .visually-hidden')).to.contain('عطلة');
  });

  it('carry their Hijri date where the page asks for it, said to be computed', async () => {
    const page = await calendarFixture({ sessions, attributes: { hijri: '' } });
    await page.shown('.hint.note');
    expect(page.text('.hijri')).to.equal('جمادى الأولى – جمادى الآخرة 1448 هـ');
    expect(page.text('[data-day="2026-11-18"] .visually-hidden')).to.contain('8 جمادى الآخرة 1448');
    expect(page.text('.hint.note')).to.contain('محسوبة');
  });

  it('say that Hijri dates are computed only below sessions, so that it never moves', async () => {
    const page = await calendarFixture({
      sessions,
      attributes: { hijri: '', view: 'list' },
      prepare: (server) => server.failNext('silence'),
    });
    await waitUntil(() => page.text('.hijri') !== '');
    expect(page.has('.skeleton')).to.equal(true);
    expect(page.has('.hint.note')).to.equal(false);
  });
});

describe('search engines', () => {
  stopClock();

  it('find the sessions in the head of the page while the calendar is there', async () => {
    const page = await calendarFixture({ sessions, lang: 'fr', attributes: { jsonld: '' } });
    await waitUntil(() => written().length === 1);
    expect(written()[0]!['@graph'].map(({ name }) => name)).to.deep.equal([
      'Rencontre </script><b>',
    ]);
    expect(document.head.querySelector('b')).to.equal(null);
    page.calendar.remove();
    expect(written()).to.deep.equal([]);
  });

  it('find nothing that the page did not ask to be written', async () => {
    const page = await calendarFixture({ sessions });
    await page.shown('.holiday');
    expect(written()).to.deep.equal([]);
  });
});

describe('the address of the page', () => {
  stopClock();
  afterEach(() => {
    fixtureCleanup();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('remembers month and view, and leaves the rest of itself alone', async () => {
    history.replaceState({ own: 1 }, '', '#tab=2');
    const page = await calendarFixture({ sessions, attributes: { remember: 'url' } });
    await page.shown('.busy');
    await click(page.find('.next'));
    await waitUntil(() => location.hash === '#tab=2&nafida-month=2026-12');
    await click(page.all('.views button')[1]!);
    await waitUntil(() => location.hash === '#tab=2&nafida-month=2026-12&nafida-view=list');
    expect(history.state).to.deep.equal({ own: 1 });
  });

  it('says what to show, at first and whenever it changes', async () => {
    history.replaceState(null, '', '#nafida-month=2026-12&nafida-view=list');
    const page = await calendarFixture({ sessions, attributes: { remember: 'url' } });
    await page.shown('.days');
    expect(page.text('.session .title')).to.equal('النتائج');
    location.hash = '#nafida-month=2026-11&nafida-view=month';
    await page.shown('[data-day="2026-11-25"].busy');
  });

  it('is not touched unless the page asks for it', async () => {
    const page = await calendarFixture({ sessions });
    await page.shown('.busy');
    await click(page.find('.next'));
    await page.shown('[data-day="2026-12-03"].busy');
    expect(location.hash).to.equal('');
  });
});

describe('an agenda read on an earlier visit', () => {
  stopClock();

  it('is shown, and said to be old, when the server cannot be reached', async () => {
    // Kept in the background, where the tests of other files, whose clocks stand still too, may take its room: until
    // a calendar that cannot ask finds it.
    await waitUntil(async () => {
      const before = await calendarFixture({ sessions, keepsDevice: true });
      await before.shown('.busy');
      const page = await calendarFixture({
        sessions: [],
        keepsDevice: true,
        prepare: (server) => (server.reachable = false),
      });
      await page.shown('.failure, .notice');
      return page.has('.notice') && page.has('.busy') && page.text('.notice').includes('18 نونبر');
    }, 'what was known is shown');
  });
});
