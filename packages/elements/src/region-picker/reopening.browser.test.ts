import { childrenOf, loadCommunes, placeOf } from '@nafida/territory';
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { click, press } from '../testing/keyboard.js';
import { waitUntil } from '../testing/wait-until.js';
import './define.js';
import type { RegionPickerElement } from './index.js';

const taroudannt = '09.541';
const find = (picker: RegionPickerElement, selector: string) =>
  picker.shadowRoot!.querySelector<HTMLElement>(selector);

/** Opens the list by a press and waits until it stands. */
async function opened(picker: RegionPickerElement): Promise<void> {
  await click(find(picker, '#input')!);
  let before = '';
  await waitUntil(async () => {
    await nextFrame();
    await nextFrame();
    const list = find(picker, '.list');
    const now = JSON.stringify([list?.getBoundingClientRect(), list?.scrollTop]);
    const stands = list !== null && list.clientHeight > 0 && now === before;
    before = now;
    return stands;
  }, 'the list stands');
}

/** Whether the row is seen whole inside the list. */
function isSeen(picker: RegionPickerElement, row: Element): boolean {
  const list = find(picker, '.list')!.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  return top >= list.top - 1 && bottom <= list.bottom + 1;
}

/** What lies at the first, middle and last pixel rows of the list. */
function isFilled(picker: RegionPickerElement): boolean {
  const { left, top, bottom, width } = find(picker, '.list')!.getBoundingClientRect();
  return [top + 10, (top + bottom) / 2, bottom - 10].every((y) =>
    picker.shadowRoot!.elementFromPoint(left + width / 2, y)?.closest('.row'),
  );
}

describe('<nafida-region-picker> opened again', () => {
  before(() => loadCommunes());

  for (const [what, style] of [
    ['with room below', ''],
    ['with little room', 'padding-block: 260px'],
    ['in larger text', 'font-size: 24px'],
    ['enlarged by CSS zoom', 'zoom: 1.5'],
  ] as const) {
    it(`shows the chosen place among its neighbours, wherever it stands: ${what}`, async function () {
      // WebKit does not tell how much a page is enlarged.
      if (style.startsWith('zoom') && !('currentCSSZoom' in Element.prototype)) this.skip();
      const box = await fixture(html`
        <div lang="fr" style=${style}>
          <nafida-region-picker within=${taroudannt} min-level="commune"></nafida-region-picker>
        </div>
      `);
      const picker = box.querySelector('nafida-region-picker')!;
      const communes = childrenOf(taroudannt);
      for (const place of [communes.at(-1)!, communes[40]!, communes[0]!, communes[70]!]) {
        picker.value = place.code;
        await picker.updateComplete;
        await opened(picker);
        const chosen = find(picker, '[aria-selected="true"]');
        expect(chosen, place.names.fr).to.not.equal(null);
        expect(isSeen(picker, chosen!), `${place.names.fr} is seen`).to.equal(true);
        expect(isFilled(picker), `no blank rows around ${place.names.fr}`).to.equal(true);
        await press('Escape');
        await waitUntil(() => find(picker, '.list') === null, 'the list is closed');
      }
      expect(placeOf(picker.value)).to.equal(communes[70]);
    });
  }
});
