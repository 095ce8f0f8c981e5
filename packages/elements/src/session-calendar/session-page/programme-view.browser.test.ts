import { sampleSession } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { calendarFixture, stopClock } from '../../testing/calendar-fixture.js';
import type { CalendarFixtureOptions } from '../../testing/calendar-fixture.js';
import { click, emulateMedia, focusedElement, press } from '../../testing/keyboard.js';
import { sampleForum } from '../../testing/sample-forum.js';
import '../define.js';
import { waitUntil } from '../../testing/wait-until.js';

const sessions = [
  ...sampleForum(['2026-11-30', '2026-12-01']),
  sampleSession({ id: 'alone', startDate: '2026-11-24', title: { fr: 'Seule' } }),
  sampleSession({ id: 'later', startDate: '2027-01-12', title: { fr: 'Plus tard' } }),
];

const opened = (options: Partial<CalendarFixtureOptions> = {}) =>
  calendarFixture({ sessions, lang: 'fr', ...options });

type Page = Awaited<ReturnType<typeof opened>>;

const choice = (page: Page, name: string) =>
  page.all('.views button').find(({ textContent }) => textContent.trim() === name)!;

const texts = (page: Page, selector: string) =>
  page.all(selector).map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('the programme view', () => {
  stopClock();

  it('is offered in months with an event in rooms, and only there', async () => {
    const page = await opened();
    await page.shown('.busy');
    await waitUntil(() => choice(page, 'Programme'));
    expect(choice(page, 'Programme').getAttribute('aria-pressed')).to.equal('false');
    page.calendar.month = '2027-01';
    await waitUntil(() => !choice(page, 'Programme'));
  });

  it('leaves the names of months and views their room, in every width', async () => {
    for (const width of [320, 600, 746, 800, 1000]) {
      const page = await opened({ width, attributes: { month: '2026-12' } });
      await waitUntil(() => choice(page, 'Programme'));
      for (const element of [page.find('.toolbar'), ...page.all('.toolbar button')]) {
        const about = `${element.textContent.trim()} at ${width}px`;
        expect(element.scrollWidth, about).to.be.at.most(element.clientWidth);
      }
    }
  });

  it('moves nothing that is there when it comes to be offered, wide or narrow', async () => {
    for (const width of [900, 700, 360]) {
      const page = await opened({ width, attributes: { audience: 'youth', view: 'list' } });
      await page.shown('.empty');
      const places = () =>
        [
          ...[page.find('.pager'), choice(page, 'Mois'), choice(page, 'Liste')],
          // A name that finds more room in its line takes fewer of them.
          ...(width < 600 ? [page.find('.month')] : []),
        ].map((element) => {
          const { left, top, width: wide } = element.getBoundingClientRect();
          const { left: from, top: above } = page.calendar.getBoundingClientRect();
          return [left - from, top - above, wide].map(Math.round).join();
        });
      const before = places();
      expect(choice(page, 'Programme')).to.equal(undefined);
      page.calendar.audience = null;
      await waitUntil(() => choice(page, 'Programme'));
      expect(places(), `${width}`).to.deep.equal(before);
    }
  });

  it('shows rooms side by side and hours one under the other, as the table that screen readers know', async () => {
    const page = await opened();
    await page.shown('.busy');
    await waitUntil(() => choice(page, 'Programme'));
    choice(page, 'Programme').focus();
    await press('Enter');
    await page.shown('.rooms');
    expect(page.calendar.view).to.equal('programme');
    expect(choice(page, 'Programme').getAttribute('aria-pressed')).to.equal('true');
    expect(texts(page, '.rooms caption')).to.deep.equal(['lundi 30 novembre 2026']);
    expect(texts(page, '.rooms thead th')).to.deep.equal(['Heure', 'Salle A', 'Salle B']);
    expect(texts(page, '.rooms tbody th[scope="row"]')).to.deep.equal(['9 h']);
    expect(texts(page, '.programme [role="heading"]')).to.deep.equal([
      'Forum de la ville',
      'lundi 30 novembre 2026',
    ]);
    expect(
      page.all('.programme [role="heading"]').map((heading) => heading.getAttribute('aria-level')),
    ).to.deep.equal(['3', '4']);
    expect(page.has('[data-opens="alone"]')).to.equal(false);
    await expect(page.calendar).to.be.accessible();
  });

  it('shows of an event that goes on in the next month the days of the month that is shown', async () => {
    const page = await opened({ attributes: { view: 'programme', month: '2026-12' } });
    await page.shown('.programme');
    expect(texts(page, '.programme-day, .rooms caption')).to.deep.equal([
      'mardi 1er décembre 2026',
    ]);
    expect(page.has('[data-opens="fin"]')).to.equal(true);
  });

  it('is one list by hour, with the rooms named, on a phone', async () => {
    const page = await opened({ width: 360, attributes: { view: 'programme' } });
    await page.shown('.programme li');
    expect(page.has('.rooms')).to.equal(false);
    expect(texts(page, '.programme li .hint')[0]).to.contain('Salle A');
    await expect(page.calendar).to.be.accessible();
  });

  it('runs from the right in Arabic', async () => {
    const page = await opened({ lang: 'ar', attributes: { view: 'programme' } });
    await page.shown('.rooms');
    const [hour, first, second] = page
      .all('.rooms thead th')
      .map((cell) => cell.getBoundingClientRect().right);
    expect(hour).to.be.greaterThan(first!);
    expect(first).to.be.greaterThan(second!);
    await expect(page.calendar).to.be.accessible();
  });

  it('leads to a session with the keyboard, and back to where one was', async () => {
    const page = await opened({ attributes: { view: 'programme' } });
    await page.shown('.rooms');
    page.find('[data-opens="eau"]').focus();
    await press('Tab');
    expect((focusedElement() as HTMLElement).dataset['opens']).to.equal('bus');
    await press('Enter');
    await waitUntil(() => page.has('[part="page-title"]'));
    expect(page.text('[part="page-title"]')).to.equal('Les bus');
    await press('Escape');
    await page.shown('.rooms');
    await waitUntil(() => (focusedElement() as HTMLElement).dataset['opens'] === 'bus');
  });

  it('says that a month has none, and shows what it has instead', async () => {
    const page = await opened({ attributes: { view: 'programme', month: '2027-01' } });
    await page.shown('.session');
    expect(page.text('.frame > .hint')).to.equal(
      'Aucun événement avec un programme en janvier 2027.',
    );
    expect(texts(page, '.session .title')).to.deep.equal(['Plus tard']);
    await click(choice(page, 'Mois'));
    await page.shown('table.grid');
  });

  it('stands in the address of the page where that is asked for', async () => {
    const before = location.href;
    const page = await opened({ attributes: { remember: 'url' } });
    await page.shown('.busy');
    await waitUntil(() => choice(page, 'Programme'));
    await click(choice(page, 'Programme'));
    await waitUntil(() => location.hash.includes('view=programme'));
    page.calendar.remove();
    const again = await opened({ attributes: { remember: 'url' } });
    await again.shown('.rooms');
    again.calendar.remove();
    history.replaceState(null, '', before);
  });

  it('is a list on paper, without its buttons', async () => {
    const page = await opened({ attributes: { view: 'programme' } });
    await page.shown('.rooms');
    window.dispatchEvent(new Event('beforeprint'));
    expect(page.has('.rooms')).to.equal(false);
    expect(texts(page, '.programme li .title')).to.deep.equal(['L’eau', 'Les bus']);
    if (await emulateMedia({ media: 'print' })) {
      expect(getComputedStyle(page.find('.choices')).display).to.equal('none');
      await emulateMedia({ media: 'screen' });
    }
    window.dispatchEvent(new Event('afterprint'));
    await page.shown('.rooms');
  });
});
