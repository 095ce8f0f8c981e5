import { sampleConsultation } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import type { RegionPickerElement } from '../../region-picker/index.js';
import { click, focusedElement, press, type } from '../../testing/keyboard.js';
import { proposalFixture, words } from '../../testing/proposal-fixture.js';
import { sampleQuestions } from '../../testing/sample-questions.js';
import { waitUntil } from '../../testing/wait-until.js';
import '../define.js';

const narrow = { width: 360 };
const isSeen = (element: HTMLElement) => element.checkVisibility();

describe('a proposal form in steps', () => {
  it('is sent with the keyboard alone, step by step', async () => {
    const page = await proposalFixture(narrow);
    expect(page.text('.step-head')).to.equal('الخطوة 1 من 2 المقترح');
    expect(isSeen(page.input('consent'))).to.equal(false);
    page.input('axis').focus();
    await press('Space');
    await press('Tab');
    await type(words.title);
    await press('Tab');
    await type(words.body);
    await press('Tab');
    await press('Enter');
    await waitUntil(() => focusedElement()?.id === 'step-title');
    expect(page.text('.step-head')).to.equal('الخطوة 2 من 2 معلوماتكم والإرسال');
    expect(isSeen(page.input('title'))).to.equal(false);
    page.input('consent').focus();
    await press('Space');
    await press('Enter');
    await page.shown('.receipt');
    expect(page.text('.receipt')).to.contain(words.title);
    expect(await page.stored()).to.have.length(1);
  });

  // In a language that no other test of this file speaks: nothing of it is here yet.
  it('comes whole: from the first drawing of the form on it says where one is and how to go on', async () => {
    const { client, page } = await proposalFixture();
    page.lang = 'en';
    page.style.inlineSize = '360px';
    const form = document.createElement('nafida-proposal-form');
    form.setAttribute('draft', 'off');
    form.client = client;
    page.replaceChildren(form);
    const root = form.shadowRoot!;
    const drawn: (string | undefined)[][] = [];
    const watch = new MutationObserver(() => {
      if (!root.querySelector('form')) return;
      const parts = ['.step-head', '[part="next"]'];
      drawn.push(parts.map((part) => root.querySelector(part)?.textContent.trim().slice(0, 4)));
    });
    watch.observe(root, { childList: true, subtree: true });
    await waitUntil(() => drawn.length > 0);
    watch.disconnect();
    for (const texts of drawn) expect(texts).to.deep.equal(['Step', 'Next']);
  });

  it('goes on once nothing in the step is wrong, and back always, with what was typed', async () => {
    const page = await proposalFixture({ ...narrow, lang: 'fr' });
    page.input('title').focus();
    await type('Court');
    await click(page.find('[part="next"]'));
    await page.shown('.summary');
    expect(page.all('.summary a')).to.have.length(3);
    await waitUntil(() => focusedElement()?.className === 'summary');
    await press('Tab');
    await press('Enter');
    await waitUntil(() => focusedElement()?.id === 'field-axis', 'its field is gone to');
    await press('Space');
    page.input('title').focus();
    await type(' mais plus maintenant');
    page.input('body').focus();
    await type(words.body);
    await click(page.find('[part="next"]'));
    await waitUntil(() => isSeen(page.input('consent')));
    expect(page.has('.summary')).to.equal(false);
    await click(page.find('[part="back"]'));
    await waitUntil(() => isSeen(page.input('title')));
    expect(page.input('title').value).to.equal('Court mais plus maintenant');
  });

  it('leads back to the step of what the server found wrong', async () => {
    const consultation = sampleConsultation();
    const page = await proposalFixture({ ...narrow, consultations: [consultation] });
    page.input('axis').focus();
    await press('Space');
    page.input('title').focus();
    await type(words.title);
    page.input('body').focus();
    await type(words.body);
    await click(page.find('[part="next"]'));
    await waitUntil(() => isSeen(page.input('consent')));
    page.input('consent').focus();
    await press('Space');
    // Staff ask for longer titles from now on.
    consultation.policy = { ...consultation.policy, title: { min: 80, max: 150 } };
    await press('Enter');
    await waitUntil(() => focusedElement()?.className === 'summary');
    expect(isSeen(page.input('title'))).to.equal(true);
    await press('Tab');
    await press('Enter');
    await waitUntil(() => focusedElement()?.id === 'field-title');
    expect(page.errors()).to.have.length(1);
    expect(page.input('title').value).to.equal(words.title);
  });

  it('asks place and questions in a step of their own', async () => {
    const { policy } = sampleConsultation();
    const page = await proposalFixture({
      ...narrow,
      consultations: [
        sampleConsultation({
          policy: { ...policy, territoryLevel: 'province' },
          questions: [...sampleQuestions],
        }),
      ],
    });
    await page.shown('#field-answers\\.transport');
    expect(page.text('.step-head')).to.contain('الخطوة 1 من 3');
    expect(isSeen(page.find('#field-answers\\.transport'))).to.equal(false);
  });

  it('does not blame a place before one has come to it', async () => {
    const { policy } = sampleConsultation();
    const page = await proposalFixture({
      ...narrow,
      consultations: [sampleConsultation({ policy: { ...policy, territoryLevel: 'province' } })],
    });
    const picker = page.find('nafida-region-picker') as RegionPickerElement;
    await waitUntil(() => picker.hasUpdated, 'the picker has come');
    page.input('axis').focus();
    await press('Space');
    page.input('title').focus();
    await type(words.title);
    page.input('body').focus();
    await type(words.body);
    await click(page.find('[part="next"]'));
    await waitUntil(() => isSeen(picker), 'the place is asked');
    expect(picker.matches(':state(user-invalid)')).to.equal(false);
    await click(page.find('[part="next"]'));
    await waitUntil(() => picker.matches(':state(user-invalid)'), 'it was passed over');
    expect(isSeen(picker)).to.equal(true);
  });

  it('stands on one page where there is room, or where the page says so', async () => {
    const wide = await proposalFixture({ width: 700 });
    expect(wide.has('.step-head')).to.equal(false);
    const asked = await proposalFixture({ ...narrow, attributes: { layout: 'page' } });
    expect(isSeen(asked.input('consent'))).to.equal(true);
    const steps = await proposalFixture({ width: 700, attributes: { layout: 'steps' } });
    expect(steps.has('.step-head')).to.equal(true);
  });

  it('turns into one page, and back, with the width it is given', async () => {
    const page = await proposalFixture(narrow);
    await page.shown('.step-head');
    page.input('title').focus();
    await type('تغط');
    page.page.style.inlineSize = '700px';
    await waitUntil(() => !page.has('.step-head'), 'all is on one page');
    expect(page.input('title').value).to.equal('تغط');
    expect(isSeen(page.input('consent'))).to.equal(true);
  });
});
