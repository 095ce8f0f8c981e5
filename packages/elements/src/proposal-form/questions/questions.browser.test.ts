import { sampleConsultation } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { click, focusedElement, press, type } from '../../testing/keyboard.js';
import type { RegionPickerElement } from '../../region-picker/index.js';
import type { ProposalFixture } from '../../testing/proposal-fixture.js';
import { proposalFixture } from '../../testing/proposal-fixture.js';
import { sampleQuestions } from '../../testing/sample-questions.js';
import { waitUntil } from '../../testing/wait-until.js';
import '../define.js';
import { DraftStore } from '../content/draft-store.js';

// WebKitGTK does not match `:focus-within` on a host inside a host.
const hasFocus = ({ shadowRoot }: HTMLElement) => shadowRoot!.contains(focusedElement());

const field = (id: string) => `#field-answers\\.${id}`;

async function asking(lang: 'ar' | 'fr' = 'ar', attributes = {}) {
  const consultation = sampleConsultation({ questions: [...sampleQuestions] });
  const page = await proposalFixture({ lang, attributes, consultations: [consultation] });
  await page.shown(field('transport'));
  return { ...page, consultation };
}

const answersIn = async ({ sent }: ProposalFixture) =>
  ((await sent().at(-1)!.clone().json()) as { answers?: unknown }).answers;

