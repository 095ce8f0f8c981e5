import { communesLoaded } from '@nafida/territory';
import { expect, fixture, html } from '@open-wc/testing';
import { press, type } from '../testing/keyboard.js';
import './define.js';
import type { RegionPickerElement } from './index.js';
import { waitUntil } from '../testing/wait-until.js';

// Everything the picker loads when someone comes to it is loaded here for the first time.
describe('<nafida-region-picker> on a page that was just opened', () => {
  it('waits for no code and no data: what is typed and pressed at once takes effect', async () => {
    const picker = await fixture<RegionPickerElement>(
      html`<nafida-region-picker lang="fr"></nafida-region-picker><a href="#next">Next</a>`,
    );
    const input = picker.shadowRoot!.querySelector('input')!;
    expect(communesLoaded()).to.equal(false);
    input.focus();
    await press('ArrowDown');
    const active = () => {
      const id = input.getAttribute('aria-activedescendant');
      return id && picker.shadowRoot!.getElementById(id);
    };
    await waitUntil(active, 'the regions');
    const list = picker.shadowRoot!.querySelector('[role="listbox"]')!;
    expect(list.scrollTop).to.equal(0);
    await type('berkane');
    await waitUntil(() => list.querySelectorAll('b').length > 0, 'answers');
    await press('Enter');
    await waitUntil(() => picker.value === '02.113', 'the choice');
    expect(input.value).to.equal('Berkane (province)');
    await waitUntil(communesLoaded, 'the communes');
  });
});
