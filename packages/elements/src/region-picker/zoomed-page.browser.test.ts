import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { click } from '../testing/keyboard.js';
import { waitUntil } from '../testing/wait-until.js';
import './define.js';
import type { RegionPickerElement } from './index.js';

const part = (picker: RegionPickerElement, name: string) =>
  picker.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`)!;

/** The panel's rectangle once it stands: where it stood a frame ago. */
async function placeOfPanel(picker: RegionPickerElement): Promise<DOMRect> {
  let before = '';
  await waitUntil(async () => {
    await nextFrame();
    await nextFrame();
    const panel = part(picker, 'panel');
    if (!panel?.style.maxHeight) return false;
    const now = JSON.stringify(panel.getBoundingClientRect());
    const stands = now === before;
    before = now;
    return stands;
  }, 'the panel has its place');
  return part(picker, 'panel').getBoundingClientRect();
}

/** Toolbars for reading enlarge by `zoom` on one of these. */
const zoomed = {
  'the document': () => document.documentElement,
  'the body': () => document.body,
  'an element around it': (picker: RegionPickerElement) => picker.parentElement!,
} as const;

describe('<nafida-region-picker> on a page enlarged by CSS zoom', () => {
  before(function () {
    // WebKitGTK mixes px of its own here: what it draws cannot be compared.
    if (!('currentCSSZoom' in Element.prototype)) this.skip();
  });
  afterEach(() => {
    for (const element of [document.documentElement, document.body]) element.style.zoom = '';
    scrollTo(0, 0);
  });

  for (const [where, elementOf] of Object.entries(zoomed)) {
    for (const zoom of [0.8, 1.25, 1.5, 2]) {
      for (const direction of ['ltr', 'rtl'] as const) {
        it(`opens under its field: ${where} at ${zoom}, ${direction}, scrolled`, async () => {
          const page = await fixture(html`
            <div
              dir=${direction}
              lang=${direction === 'rtl' ? 'ar' : 'fr'}
              style="padding-block: 300px 1500px; padding-inline: 30px"
            >
              <div style="overflow: auto; inline-size: 280px; block-size: 400px">
                <div style="block-size: 100px"></div>
                <nafida-region-picker></nafida-region-picker>
                <div style="block-size: 700px"></div>
              </div>
            </div>
          `);
          const picker = page.querySelector('nafida-region-picker')!;
          await picker.updateComplete;
          elementOf(picker).style.zoom = String(zoom);
          picker.parentElement!.scrollTop = 60;
          scrollTo(0, 200);
          await click(part(picker, 'input'));
          const panel = await placeOfPanel(picker);
          const field = part(picker, 'control').getBoundingClientRect();
          const gap = panel.top > field.top ? panel.top - field.bottom : field.top - panel.bottom;
          expect(gap).to.be.within(0, 12);
          const inline = direction === 'rtl' ? panel.right - field.right : panel.left - field.left;
          expect(inline).to.be.closeTo(0, 1);
          expect(panel.width).to.be.at.least(field.width - 1);
        });
      }
    }
  }
});
