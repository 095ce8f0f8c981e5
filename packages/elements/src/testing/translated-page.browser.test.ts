import { sampleSession } from '@nafida/client/testing';
import { loadCommunes } from '@nafida/territory';
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../define.js';
import { calendarFixture, stopClock } from './calendar-fixture.js';
import { click, press, type } from './keyboard.js';
import { proposalFixture, words } from './proposal-fixture.js';
import { publishedFixture, serverWith } from './published-fixture.js';
import { textsIn } from './shadow-trees.js';
import { waitUntil } from './wait-until.js';

/** What browsers' translators do: a `<font>` in the place of every text. */
function translate(element: Element): void {
  for (const text of textsIn(element)) {
    if (text.parentElement?.closest('[translate="no"], font')) continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = `[${text.data.trim()}]`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

/** What stands there for a reader, whether translated or not. */
const readIn = (element: Element) =>
  textsIn(element)
    .map(({ data }) => data.replace(/\s+/g, ' ').trim())
    .join('|')
    .replace(/[[\]]/g, '');

/** Goes about in a tag; `turn` is called with it where a page may have been translated meanwhile. */
type Walk = (turn: (element: HTMLElement) => Promise<void>) => Promise<HTMLElement>;

const sessions = [
  sampleSession({ id: 'first', startDate: '2026-11-25', title: { fr: 'Atelier' } }),
  sampleSession({ id: 'second', startDate: '2026-12-02', title: { fr: 'Forum' } }),
];

const calendarWalk =
  (attributes: Readonly<Record<string, string>>, drawn: string, last = drawn): Walk =>
  async (turn) => {
    const page = await calendarFixture({ sessions, lang: 'fr', attributes });
    await page.shown(drawn);
    for (let month = 0; month < 2; month++) {
      const before = page.text('[part="month"]');
      await turn(page.calendar);
      await click(page.find('[part~="next"]'));
      await waitUntil(() => !page.text('[part="month"]').includes(before), 'another month');
    }
    await page.gone('.skeleton, [aria-busy="true"]');
    await page.shown(last);
    return page.calendar;
  };

const walks: Readonly<Record<string, Walk>> = {
  'months of the agenda': calendarWalk({ view: 'month' }, '.grid[aria-busy="false"]', '.holiday'),
  'its list': calendarWalk({ view: 'list' }, '.days', '.lead'),
  async 'pages of sessions'(turn) {
    const page = await calendarFixture({ sessions, lang: 'fr', attributes: { session: 'first' } });
    await page.shown('.page');
    await turn(page.calendar);
    page.calendar.session = 'second';
    await waitUntil(() => page.text('.page').includes('Forum'), 'the other session');
    return page.calendar;
  },
  async 'the steps of the form'(turn) {
    const page = await proposalFixture({ lang: 'fr', width: 360 });
    await turn(page.form);
    await click(page.find('[part="next"]'));
    await page.shown('.summary');
    await turn(page.form);
    page.input('axis').focus();
    await press('Space');
    page.input('title').focus();
    await type(words.title);
    page.input('body').focus();
    await type(words.body);
    await turn(page.form);
    await click(page.find('[part="next"]'));
    await waitUntil(() => page.input('consent').checkVisibility(), 'the next step');
    return page.form;
  },
  async 'what is found among proposals'(turn) {
    const held = await serverWith([
      { title: 'حافلة مدرسية لتلاميذ الدواوير' },
      { title: 'Un guichet numérique mobile', language: 'fr' },
    ]);
    const page = await publishedFixture('nafida-proposal-list', held, {}, { lang: 'fr' });
    await page.shown('.facts');
    await turn(page.element);
    page.find('#q').focus();
    await type('guichet');
    await waitUntil(() => page.all('.item').length === 1, 'what is found');
    await waitUntil(() => page.text('[role="status"]') !== '', 'it is said');
    return page.element;
  },
  async 'the way from region to province in the picker'(turn) {
    const place = await fixture(html`
      <div lang="fr"><nafida-region-picker min-level="province"></nafida-region-picker></div>
    `);
    const picker = place.querySelector('nafida-region-picker')!;
    const row = () => picker.shadowRoot!.querySelector('.row')!;
    await waitUntil(() => picker.shadowRoot?.querySelector('#input'), 'the field is drawn');
    picker.focus();
    await press('ArrowDown');
    await waitUntil(row, 'the list is open');
    await turn(picker);
    await press('ArrowDown');
    await press('ArrowRight');
    await waitUntil(() => picker.shadowRoot!.querySelector('.path'), 'the region is open');
    await turn(picker);
    await type('xyz');
    await waitUntil(() => picker.shadowRoot!.querySelector('.note'), 'nothing is found');
    await turn(picker);
    await type('w');
    await picker.updateComplete;
    return picker;
  },
};

describe('on a page that the browser translates', () => {
  stopClock();
  before(() => loadCommunes());

  for (const [name, walk] of Object.entries(walks)) {
    it(`what changes is shown: ${name}`, async () => {
      const quiet = await walk(async () => {});
      await nextFrame();
      const expected = readIn(quiet);
      const translated = await walk(async (element) => {
        translate(element);
        await nextFrame();
      });
      await nextFrame();
      expect(readIn(translated)).to.equal(expected);
    });
  }
});
