import { communesLoaded } from '@nafida/territory';
import { expect, fixture, html } from '@open-wc/testing';
import './define.js';
import type { RegionPickerElement } from './index.js';
import { waitUntil } from '../testing/wait-until.js';

// In a file of its own: only the first picker of a page waits for the communes.
describe('<nafida-region-picker> while the communes are on their way', () => {
  it('reads out how many answers there are with them, where it was typed before they came', async () => {
    const picker = await fixture<RegionPickerElement>(
      html`<nafida-region-picker lang="fr"></nafida-region-picker>`,
    );
    const input = picker.shadowRoot!.querySelector('input')!;
    input.focus();
    input.value = 'ahfir';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(communesLoaded()).to.equal(false);
    const options = () => picker.shadowRoot!.querySelectorAll('[role="option"]');
    await waitUntil(() => options().length === 1, 'the commune');
    const status = picker.shadowRoot!.querySelector('.told')!;
    await waitUntil(() => status.textContent === '1 résultat', 'the count with the communes');
  });
});
