import { sampleSession } from '@nafida/client/testing';
import { expect, fixture, html } from '@open-wc/testing';
import '../define.js';
import type { RegionPickerElement } from '../region-picker/index.js';
import { calendarFixture, stopClock } from './calendar-fixture.js';
import { press } from './keyboard.js';
import { backgroundsOf, contrast } from './measured-colours.js';
import { proposalFixture } from './proposal-fixture.js';
import { publishedFixture, serverWith } from './published-fixture.js';
import { waitUntil } from './wait-until.js';

/** Of each run its own; a run that found something can be had again with the seed in its name. */
const seed = Math.trunc(Math.random() * 2 ** 32);

/** Accents of our documentation and demonstration. */
const known = ['#0b6b4f', '#7a1f3d', '#17486b', '#6fd3ae'];
const ends = ['#000', '#fff', '#777', '#ff0', '#00f', '#f00', '#0f0', '#0ff', '#f0f', '#fdfdf6'];
const random = randomColours(300);

/** Pages as communes have them, with and without a scheme that they tell the browser; and how many accents are tried. */
const pages = {
  'a white page': ['background: #fff; color: #1b1f23', 300],
  'a dark page': ['background: #1c2126; color: #f1f3f5; color-scheme: dark', 300],
  'a cream page with grey text': ['background: #f8f5ee; color: #5a5a5a', 30],
  'a dark page without a scheme': ['background: #14213d; color: #e8e8e8', 30],
  'a white page with dark fields': [
    'background: #fff; color: #222; --nafida-color-surface: #16324f',
    30,
  ],
} as const;

const sessions = [
  sampleSession({ id: 'today', startDate: '2026-11-18', title: { ar: 'لقاء اليوم' } }),
  sampleSession({ id: 'later', startDate: '2026-11-25', title: { ar: 'لقاء لاحق' } }),
];

/** mulberry32 */
function randomColours(count: number): string[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return `#${((mixed ^ (mixed >>> 14)) >>> 8).toString(16).padStart(6, '0')}`;
  });
}

/** The colour of a property of an element, and how far it stands out from what is behind it. */
interface Sight {
  readonly of: Element;
  readonly property: 'color' | 'accentColor' | 'borderInlineStartColor' | 'boxShadow';
  readonly least: number;
}

const text = (of: Element): Sight => ({ of, property: 'color', least: 4.5 });
const mark = (of: Element, property: Sight['property']): Sight => ({ of, property, least: 3 });

const colourIn = (value: string) => /[a-z-]+\([^)]*\)/.exec(value)?.[0];

function contrastOf({ of, property }: Sight): number {
  return contrast(colourIn(getComputedStyle(of)[property])!, backgroundsOf(of));
}

/**
 * Of the ring that is drawn around an element: how far it stands out from the page, or, where the gap inside the ring
 * has a colour of its own, the ring from the gap.
 */
function contrastOfRing(of: Element, pseudo?: string): number {
  const { outlineStyle, outlineColor, outlineOffset, boxShadow } = getComputedStyle(of, pseudo);
  if (outlineStyle !== 'solid') return 0;
  const behind = backgroundsOf(outlineOffset.startsWith('-') ? of : of.parentElement!);
  const gap = boxShadow.includes('inset') ? undefined : colourIn(boxShadow);
  const fromPage = contrast(outlineColor, behind);
  if (!gap) return fromPage;
  const fromGap = contrast(outlineColor, [gap]);
  return Math.min(fromGap, Math.max(fromPage, contrast(gap, behind)));
}

interface Measure {
  readonly what: string;
  readonly least: number;
  readonly take: () => number;
}

/** Tries accents on every page; gives what was seen too badly. */
function tooFaint(measures: readonly Measure[]): string[] {
  const found = [];
  for (const [page, [style, count]] of Object.entries(pages)) {
    document.body.setAttribute('style', style);
    for (const accent of [...known, ...ends, ...random.slice(0, count)]) {
      document.body.style.setProperty('--nafida-color-accent', accent);
      for (const { what, least, take } of measures) {
        const seen = take();
        if (!(seen >= least)) found.push(`${accent} on ${page}: ${what} ${seen.toFixed(2)}:1`);
      }
    }
  }
  return found;
}

