import { sampleSessionRegistration, sampleSession } from '@nafida/client/testing';
import type { Session } from '@nafida/contract';
import { expect } from '@open-wc/testing';
import type { RegionPickerElement } from '../../region-picker/index.js';
import type { CalendarFixture } from '../../testing/calendar-fixture.js';
import { calendarFixture, stopClock } from '../../testing/calendar-fixture.js';
import { click, focusedElement, press, type } from '../../testing/keyboard.js';
import { sampleQuestions } from '../../testing/sample-questions.js';
import '../define.js';
import { waitUntil } from '../../testing/wait-until.js';

const questions = [...sampleQuestions];
const workshop = (asked: Session['registration'] & object) =>
  sampleSession({ id: 'workshop', startDate: '2026-11-25', registration: asked });

async function formWith(lang: 'ar' | 'fr' = 'ar') {
  const session = workshop({ ...sampleSessionRegistration(5), questions });
  const page = await calendarFixture({
    lang,
    // A phone's: WebKitGTK's window is no wider, and loses clicks beside it.
    width: 420,
    sessions: [session],
    attributes: { session: 'workshop' },
  });
  await click(await page.shown('.register'));
  await page.shown('.form');
  await waitUntil(() => focusedElement()?.id === 'form-title');
  return { ...page, session, sent: () => sentAnswers(page) };
}

async function sentAnswers({ server }: CalendarFixture) {
  const creates = server.requests.filter(({ url }) => url.endsWith('/registrations'));
  const bodies = await Promise.all(
    creates.map(async (request) => (await request.clone().json()) as { answers?: unknown }),
  );
  return bodies.map(({ answers }) => answers);
}

// WebKitGTK does not match `:focus-within` on a host inside a host.
const hasFocus = ({ shadowRoot }: HTMLElement) => shadowRoot!.contains(focusedElement());

const field = (id: string) => `#field-answers\\.${id}`;

