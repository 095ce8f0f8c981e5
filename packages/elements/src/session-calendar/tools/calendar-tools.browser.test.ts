import { sampleSession } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { calendarFixture, stopClock } from '../../testing/calendar-fixture.js';
import { click, type } from '../../testing/keyboard.js';
import '../define.js';
import type { FilterChangeEvent } from '../index.js';
import { waitUntil } from '../../testing/wait-until.js';

const sessions = [
  sampleSession({ id: 'workshop', startDate: '2026-11-25', title: { ar: 'ورشة رقمية' } }),
  sampleSession({
    id: 'online',
    startDate: '2026-11-26',
    title: { ar: 'لقاء الشباب' },
    typeOfMeeting: 'online',
    audiences: ['youth'],
  }),
  sampleSession({
    id: 'oujda',
    startDate: '2026-11-27',
    title: { ar: 'لقاء وجدة' },
    territory: { code: '02.411', vintage: 2024 },
  }),
  sampleSession({ id: 'spring', startDate: '2026-04-02', title: { ar: 'ورشة الربيع' } }),
  sampleSession({ id: 'old', startDate: '2023-02-01', title: { ar: 'لقاء قديم' } }),
];

async function opened(attributes: Record<string, string> = {}) {
  const page = await calendarFixture({ sessions, attributes: { view: 'list', ...attributes } });
  await page.shown('.session');
  await click(page.find('.open-tools'));
  await page.shown('#q');
  return page;
}

const titles = (page: Awaited<ReturnType<typeof calendarFixture>>) =>
  page.all('.session .title').map(({ textContent }) => textContent.trim());

async function choose(field: HTMLElement, value: string) {
  (field as HTMLSelectElement).value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('search and filters of the calendar', () => {
  stopClock();

  it('narrow the agenda by how people attend and whom it is for, say so to the page, and can be removed', async () => {
    const page = await opened();
    const told: object[] = [];
    page.calendar.addEventListener('nafida-filter-change', (event: FilterChangeEvent) =>
      told.push(event.detail),
    );
    await choose(page.find('#type'), 'online');
    await waitUntil(() => titles(page).join() === 'لقاء الشباب');
    expect(page.calendar.getAttribute('type')).to.equal('online');
    await choose(page.find('#audience'), 'youth');
    await waitUntil(() => page.calendar.getAttribute('audience') === 'youth');
    expect(told).to.deep.equal([
      { territory: '', type: 'online', audience: '', q: '' },
      { territory: '', type: 'online', audience: 'youth', q: '' },
    ]);
    await click(await page.shown('[part="remove-filters"]'));
    await waitUntil(() => titles(page).length === 3);
    expect(page.calendar.hasAttribute('type')).to.equal(false);
    expect(page.calendar.shadowRoot!.activeElement!.id).to.equal('q');
  });

  it('narrow it to a place chosen in the picker', async () => {
    const page = await opened();
    page.calendar.territory = '02.411';
    await waitUntil(() => titles(page).join() === 'لقاء وجدة');
    const picker = page.find('nafida-region-picker') as HTMLElement & { value: string };
    expect(picker.value).to.equal('02.411');
  });

  it('find words whenever the sessions are, those to come first, and say how many there are', async () => {
    const page = await opened();
    await click(page.find('#q'));
    await type('ورشة');
    await waitUntil(() => titles(page).join() === 'ورشة رقمية,ورشة الربيع', 'both are found');
    expect(page.has('.pager')).to.equal(false);
    expect(page.text('.results .session .hours')).to.contain('25 نونبر 2026');
    await waitUntil(() => page.text('[role="status"]') === 'نتيجتان', 'it is read out');
    expect(page.calendar.getAttribute('q')).to.equal('ورشة');
  });

  it('show past sessions, the latest first, however long ago', async () => {
    const page = await opened();
    await click(page.find('[part="past"]'));
    await waitUntil(() => titles(page).join() === 'ورشة الربيع', 'the latest year is there');
    await click(await page.shown('[part="more"]'));
    await waitUntil(() => titles(page).join() === 'ورشة الربيع,لقاء قديم', 'and the rest');
    expect(page.has('[part="more"]')).to.equal(false);
    await click(page.find('[part="past"]'));
    await page.shown('.pager');
  });

  it('show the latest past sessions also while a long one is still going on', async () => {
    const page = await calendarFixture({
      sessions: [
        sampleSession({ id: 'long', startDate: '2026-01-10', endDate: '2026-12-10' }),
        sampleSession({ id: 'old', startDate: '2023-02-01', title: { ar: 'لقاء قديم' } }),
      ],
      attributes: { view: 'list' },
    });
    await page.shown('.session');
    await click(page.find('.open-tools'));
    await click(await page.shown('[part="past"]'));
    await page.shown('.results[aria-busy="false"]');
    expect(titles(page)).to.deep.equal(['لقاء قديم']);
  });

  it('close again and keep what they narrow', async () => {
    const page = await opened();
    await choose(page.find('#type'), 'online');
    await waitUntil(() => titles(page).length === 1);
    await click(page.find('.open-tools'));
    await page.gone('#q');
    expect(page.find('.open-tools').getAttribute('aria-expanded')).to.equal('false');
    expect(titles(page)).to.deep.equal(['لقاء الشباب']);
  });

  it('open by themselves where the page or its address filters, and say when nothing matches', async () => {
    const page = await calendarFixture({ sessions, lang: 'fr', attributes: { q: 'xyz' } });
    await page.shown('.results .empty');
    expect(page.text('.results .empty')).to.equal(
      'Aucune rencontre ne correspond. Essayez d’autres mots ou retirez les filtres.',
    );
  });

  it('offer the agenda as a calendar to subscribe to, as the filters are', async () => {
    const page = await opened({ type: 'online' });
    await page.shown('.subscribe');
    const link = page.find('.subscribe a') as HTMLAnchorElement;
    const field = page.find('#feed') as HTMLInputElement;
    expect(link.href).to.match(/^webcal:.*\/sessions\.ics\?/);
    expect(field.value).to.match(/^https?:.*\/sessions\.ics\?.*type=online/);
    expect(new URL(field.value).searchParams.get('lang')).to.equal('ar');
  });
});
