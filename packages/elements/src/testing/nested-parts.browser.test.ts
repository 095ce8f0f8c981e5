import { sampleSession } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import '../define.js';
import { calendarFixture, stopClock } from './calendar-fixture.js';
import { click } from './keyboard.js';
import { publishedFixture, serverWith } from './published-fixture.js';
import { waitUntil } from './wait-until.js';

const proposals = [{ title: 'حافلة مدرسية', answer: 'سيتم اقتناء حافلة.' }];
const red = 'rgb(200, 0, 0)';
const inside = (host: HTMLElement, selector: string) => host.shadowRoot?.querySelector(selector);

/** A rule of the page, as its designer would write it. */
function rule(selector: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${selector} { color: ${red}; }`);
  document.adoptedStyleSheets = [sheet];
}

describe('a rule of the page for a part inside a part', () => {
  stopClock();

  afterEach(() => {
    document.adoptedStyleSheets = [];
  });

  it('reaches the field of the place in a list of proposals', async () => {
    rule('nafida-proposal-list::part(place-control)');
    const page = await publishedFixture('nafida-proposal-list', await serverWith(proposals));
    await click(await page.shown('[part="open-filters"]'));
    const picker = await page.shown('nafida-region-picker');
    await waitUntil(() => inside(picker, '[part="control"]'), 'the field of the place');
    expect(getComputedStyle(inside(picker, '[part="control"]')!).color).to.equal(red);
  });

  it('reaches the title of the proposal that is open in the list', async () => {
    rule('nafida-proposal-list::part(proposal-heading)');
    const page = await publishedFixture('nafida-proposal-list', await serverWith(proposals));
    await click(await page.shown('[part="link"]'));
    const proposal = await page.shown('nafida-proposal');
    await waitUntil(() => inside(proposal, '[part="heading"]'), 'the title of the proposal');
    expect(getComputedStyle(inside(proposal, '[part="heading"]')!).color).to.equal(red);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('reaches the field of the place among the tools of the calendar', async () => {
    rule('nafida-session-calendar::part(place-control)');
    const sessions = [sampleSession({ startDate: '2026-11-18' })];
    const page = await calendarFixture({ sessions });
    await click(await page.shown('[part="open-tools"]'));
    const picker = await page.shown('nafida-region-picker');
    await waitUntil(() => inside(picker, '[part="control"]'), 'the field of the place');
    expect(getComputedStyle(inside(picker, '[part="control"]')!).color).to.equal(red);
  });
});
