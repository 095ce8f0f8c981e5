import { sampleSessionRegistration, sampleSession } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import type { CalendarFixture } from '../testing/calendar-fixture.js';
import { calendarFixture, stopClock } from '../testing/calendar-fixture.js';
import { click, emulateMedia, press, type } from '../testing/keyboard.js';
import { sampleQuestions } from '../testing/sample-questions.js';
import './define.js';

const sessions = [
  sampleSession({
    id: 'held',
    startDate: '2026-11-04',
    status: 'held',
    closingReport: { ar: 'تقرير' },
  }),
  sampleSession({ id: 'off', startDate: '2026-11-10', status: 'cancelled' }),
  sampleSession({
    id: 'workshop',
    startDate: '2026-11-25',
    startTime: '2026-11-25T15:00:00+00:00',
    registration: sampleSessionRegistration(1),
    series: { id: 'regional', name: { ar: 'سلسلة', fr: 'Série' }, ordinal: 2 },
    description: { ar: 'وصف', fr: 'Description' },
    venue: { name: { ar: 'دار' }, address: null, point: { latitude: 34, longitude: -2 } },
  }),
  sampleSession({
    id: 'asking',
    startDate: '2026-11-27',
    registration: { ...sampleSessionRegistration(5), questions: [...sampleQuestions] },
  }),
];

/** Ways to the states of the calendar, each from the month. */
const states: Record<string, (page: CalendarFixture) => Promise<void>> = {
  month: async () => undefined,
  list: async ({ calendar, shown }) => {
    calendar.view = 'list';
    await shown('.days');
  },
  'an empty month': async ({ calendar, shown }) => {
    calendar.month = '2026-12';
    await shown('.empty');
  },
  'a failure': async ({ calendar, server, shown }) => {
    server.reachable = false;
    calendar.month = '2027-05';
    await shown('.failure');
  },
  'the page of a session': async ({ calendar, shown }) => {
    calendar.session = 'workshop';
    await shown('.page');
  },
  'the form with errors': async ({ calendar, shown }) => {
    calendar.session = 'workshop';
    await click(await shown('.register'));
    await click(await shown('.form [type="submit"]'));
    await shown('.summary');
  },
  'the questions of a session with errors': async ({ calendar, shown, find }) => {
    calendar.session = 'asking';
    await click(await shown('.register'));
    (await shown('#field-answers\\.transport')).focus();
    await press('Space');
    await shown('#field-answers\\.village');
    await click(find('.form [type="submit"]'));
    await shown('.summary');
  },
  'a confirmed registration': async ({ calendar, shown, find }) => {
    calendar.session = 'workshop';
    await click(await shown('.register'));
    (await shown('#field-name')).focus();
    await type('Fatima');
    find('#field-email').focus();
    await type('fatima@exemple.ma');
    find('#field-consent').focus();
    await press('Space');
    await press('Enter');
    await shown('.result');
  },
  'the code of a registration': async ({ find, shown }) => {
    await click(find('.have-code'));
    await shown('#field-code');
  },
};

describe('accessibility of the calendar', () => {
  stopClock();

  for (const lang of ['ar', 'fr'] as const) {
    for (const [state, reach] of Object.entries(states)) {
      it(`has no violation in ${state} (${lang})`, async () => {
        const page = await calendarFixture({ sessions, lang, attributes: { view: 'month' } });
        await page.shown('.grid[aria-busy="false"]');
        await reach(page);
        await expect(page.calendar).to.be.accessible();
      });
    }
  }

  for (const [state, reach] of Object.entries(states)) {
    it(`fits into 320 px in ${state}`, async () => {
      const page = await calendarFixture({
        sessions,
        lang: 'fr',
        width: 320,
        attributes: { view: 'month' },
      });
      await page.shown('.grid[aria-busy="false"]');
      await reach(page);
      expect(page.find('.frame').scrollWidth).to.be.at.most(320);
    });
  }

  it('breaks a code that is longer than the line', async () => {
    const page = await calendarFixture({
      sessions,
      lang: 'fr',
      width: 320,
      attributes: { view: 'month' },
    });
    await page.shown('.grid[aria-busy="false"]');
    await states['a confirmed registration']!(page);
    // Beside the code that was drawn, which is not ours to change.
    const code = page.all('.result .digits').at(-1)!;
    const longer = code.cloneNode() as HTMLElement;
    longer.textContent = '12345678901234567890123456789012345678';
    code.after(longer);
    expect(page.find('.frame').scrollWidth).to.be.at.most(320);
  });

  it('has room for the longest names of months on the narrowest phone', async () => {
    const page = await calendarFixture({
      sessions,
      lang: 'fr',
      width: 288,
      attributes: { month: '2026-10', view: 'list' },
    });
    await page.shown('.empty');
    for (const button of page.all('.pager .button'))
      expect(button.scrollWidth, button.textContent).to.be.at.most(button.clientWidth);
  });

  it('keeps the chosen day and the focus visible in forced colours', async function () {
    if (!(await emulateMedia({ 'forced-colors': 'active' }))) this.skip();
    const page = await calendarFixture({ sessions });
    await page.shown('.busy');
    const number = page.find('.day.selected .number');
    const other = page.find('.day:not(.selected) .number');
    expect(getComputedStyle(number).backgroundColor).to.not.equal(
      getComputedStyle(other).backgroundColor,
    );
  });

  it('draws no more lines than it needs in forced colours', async function () {
    if (!(await emulateMedia({ 'forced-colors': 'active' }))) this.skip();
    const page = await calendarFixture({ sessions, attributes: { view: 'month' } });
    await page.shown('.grid[aria-busy="false"]');
    const edge = (element: Element) => getComputedStyle(element).borderTopColor;
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.color = 'Canvas';
    const unseen = getComputedStyle(probe).color;
    probe.remove();
    expect(edge(page.find('.grid tbody tr:first-child td'))).to.not.equal(unseen);
    for (const each of [...page.all('.grid tbody tr + tr td'), ...page.all('.button.quiet')])
      expect(edge(each), each.className).to.equal(unseen);
  });

  it('is legible on a dark page', async () => {
    const page = await calendarFixture({ sessions, attributes: { view: 'list' } });
    const around = page.calendar.parentElement!;
    around.style.cssText += '; color-scheme: dark; background: #15191d; color: #eee';
    await page.shown('.days');
    await expect(page.calendar).to.be.accessible();
  });
});
