import { sampleConsultation } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { click, emulateMedia, press, setViewport } from '../testing/keyboard.js';
import type { ProposalFixture } from '../testing/proposal-fixture.js';
import { proposalFixture } from '../testing/proposal-fixture.js';
import './define.js';
import { waitUntil } from '../testing/wait-until.js';

const { policy } = sampleConsultation();
const consultation = sampleConsultation({
  description: { ar: 'ما الذي ينبغي تغييره؟', fr: 'Que faut-il changer ?' },
  policy: { ...policy, territoryLevel: 'commune' },
});

const states: Record<string, (page: ProposalFixture) => Promise<void>> = {
  empty: async () => undefined,
  'with errors': async ({ find, shown }) => {
    await click(find('[part="submit"]'));
    await shown('.summary');
  },
  receipt: async ({ fill, find, shown }) => {
    await fill();
    await click(find('[part="submit"]'));
    await shown('.receipt');
  },
};

describe('the proposal form for everyone', () => {
  for (const lang of ['ar', 'fr'] as const) {
    for (const [state, reach] of Object.entries(states)) {
      it(`has no problem that axe finds: ${state}, ${lang}`, async () => {
        const consultations = state === 'receipt' ? undefined : [consultation];
        const page = await proposalFixture({ lang, ...(consultations && { consultations }) });
        await reach(page);
        await expect(page.form).to.be.accessible();
      });
    }
  }

  it('has no problem that axe finds in steps', async () => {
    const page = await proposalFixture({ attributes: { layout: 'steps' } });
    await click(page.find('[part="next"]'));
    await page.shown('.summary');
    await expect(page.form).to.be.accessible();
  });

  it('stays inside 320 px, whatever it shows', async function () {
    if (!(await setViewport({ width: 320, height: 640 }))) this.skip();
    for (const lang of ['ar', 'fr'] as const) {
      for (const [state, reach] of Object.entries({
        ...states,
        'in steps': states['empty']!,
      })) {
        const attributes = { layout: state === 'in steps' ? 'steps' : 'page' };
        const page = await proposalFixture({ lang, width: 288, attributes });
        await reach(page);
        const { left, right } = page.page.getBoundingClientRect();
        for (const element of page.all('.root *:not(.visually-hidden, .visually-hidden *)')) {
          if (element.getClientRects().length === 0) continue;
          const box = element.getBoundingClientRect();
          const isInside = box.left >= left - 1 && box.right <= right + 1;
          expect(isInside, `${lang}, ${state}: ${element.outerHTML.slice(0, 80)}`).to.equal(true);
        }
        page.form.remove();
      }
    }
  });

  it('shows its fields and focus in forced colours', async function () {
    if (!(await emulateMedia({ 'forced-colors': 'active' }))) this.skip();
    const page = await proposalFixture();
    const title = page.input('title');
    title.focus();
    await press('a');
    const style = getComputedStyle(title);
    expect(style.outlineStyle).to.equal('solid');
    expect(parseFloat(style.outlineWidth)).to.be.at.least(3);
    expect(parseFloat(style.borderTopWidth)).to.be.at.least(1);
  });

  it('names its groups and its headings', async () => {
    const page = await proposalFixture({ attributes: { 'heading-level': '2' } });
    expect(page.find('[part="heading"]').getAttribute('aria-level')).to.equal('2');
    expect(page.find('[role="radiogroup"] legend').textContent.trim()).to.equal('المحور');
    expect(page.find('form').getAttribute('aria-label')).to.equal('إرسال مقترح');
  });

  it('says aloud that it is sending, only when that takes long', async () => {
    const page = await proposalFixture();
    await page.fill();
    const { create } = page.client.proposals;
    let answer: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => (answer = resolve));
    (page.client.proposals as { create: typeof create }).create = async (...args) => {
      await gate;
      return create(...args);
    };
    await click(page.find('[part="submit"]'));
    await waitUntil(() => page.text('[role="status"]') === 'جارٍ الإرسال…');
    answer!();
    await page.shown('.receipt');
  });
});
