import { sampleSessionRegistration, sampleSession } from '@nafida/client/testing';
import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import '../define.js';
import { calendarFixture, stopClock } from '../testing/calendar-fixture.js';
import { click, focusedElement, press } from '../testing/keyboard.js';
import { proposalFixture } from '../testing/proposal-fixture.js';
import { spokenNames } from '../testing/spoken-names.js';
import { waitUntil } from '../testing/wait-until.js';
import { focusErrorSummary, renderErrorSummary } from './error-summary-template.js';

/** A form whose words of what is wrong come when they are called. */
class LateFormElement extends LitElement {
  #title = '';

  arrive(): void {
    this.#title = 'Un champ est à corriger';
    this.requestUpdate();
  }

  protected override render() {
    if (!this.#title) return html`<p>…</p>`;
    return renderErrorSummary({
      title: this.#title,
      headingLevel: 3,
      lines: [{ field: 'name', text: 'Indiquez votre nom.', question: undefined }],
      locale: 'fr',
      onGo: () => {},
    });
  }
}
customElements.define('late-form', LateFormElement);

/** Every form of ours that lists what is wrong with it: shows it, and gives the button that sends or goes on. */
const forms = {
  'a proposal': async () => {
    const page = await proposalFixture({ lang: 'fr', attributes: { layout: 'page' } });
    return page.find('[part="submit"]');
  },
  'a proposal in steps': async () => {
    const page = await proposalFixture({ lang: 'fr', attributes: { layout: 'steps' } });
    return page.find('[part="next"]');
  },
  'a registration': async () => {
    const page = await calendarFixture({
      sessions: [
        sampleSession({
          id: 'open',
          startDate: '2026-11-26',
          registration: sampleSessionRegistration(5),
        }),
      ],
      lang: 'fr',
      attributes: { session: 'open' },
    });
    await click(await page.shown('.register'));
    return page.shown('.form [part="submit"]');
  },
};

describe('the summary of what is wrong', () => {
  stopClock();

  for (const [name, show] of Object.entries(forms)) {
    it(`of ${name} is gone to and read out by its name, again with every press`, async () => {
      const button = await show();
      for (const _press of [1, 2]) {
        button.focus();
        await press('Enter');
        await waitUntil(() => focusedElement()?.className === 'summary', 'the summary is gone to');
      }
      const summary = focusedElement() as HTMLElement;
      const title = summary.querySelector('[role="heading"]')!;
      expect(summary.getAttribute('role')).to.equal('group');
      expect(title.textContent.trim()).to.match(/^\d champs sont à corriger/);
      const spoken = await spokenNames();
      if (spoken) {
        const groups = spoken.filter(({ role }) => role === 'group');
        expect(groups.map((group) => group.name)).to.include(title.textContent.trim());
      }
      await press('Tab');
      expect(focusedElement()).to.equal(summary.querySelector('a'));
      await press('Enter');
      await waitUntil(() => focusedElement()?.matches('input'), 'its field is gone to');
      expect(focusedElement()!.id).to.match(/^field-/);
    });
  }

  it('is not gone to once the form has left the page, and is where it is drawn late', async () => {
    const left = await fixture<LateFormElement>(html`<late-form></late-form>`);
    const givenUp = focusErrorSummary(left);
    left.remove();
    left.arrive();
    await givenUp;
    expect(focusedElement()?.className).to.not.equal('summary');

    const form = await fixture<LateFormElement>(html`<late-form></late-form>`);
    const going = focusErrorSummary(form);
    await form.updateComplete;
    form.requestUpdate();
    await form.updateComplete;
    expect(focusedElement()).to.equal(document.body);
    form.arrive();
    await going;
    expect(focusedElement()?.className).to.equal('summary');
  });
});
