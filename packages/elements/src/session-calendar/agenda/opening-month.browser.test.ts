import { sampleSession } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import type { CalendarFixtureOptions } from '../../testing/calendar-fixture.js';
import { calendarFixture, stopClock } from '../../testing/calendar-fixture.js';
import { focusedElement, press } from '../../testing/keyboard.js';
import '../define.js';

const on = (startDate: string) =>
  sampleSession({ id: startDate, startDate, endDate: startDate, title: { fr: startDate } });

const opened = (days: string[], options: Partial<CalendarFixtureOptions> = {}) =>
  calendarFixture({ sessions: days.map(on), lang: 'fr', ...options });

describe('a calendar that nobody told a month', () => {
  stopClock();

  it('opens where the next session is when this month has none, and says so above the grid', async () => {
    const page = await opened(['2027-02-10', '2027-03-03']);
    await page.shown('[data-opens="2027-02-10"]');
    expect(page.text('.month')).to.equal('février 2027');
    const lead = page.find('.lead');
    expect(page.text('.lead')).to.equal(
      'Aucune rencontre en novembre 2026. Prochaine rencontre : mercredi 10 février 2027.',
    );
    const isBefore = lead.compareDocumentPosition(page.find('.grid'));
    expect(isBefore).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(page.calendar.month, 'nobody chose it').to.equal(null);
  });

  it('opens there also when what this month had is past', async () => {
    const page = await opened(['2026-11-04', '2026-12-09']);
    await page.shown('[data-opens="2026-12-09"]');
    expect(page.text('.lead')).to.contain('Plus de rencontre à venir en novembre 2026.');
  });

  it('opens on the last sessions when none is to come', async () => {
    const page = await opened(['2026-09-02']);
    await page.shown('[data-opens="2026-09-02"]');
    expect(page.text('.lead')).to.contain('Aucune rencontre à venir pour le moment.');
    const ended = await opened(['2026-09-02', '2026-11-04']);
    await ended.shown('[data-opens="2026-11-04"]');
  });

  it('opens on this month when something is to come in it, today included', async () => {
    const page = await opened(['2026-11-04', '2026-11-18', '2026-12-09']);
    await page.shown('[data-opens]');
    expect(page.text('.month')).to.equal('novembre 2026');
    expect(page.text('.lead')).to.equal('2 rencontres');
  });

  it('says above an empty month that was asked for what comes next, and leads there', async () => {
    const page = await opened(['2027-01-13'], { attributes: { month: '2026-12' } });
    await page.shown('.lead.empty');
    expect(page.text('.month')).to.equal('décembre 2026');
    page.find('.lead button').focus();
    await press('Enter');
    await page.shown('[data-opens="2027-01-13"]');
    expect(page.calendar.month).to.equal('2027-01');
  });

  it('says it in the list too, without telling twice what stands right below', async () => {
    const page = await opened(['2027-02-10'], { width: 360 });
    await page.shown('.days');
    expect(page.text('.lead')).to.equal('Aucune rencontre en novembre 2026.');
  });

  for (const [width, view] of [
    [900, 'month'],
    [620, 'month'],
    [328, 'month'],
    [328, 'list'],
  ] as const) {
    it(`moves nothing that is there while it finds out (${view}, ${width} px)`, async () => {
      const page = await opened(['2027-02-10'], {
        width,
        attributes: { view },
        prepare: (server) => server.failNext('silence'),
      });
      const below = view === 'month' ? '.grid' : '.skeleton, .days';
      const places = () =>
        ['.toolbar', '.views', '.open-tools', below].map((selector) => {
          const { top } = page.find(selector).getBoundingClientRect();
          return Math.round(top - page.calendar.getBoundingClientRect().top);
        });
      const before = places();
      page.calendar.refresh();
      await page.shown('[data-opens]');
      expect(page.text('.month')).to.equal('février 2027');
      expect(places()).to.deep.equal(before);
    });
  }
});

describe('the controls of a calendar on a phone', () => {
  stopClock();

  it('take two rows before the first session, also with three views', async () => {
    for (const width of [288, 328]) {
      const page = await opened(['2026-11-25'], { width, attributes: { view: 'programme' } });
      await page.shown('.lead');
      const tops = page.all('.toolbar button').map((button) => {
        const { top, height } = button.getBoundingClientRect();
        expect(height).to.be.at.least(44);
        return Math.round(top + height / 2);
      });
      expect(new Set(tops).size, `${width} px`).to.equal(2);
    }
  });

  it('keep what is wanted less often behind one button: the way back to this month is there', async () => {
    const page = await opened(['2026-11-25', '2027-02-10'], {
      width: 328,
      attributes: { month: '2027-02' },
    });
    await page.shown('[data-opens="2027-02-10"]');
    expect(page.has('.today')).to.equal(false);
    page.find('.open-tools').focus();
    await press('Enter');
    const today = await page.shown('.tools .today');
    // On a phone a field that takes the focus brings its keyboard along.
    expect(focusedElement()).to.equal(page.find('.open-tools'));
    today.focus();
    await press('Enter');
    await page.shown('[data-opens="2026-11-25"]');
  });

  it('give way to the name of the calendar while something is searched for', async () => {
    const page = await opened(['2026-11-25'], { attributes: { q: '2026-11-25' } });
    await page.shown('.results');
    expect(page.text('.toolbar [role="heading"]')).to.equal('Agenda des rencontres');
    expect(page.has('.views')).to.equal(false);
  });
});
