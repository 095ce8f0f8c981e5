import { sampleConsultation } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import type { RegionPickerElement } from '../region-picker/index.js';
import { proposalFixture, words } from '../testing/proposal-fixture.js';
import './define.js';
import { waitUntil } from '../testing/wait-until.js';

const { policy } = sampleConsultation();
const asking = sampleConsultation({ policy: { ...policy, territoryLevel: 'commune' } });

// In a file of its own: only the first form of a page waits for its field for the place.
const { define } = customElements;
let letComeThePicker: (() => void) | undefined;

describe('a proposal sent before the field for its place has come', () => {
  before(() => {
    customElements.define = (tag, ...rest) => {
      if (tag !== 'nafida-region-picker') define.call(customElements, tag, ...rest);
      else letComeThePicker = () => define.call(customElements, tag, ...rest);
    };
  });
  after(() => {
    customElements.define = define;
  });

  it('is sent with the place that was settled, and the field then shows it', async () => {
    const page = await proposalFixture({
      consultations: [asking],
      attributes: { territory: '02.113.01.01' },
    });
    const picker = page.find('nafida-region-picker') as RegionPickerElement;
    expect(picker.hasUpdated).not.to.equal(true);
    const room = picker.offsetHeight;
    page.form.addEventListener('nafida-proposal-submit', (event) => event.preventDefault(), {
      once: true,
    });
    const enter = (field: 'title' | 'body') => {
      page.input(field).value = words[field];
      page.input(field).dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    page.input('axis').click();
    enter('title');
    enter('body');
    page.input('consent').click();
    let offered: unknown;
    page.form.addEventListener('nafida-proposal-submit', ({ detail }) => {
      offered = detail.territory;
    });
    page.find('[part="submit"]').click();
    await waitUntil(() => offered !== undefined, 'it is checked');
    expect(page.has('.summary')).to.equal(false);
    expect(offered).to.deep.equal({ code: '02.113.01.01', vintage: 2024 });
    await waitUntil(() => letComeThePicker, 'the field has come');
    letComeThePicker!();
    await waitUntil(() => picker.hasUpdated, 'the field is drawn');
    expect(picker.offsetHeight, 'nothing below it moves').to.be.closeTo(room, 1);
    expect(picker.value).to.equal('02.113.01.01');
    expect(picker.checkValidity()).to.equal(true);
  });
});
