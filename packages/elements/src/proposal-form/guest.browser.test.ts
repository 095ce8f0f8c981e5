import type { Consultation } from '@nafida/contract';
import { sampleConsultation, sampleSite } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { click, focusedElement, press, type } from '../testing/keyboard.js';
import { proposalFixture, words } from '../testing/proposal-fixture.js';
import type { RegionPickerElement } from '../region-picker/index.js';
import './define.js';
import { waitUntil } from '../testing/wait-until.js';

const { policy } = sampleConsultation();
const digital = (changes: Partial<Consultation> = {}) =>
  sampleConsultation({ id: 'digital', ...changes });
const water = (changes: Partial<Consultation> = {}) =>
  sampleConsultation({
    id: 'water',
    title: { ar: 'الماء', fr: 'L’eau' },
    axes: [{ id: 'saving', title: { ar: 'الاقتصاد في الماء' }, description: null, examples: [] }],
    ...changes,
  });
const asking = sampleConsultation({ policy: { ...policy, territoryLevel: 'commune' } });

describe('the proposal form on a page that is not ours', () => {
  it('inside a form of the page sends by itself, and adds nothing to that form', async () => {
    const page = await proposalFixture();
    const host = document.createElement('form');
    host.innerHTML = '<input name="q" value="1"><button>Search</button>';
    page.page.append(host);
    let submits = 0;
    host.addEventListener('submit', (event) => {
      event.preventDefault();
      submits += 1;
    });
    host.append(page.form);
    await page.shown('form');
    await page.fill();
    expect([...new FormData(host)]).to.deep.equal([['q', '1']]);
    page.input('title').focus();
    await press('Enter');
    await page.shown('.receipt');
    await click(page.find('.again button'));
    expect(submits).to.equal(0);
    expect(page.sent().length).to.equal(1);
  });

  it('keeps what is typed from the short cuts of the page', async () => {
    const page = await proposalFixture({ consultations: [asking] });
    const heard: string[] = [];
    const listen = ({ type: name, key }: KeyboardEvent) => heard.push(`${name} ${key}`);
    const names = ['keydown', 'keypress', 'keyup'] as const;
    for (const name of names) document.addEventListener(name, listen);
    for (const field of ['title', 'body']) {
      page.input(field).focus();
      await type('s/');
      await press('ArrowLeft');
    }
    page.input('axis').focus();
    await press('ArrowDown');
    page.input('territory').focus();
    await type('s');
    for (const name of names) document.removeEventListener(name, listen);
    expect(heard).to.deep.equal([]);
  });

  it('moves about in the page without losing what was typed', async () => {
    const page = await proposalFixture();
    await page.fill();
    const elsewhere = document.createElement('div');
    page.page.append(elsewhere);
    elsewhere.append(page.form);
    await page.form.updateComplete;
    expect(page.input('title').value).to.equal(words.title);
    await click(page.find('[part="submit"]'));
    await page.shown('.receipt');
  });
});

describe('what the form says instead of asking', () => {
  it('is that the site has no notice on personal data; the developer is told too', async () => {
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (...args: unknown[]) => warned.push(args.join(' '));
    const page = await proposalFixture({ site: sampleSite({ privacy: null }) });
    // The developer can wait for what comes beside the form.
    await waitUntil(() => warned.join().includes('no privacy record'));
    console.warn = warn;
    expect(page.text('[part="notice"]')).to.match(/حماية المعطيات ذات الطابع الشخصي/);
    expect(page.has('[part="submit"]')).to.equal(false);
    expect(page.has('slot')).to.equal(true);
  });

  it('is when the consultation opens, or that it has closed', async () => {
    const closed = await proposalFixture({
      lang: 'fr',
      consultations: [water({ closesAt: '2022-11-30T18:00:00+01:00' })],
    });
    expect(closed.text('[part="notice"]')).to.equal(
      'Les propositions ont été reçues jusqu’au mercredi 30 novembre 2022.',
    );
    expect(closed.text('[part="heading"]')).to.equal('L’eau');
    closed.form.remove();
    const upcoming = await proposalFixture({
      consultations: [water({ opensAt: '2031-01-15T09:00:00+01:00' })],
    });
    expect(upcoming.text('[part="notice"]')).to.match(
      /يبدأ تلقي المقترحات يوم الأربعاء 15 يناير 2031/,
    );
  });

  it('is that nothing is open', async () => {
    const page = await proposalFixture({ consultations: [] });
    expect(page.text('[part="notice"]')).to.equal('لا توجد استشارة مفتوحة في الوقت الحالي.');
  });
});

describe('what the form asks', () => {
  it('is which consultation, where several are open, and then what that one asks', async () => {
    const page = await proposalFixture({ consultations: [digital(), water()] });
    expect(page.has('#field-title')).to.equal(false);
    expect(page.all('[name="consultation"]').length).to.equal(2);
    page.input('consultation').focus();
    await press('Space');
    await page.shown('#field-title');
    expect(page.all('[name="axis"]').length).to.equal(2);
    await press('ArrowDown');
    await waitUntil(() => page.all('[name="axis"]').length === 0);
    page.input('title').focus();
    await type(words.title);
    page.input('body').focus();
    await type(words.body);
    page.input('consent').focus();
    await press('Space');
    await click(page.find('[part="submit"]'));
    await page.shown('.receipt');
    const { consultation, axis } = (await page.sent()[0]!.json()) as Record<string, string>;
    expect([consultation, axis]).to.deep.equal(['water', 'saving']);
  });

  it('leaves out what the page has settled', async () => {
    const page = await proposalFixture({
      consultations: [asking],
      attributes: { axis: 'digital-services', territory: '02.113.01.01' },
    });
    expect(page.has('[name="axis"]')).to.equal(false);
    const picker = page.find('nafida-region-picker') as RegionPickerElement;
    expect([picker.readOnly, picker.value]).to.deep.equal([true, '02.113.01.01']);
  });

  it('is filled in with the place chosen in a picker of the page, also before the form came', async () => {
    const page = await proposalFixture({
      consultations: [asking],
      attributes: { 'place-picker': 'place' },
    });
    const picker = document.createElement('nafida-region-picker');
    picker.id = 'place';
    page.page.append(picker);
    await picker.updateComplete;
    const input = picker.shadowRoot!.querySelector('input')!;
    input.focus();
    await type('ahfir');
    await waitUntil(() => picker.shadowRoot!.querySelector('[role="option"]'), 'rows');
    await press('Enter');
    const own = () => page.find('nafida-region-picker') as RegionPickerElement;
    await waitUntil(() => own().value === '02.113.01.01');
    page.form.remove();

    const later = document.createElement('nafida-proposal-form');
    Object.assign(later, { draft: 'off', client: page.client, placePicker: 'place' });
    page.page.append(later);
    await waitUntil(
      () => later.shadowRoot!.querySelector('nafida-region-picker')?.value === '02.113.01.01',
      'filled in',
    );
  });

  it('asks for a place of the list when one was typed and not chosen', async () => {
    const page = await proposalFixture({ consultations: [asking] });
    await page.fill();
    page.input('territory').focus();
    await type('qqqq');
    // With the keyboard: leaving the field shows its error, which moves what a mouse would aim at.
    page.find('[part="submit"]').focus();
    await press('Enter');
    await page.shown('.summary');
    expect(page.text('.summary')).to.contain('المرجو اختيار المكان من اللائحة.');
    await waitUntil(() => focusedElement()?.className === 'summary');
    await press('Tab');
    await press('Enter');
    await waitUntil(() => focusedElement()?.getAttribute('role') === 'combobox');
    expect(page.sent().length).to.equal(0);
  });
});