describe('the questions of a consultation', () => {
  it('are answered with the keyboard alone and sent with the proposal', async () => {
    const page = await asking();
    await page.fill();
    page.find(field('transport')).focus();
    await press('Space');
    // The question that this answer leads to is there at once, and next.
    await press('Tab');
    await waitUntil(() => focusedElement()?.id === 'field-answers.village');
    await type('أكليم');
    await press('Tab');
    await press('Space');
    page.find(field('household')).focus();
    await type('5');
    for (const part of ['7', '3', '1957']) {
      await press('Tab');
      await type(part);
    }
    page.find('[part="submit"]').focus();
    await press('Enter');
    await page.shown('.receipt');
    expect(await answersIn(page)).to.deep.equal({
      transport: 'bus',
      village: 'أكليم',
      themes: ['water'],
      household: 5,
      born: '1957-03-07',
    });
  });

  it('stand between the place and the person, and are told with the other issues', async () => {
    const page = await asking('fr');
    await page.fill();
    page.find(field('household')).focus();
    await type('cinq');
    page.find('#field-email').focus();
    await type('fatima');
    await press('Enter');
    await page.shown('.summary');
    expect(page.all('.summary a').map((link) => link.textContent.trim())).to.deep.equal([
      'Comment viendrez-vous\u202f? – Choisissez une réponse.',
      'Nombre de personnes du foyer – Indiquez un nombre en chiffres, comme 25.',
      page.text('#error-email'),
    ]);
    await waitUntil(() => focusedElement()?.className === 'summary');
    await press('Tab');
    await press('Enter');
    await waitUntil(() => focusedElement()?.id === 'field-answers.transport');
    await press('Space');
    await page.shown(field('village'));
    expect(page.has('#error-answers\\.transport')).to.equal(false);
    await click(page.all('.summary a')[0]!);
    await waitUntil(() => focusedElement()?.id === 'field-answers.household');
    expect(page.sent()).to.deep.equal([]);
  });

  it('come back with the draft', async () => {
    await new DraftStore('berkane ').erase();
    const first = await asking('ar', { draft: 'on' });
    first.find(field('remarks')).focus();
    await type('شكرا');
    first.form.remove();
    const second = await asking('ar', { draft: 'on' });
    expect((second.find(field('remarks')) as HTMLTextAreaElement).value).to.equal('شكرا');
    await new DraftStore('berkane ').erase();
  });

  it('are asked anew when staff changed them meanwhile, and nothing typed is lost', async () => {
    const page = await asking();
    await page.fill();
    await click(page.all('[name="answers.transport"]')[1]!);
    page.consultation.questions = [
      { ...sampleQuestions[6]!, id: 'language', type: 'short_text', required: true },
      sampleQuestions[0]!,
    ];
    page.find('[part="submit"]').focus();
    await press('Enter');
    await page.shown(field('language'));
    expect(page.text('form [role="alert"]')).to.contain('تغيرت أسئلة هذه الاستشارة');
    page.find(field('language')).focus();
    await type('الأمازيغية');
    await press('Enter');
    await page.shown('.receipt');
    expect(await answersIn(page)).to.deep.equal({ language: 'الأمازيغية', transport: 'own' });
  });

  it('are not there where none is asked', async () => {
    const page = await proposalFixture({ consultations: [sampleConsultation()] });
    expect(page.has('[id^="field-answers"]')).to.equal(false);
  });

  describe('that ask for a place', () => {
    const home = {
      ...sampleQuestions.find(({ id }) => id === 'home')!,
      required: true,
      showIf: { question: 'transport', equals: 'bus' },
    };
    const questions = [sampleQuestions[0]!, home];

    async function askingWhere(lang: 'ar' | 'fr' = 'ar', attributes = {}) {
      const consultation = sampleConsultation({ questions: [...questions] });
      const page = await proposalFixture({ lang, attributes, consultations: [consultation] });
      await page.shown(field('transport'));
      const picker = async () => {
        const shown = (await page.shown(field('home'))) as RegionPickerElement;
        await waitUntil(() => shown.hasUpdated, 'the picker is drawn');
        return shown;
      };
      const textOf = async (part: string) =>
        (await picker()).shadowRoot!.querySelector(`[part="${part}"]`)?.textContent.trim() ?? '';
      return { ...page, consultation, picker, textOf };
    }

    async function choose(picker: RegionPickerElement, letters: string) {
      await type(letters);
      await waitUntil(() => picker.shadowRoot!.querySelector('[role="option"]'), 'rows');
      await press('Enter');
    }

    it('offer the places of their levels alone, by the keyboard, once an answer leads there', async () => {
      const page = await askingWhere();
      expect(page.has('nafida-region-picker')).to.equal(false);
      await page.fill();
      page.find(field('transport')).focus();
      await press('Space');
      const picker = await page.picker();
      expect([picker.level, picker.minLevel, picker.within]).to.deep.equal([
        'commune',
        'commune',
        '02',
      ]);
      await press('Tab');
      await waitUntil(() => hasFocus(picker), 'the place is next');
      await choose(picker, 'aklim');
      await waitUntil(() => picker.value !== '', 'a commune is chosen');
      page.find('[part="submit"]').focus();
      await press('Enter');
      await page.shown('.receipt');
      expect(await answersIn(page)).to.deep.equal({ transport: 'bus', home: picker.value });
    });

    it('say beside the field and above the form what is missing, until it is chosen', async () => {
      const page = await askingWhere('fr');
      await page.fill();
      await click(page.find(field('transport')));
      const picker = await page.picker();
      page.find('[part="submit"]').focus();
      await press('Enter');
      await page.shown('.summary');
      expect(page.all('.summary a').map((link) => link.textContent.trim())).to.deep.equal([
        'Votre commune – Choisissez le lieu dans la liste.',
      ]);
      await click(page.find('.summary a'));
      await waitUntil(() => hasFocus(picker), 'the focus is on the place');
      await waitUntil(() => picker.matches(':state(user-invalid)'), 'the error stands there');
      expect(await page.textOf('error')).to.match(/^Choisissez/);
      await click(page.find('.summary a'));
      expect(hasFocus(picker)).to.equal(true);
      await choose(picker, 'aklim');
      await waitUntil(() => !page.has('.summary'), 'nothing is wrong any more');
      await waitUntil(() => !picker.matches(':state(user-invalid)'));
      expect(page.sent()).to.deep.equal([]);
    });

    it('do not let a name pass that is no place, and keep it', async () => {
      const page = await askingWhere('fr');
      await page.fill();
      await click(page.find(field('transport')));
      const picker = await page.picker();
      picker.focus();
      await choose(picker, 'aklim');
      await type('xyz');
      page.find('#field-email').focus();
      await press('Enter');
      await page.shown('.summary');
      expect(page.text('.summary a')).to.contain('Choisissez le lieu dans la liste.');
      expect(picker.shadowRoot!.querySelector('input')!.value).to.contain('xyz');
      expect(page.sent()).to.deep.equal([]);
    });

    it('say what the server found wrong, beside the field', async () => {
      const page = await askingWhere('fr');
      await page.fill();
      await click(page.find(field('transport')));
      const picker = await page.picker();
      // As where staff have narrowed it since the page was opened.
      const place = { ...home.place!, within: '01' };
      page.consultation.questions = [questions[0]!, { ...home, place }];
      picker.focus();
      await choose(picker, 'aklim');
      page.find('[part="submit"]').focus();
      await press('Enter');
      await page.shown('.summary');
      await waitUntil(() => picker.matches(':state(user-invalid)'), 'the error stands there');
      expect(await page.textOf('error')).to.equal('Choisissez le lieu dans la liste.');
    });

    it('come back with the draft', async () => {
      await new DraftStore('berkane ').erase();
      const first = await askingWhere('ar', { draft: 'on' });
      await click(first.find(field('transport')));
      const picker = await first.picker();
      picker.focus();
      await choose(picker, 'aklim');
      await waitUntil(() => picker.value !== '');
      first.form.remove();
      const second = await askingWhere('ar', { draft: 'on' });
      expect((await second.picker()).value).to.equal(picker.value);
      await new DraftStore('berkane ').erase();
    });
  });
});