/** Nothing of this is seen too badly; each of `focused` while it has the focus, `ringed` where the ring is elsewhere. */
async function expectToBeSeen(
  sights: readonly Sight[],
  focused: readonly (HTMLElement | readonly [HTMLElement, ringed: Element, pseudo?: string])[],
): Promise<void> {
  const found = tooFaint(
    sights.map((sight) => ({
      what: `${sight.property} of ${sight.of.className}`,
      least: sight.least,
      take: () => contrastOf(sight),
    })),
  );
  // From here on the focus is seen; not in the window of WebKitGTK under test, which never has it.
  await press('Tab');
  for (const each of document.hasFocus() ? focused : []) {
    const [element, ringed, pseudo] = each instanceof HTMLElement ? [each, each] : each;
    element.focus();
    const what = `ring of ${ringed.className}`;
    found.push(...tooFaint([{ what, least: 3, take: () => contrastOfRing(ringed, pseudo) }]));
  }
  expect(found.length, found.slice(0, 20).join('\n')).to.equal(0);
}

describe(`any one accent, tried with the seed ${seed}`, () => {
  stopClock();

  afterEach(() => {
    document.body.removeAttribute('style');
    localStorage.clear();
  });

  it('leaves titles, buttons and days to be seen in a month', async () => {
    const { find, shown } = await calendarFixture({ sessions });
    await shown('.session .title');
    await shown('.piece.of');
    await expectToBeSeen(
      [
        text(find('.session .title')),
        text(find('.views [aria-pressed="true"]')),
        text(find('.day.selected .number')),
        text(find('.piece.of')),
        mark(find('.piece.of'), 'borderInlineStartColor'),
      ],
      [],
    );
  });

  it('leaves the ring to be seen inside a day and around the chosen view', async () => {
    const { find, shown } = await calendarFixture({ sessions });
    await shown('.session .title');
    await expectToBeSeen([], [find('.views [aria-pressed="true"]'), find('.day.selected')]);
  });

  it('leaves the day of today and the ring around a line to be seen in a list', async () => {
    const { find, shown } = await calendarFixture({ sessions, attributes: { view: 'list' } });
    await shown('.session .title');
    const title = find('.session .title');
    await expectToBeSeen([text(find('.agenda-day.today .number'))], [[title, title, '::after']]);
  });

  it('leaves buttons, choices and rings to be seen in the form', async () => {
    const { find, shown } = await proposalFixture({ attributes: { layout: 'page' } });
    const submit = await shown('[part~="submit"]');
    await expectToBeSeen(
      [text(submit), mark(find('input[type="checkbox"]'), 'accentColor')],
      [submit, find('input[part~="control"]')],
    );
  });

  it('leaves rows and their marks to be seen in the list of places', async () => {
    const picker = await fixture<RegionPickerElement>(
      html`<nafida-region-picker value="02.113.01.01"></nafida-region-picker>`,
    );
    const find = (selector: string) => picker.shadowRoot!.querySelector<HTMLElement>(selector)!;
    find('#input').focus();
    picker.open();
    await waitUntil(() => find('[aria-selected="true"] .icon'), 'the chosen place in the list');
    await press('ArrowDown');
    await press('ArrowUp');
    const row = await waitUntil(() => find('.row[data-active]'), 'an active row').then(() =>
      find('.row[data-active]'),
    );
    await expectToBeSeen(
      [
        text(row.querySelector('.row-name')!),
        text(row.querySelector('.row-detail')!),
        mark(row, 'boxShadow'),
        mark(find('[aria-selected="true"] .icon'), 'color'),
      ],
      [[find('#input'), find('[part="control"]')]],
    );
  });

  it('leaves links, states and rings to be seen in a list of proposals', async () => {
    const proposals = [{ title: 'حافلة مدرسية', answer: 'سيتم اقتناء حافلة.' }];
    const { find, shown } = await publishedFixture(
      'nafida-proposal-list',
      await serverWith(proposals),
    );
    await shown('.item');
    const link = find('[part="link"]');
    await expectToBeSeen([text(link), text(find('.status.accepted'))], [link]);
  });
});
