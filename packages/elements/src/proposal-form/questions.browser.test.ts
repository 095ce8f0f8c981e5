import { sampleConsultation } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { click, focusedElement, press, type } from '../testing/keyboard.js';
import type { ProposalFixture } from '../testing/proposal-fixture.js';
import { proposalFixture } from '../testing/proposal-fixture.js';
import { sampleQuestions } from '../testing/sample-questions.js';
import { waitUntil } from '../testing/wait-until.js';
import './define.js';
import { DraftStore } from './draft-store.js';

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

  it('stand between the place and the person, and are told with the other faults', async () => {
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
    await waitUntil(() => focusedElement()?.id === 'field-answers.transport');
    await press('Space');
    await page.shown(field('village'));
    expect(page.has('#error-answers\\.transport')).to.equal(false);
    await click(page.all('.summary a')[0]!);
    expect(focusedElement()!.id).to.equal('field-answers.household');
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
});