describe('questions of a session', () => {
  stopClock();

  it('are answered with the keyboard alone, each in its own way', async () => {
    const page = await formWith();
    await press('Tab');
    await type('فاطمة الزهراء');
    await press('Tab');
    await press('Tab');
    await type('0612345678');
    await press('Tab');
    await press('Space');
    // The question that this answer leads to is there at once, and next.
    await press('Tab');
    await waitUntil(() => focusedElement()?.id === 'field-answers.village');
    await type('أكليم');
    await press('Tab');
    await press('Space');
    await press('Tab');
    await press('Tab');
    await press('Space');
    await press('Tab');
    await type('5');
    for (const part of ['7', '3', '1957']) {
      await press('Tab');
      await type(part);
    }
    await press('Tab');
    await press('Space');
    await press('Tab');
    await type('شكرا');
    await press('Tab');
    const picker = page.find(field('home')) as RegionPickerElement;
    await waitUntil(() => hasFocus(picker), 'the place is next');
    await type('aklim');
    await waitUntil(() => picker.shadowRoot!.querySelector('[role="option"]'), 'rows');
    await press('Enter');
    while (focusedElement()?.id !== 'field-consent') await press('Tab');
    await press('Space');
    await press('Enter');
    await page.shown('.result.confirmed');
    expect(await page.sent()).to.deep.equal([
      {
        transport: 'bus',
        village: 'أكليم',
        themes: ['water', 'school'],
        household: 5,
        born: '1957-03-07',
        member: true,
        remarks: 'شكرا',
        home: picker.value,
      },
    ]);
  });

  it('are all told at once when they are not answered, and lead to the first', async () => {
    const page = await formWith('fr');
    page.find('#field-name').focus();
    await type('Fatima');
    page.find('#field-email').focus();
    await type('fatima@exemple.ma');
    page.find(field('household')).focus();
    await type('cinq');
    await click(page.find('.form [type="submit"]'));
    await page.shown('.summary');
    expect(page.all('.summary a').map((link) => link.textContent.trim())).to.deep.equal([
      'Comment viendrez-vous\u202f? – Choisissez une réponse.',
      'Nombre de personnes du foyer – Indiquez un nombre en chiffres, comme 25.',
      'L’inscription demande votre accord sur le traitement des données.',
    ]);
    await waitUntil(() => focusedElement()?.className === 'summary');
    await press('Tab');
    await press('Enter');
    await waitUntil(() => focusedElement()?.id === 'field-answers.transport');
    const group = page.find('[role="radiogroup"]');
    expect(group.getAttribute('aria-describedby')).to.equal(
      'hint-answers.transport error-answers.transport',
    );
    await press('Space');
    await page.shown(field('village'));
    expect(page.has('#error-answers\\.transport')).to.equal(false);
    await click(page.all('.summary a')[0]!);
    await waitUntil(() => focusedElement()?.id === 'field-answers.household');
    expect((focusedElement() as HTMLInputElement).value).to.equal('cinq');
    expect(await page.sent()).to.deep.equal([]);
  });

  it('that ask for a place tell of a name that was typed and not chosen', async () => {
    const page = await formWith('fr');
    const picker = page.find(field('home')) as RegionPickerElement;
    await waitUntil(() => picker.hasUpdated, 'the picker is drawn');
    picker.focus();
    await type('xyz');
    await click(page.find('.form [type="submit"]'));
    await page.shown('.summary');
    expect(page.text('.summary')).to.contain('Votre commune – Choisissez le lieu dans la liste.');
    await waitUntil(() => picker.matches(':state(user-invalid)'), 'the error stands there too');
  });

  it('are drawn alike, whatever the calendar around them calls its own parts', async () => {
    const page = await formWith();
    const sizes = page.all('.date-part').map((part) => getComputedStyle(part).fontSize);
    expect(new Set(sizes).size).to.equal(1);
  });

  it('keep to themselves what is not asked any more', async () => {
    const page = await formWith();
    page.find('#field-name').focus();
    await type('محمد');
    page.find('#field-phone').focus();
    await type('0612345678');
    page.find(field('transport')).focus();
    await press('Space');
    (await page.shown(field('village'))).focus();
    await type('أكليم');
    await click(page.all('[name="answers.transport"]')[1]!);
    await page.gone(field('village'));
    page.find('#field-consent').focus();
    await press('Space');
    await press('Enter');
    await page.shown('.result.confirmed');
    expect(await page.sent()).to.deep.equal([{ transport: 'own' }]);
  });

  it('are asked anew when staff changed them meanwhile, and nothing typed is lost', async () => {
    const page = await formWith();
    page.find('#field-name').focus();
    await type('محمد');
    page.find('#field-phone').focus();
    await type('0612345678');
    await click(page.all('[name="answers.transport"]')[1]!);
    page.find('#field-consent').focus();
    await press('Space');
    page.session.registration!.questions = [
      { ...questions[6]!, id: 'language', type: 'short_text', required: true },
      questions[0]!,
    ];
    await press('Enter');
    await page.shown(field('language'));
    expect(page.text('.form [role="alert"]')).to.contain('تغيرت أسئلة هذا اللقاء');
    page.find(field('language')).focus();
    await type('الأمازيغية');
    await press('Enter');
    await page.shown('.result.confirmed');
    expect((await page.sent()).at(-1)).to.deep.equal({ language: 'الأمازيغية', transport: 'own' });
  });

  it('that another session asks begin without the answers given here', async () => {
    const other = sampleSession({
      id: 'other',
      startDate: '2026-11-26',
      registration: { ...sampleSessionRegistration(5), questions },
    });
    const page = await calendarFixture({
      sessions: [workshop({ ...sampleSessionRegistration(5), questions }), other],
      attributes: { session: 'workshop' },
    });
    await click(await page.shown('.register'));
    (await page.shown(field('household'))).focus();
    await type('5');
    page.find('#field-name').focus();
    await type('محمد');
    page.calendar.session = 'other';
    await click(await page.shown('.register'));
    await page.shown('.form');
    expect((page.find('#field-name') as HTMLInputElement).value).to.equal('محمد');
    expect((page.find(field('household')) as HTMLInputElement).value).to.equal('');
  });
});
