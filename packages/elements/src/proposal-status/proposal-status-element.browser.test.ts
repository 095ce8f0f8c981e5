import { createClient } from '@nafida/client';
import { createFakeServer, sampleSite } from '@nafida/client/testing';
import { expect, fixture, html } from '@open-wc/testing';
import { click, emulateMedia, focusedElement, press, type } from '../testing/keyboard.js';
import './define.js';
import { waitUntil } from '../testing/wait-until.js';

interface Page {
  readonly lang?: 'ar' | 'fr' | 'en';
  /** Around the element. */
  readonly before?: (element: HTMLElement, trackingCode: string) => void;
}

async function pageWith({ lang = 'ar', before }: Page = {}) {
  const server = createFakeServer({ now: () => Date.parse('2026-07-15T09:30:00Z') });
  const { baseUrl, site, fetch, staffToken } = server;
  const client = createClient({ baseUrl, site, fetch, staffToken, retry: false });
  const receipt = await client.proposals.create({
    consultation: 'digital-2030',
    axis: 'access-and-uses',
    title: 'فضاء رقمي للقرب',
    body: 'إحداث فضاء رقمي بكل جماعة قروية.\nمع تكوين الشباب.',
    language: 'ar',
    consent: { privacyHash: sampleSite().privacy!.hash },
  });
  const place = await fixture<HTMLElement>(
    html`<div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}></div>`,
  );
  const element = document.createElement('nafida-proposal-status');
  element.client = client;
  before?.(element, receipt.trackingCode!);
  if (!element.isConnected) place.append(element);
  const find = (selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
  const shown = async (selector: string) => {
    await waitUntil(() => find(selector), `"${selector}" is drawn`);
    return find(selector)!;
  };
  await shown('.form, .status');
  return {
    ...{ server, client, element, place, find, shown, code: receipt.trackingCode!, receipt },
    text: (selector: string) => find(selector)!.textContent.replace(/\s+/g, ' ').trim(),
    async look(code = receipt.trackingCode!) {
      await click(find('#field-code')!);
      await type(code);
      await press('Enter');
    },
  };
}

describe('following a proposal', () => {
  it('shows with the keyboard alone what became of it', async () => {
    const page = await pageWith();
    const [button] = [await fixture<HTMLButtonElement>(html`<button>Menu</button>`)];
    page.place.prepend(button);
    button.focus();
    await press('Tab');
    expect(focusedElement()!.id).to.equal('field-code');
    await type(page.code);
    await press('Tab');
    await press('Enter');
    await page.shown('.status');
    await waitUntil(() => focusedElement()?.id === 'title');
    expect(page.text('.state')).to.equal('في انتظار القراءة تقرأ الإدارة المقترح قبل نشره.');
    expect(page.text('[part=reference]')).to.equal(page.receipt.reference);
    expect(page.text('.status')).to.contain('الأربعاء 15 يوليوز 2026 على الساعة 10:30');
    expect(page.find('.sent-body')!.textContent).to.equal(page.receipt.body.text);
  });

  it('says why it was not published, with the words of staff', async () => {
    const page = await pageWith({ lang: 'fr' });
    await page.client.moderation.decide(page.receipt.reference, {
      decision: 'refuse',
      reason: 'personal_data',
      words: { text: 'المرجو حذف رقم الهاتف.', language: 'ar' },
    });
    await page.look();
    await page.shown('.status');
    expect(page.find('.state')!.getAttribute('part')).to.equal('state refused');
    expect(page.text('.state')).to.equal(
      'Non publiée L’administration n’a pas publié la proposition. ' +
        'Le texte contient des données à caractère personnel. ' +
        'Message de l’administration المرجو حذف رقم الهاتف.',
    );
    expect(page.find('.words')!.lang).to.equal('ar');
    expect(getComputedStyle(page.find('.words')!).direction).to.equal('rtl');
  });

  it('says what to do about a code that is missing or wrong, and keeps it', async () => {
    const page = await pageWith();
    await click(page.find('[type=submit]')!);
    await page.shown('.error');
    expect(page.text('.error')).to.equal('المرجو كتابة رمز التتبع.');
    await waitUntil(() => focusedElement()?.id === 'field-code');
    await type('K7QF-2M9D-XT4P');
    await press('Enter');
    await waitUntil(
      () => page.text('.error') === 'لا يوجد مقترح بهذا الرمز. المرجو التحقق منه حرفا حرفا.',
    );
    const input = page.find('#field-code') as HTMLInputElement;
    expect(input.value).to.equal('K7QF-2M9D-XT4P');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(input.getAttribute('aria-describedby')).to.equal('hint-code error-code');
  });

  it('keeps the code while the line is bad, tells the page, and works once it is back', async () => {
    const page = await pageWith({ lang: 'en' });
    const told: string[] = [];
    page.place.addEventListener('nafida-error', ({ detail }) => told.push(detail.during));
    page.server.reachable = false;
    await page.look();
    await page.shown('.error');
    expect(page.text('.error')).to.contain('connection');
    expect(told).to.deep.equal(['proposal-status']);
    page.server.reachable = true;
    await click(page.find('[type=submit]')!);
    await page.shown('.status');
  });

  it('asks once however often the button is pressed', async () => {
    const page = await pageWith();
    const { length } = page.server.requests;
    await click(page.find('#field-code')!);
    await type(page.code);
    const button = page.find('[type=submit]')!;
    for (let press = 0; press < 3; press += 1) button.click();
    await page.shown('.status');
    expect(page.server.requests.length).to.equal(length + 1);
  });

  it('forgets what it showed when another proposal is asked for', async () => {
    const page = await pageWith();
    await page.look();
    await click(await page.shown('.another'));
    const input = (await page.shown('#field-code')) as HTMLInputElement;
    expect(input.value).to.equal('');
    await waitUntil(() => focusedElement() === input);
    expect(page.element.shadowRoot!.textContent).to.not.contain(page.receipt.reference);
  });

  it('looks up the code that the page gives it, set before or after it stands there', async () => {
    const early = await pageWith({
      before: (element, code) => element.setAttribute('code', code),
    });
    await early.shown('.status');
    const late = await pageWith();
    late.element.code = late.code;
    await late.shown('.status');
    expect(focusedElement()?.id).to.not.equal('title');
  });

  it('shows what staff decided meanwhile when someone comes back to the page', async () => {
    const page = await pageWith({ lang: 'fr' });
    await page.look();
    await page.shown('.state');
    await page.client.moderation.decide(page.receipt.reference, { decision: 'publish' });
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => page.text('.state-name') === 'Publiée, en attente de réponse');
  });
});

describe('on a page of others', () => {
  it('sends nothing of itself with the form around it, and no keys to its short cuts', async () => {
    const keys: string[] = [];
    let submits = 0;
    const page = await pageWith({
      before(element) {
        const form = document.createElement('form');
        form.lang = 'ar';
        form.addEventListener('submit', (event) => {
          event.preventDefault();
          submits += 1;
        });
        form.addEventListener('keydown', ({ key }) => keys.push(key));
        form.append(element);
        document.body.append(form);
      },
    });
    await page.look('abc');
    await page.shown('.error');
    const form = page.element.closest('form')!;
    expect([...new FormData(form).keys()]).to.deep.equal([]);
    expect(submits).to.equal(0);
    expect(keys).to.deep.equal([]);
    form.remove();
  });

  for (const lang of ['ar', 'fr', 'en'] as const) {
    it(`is accessible in ${lang}: asking, wrong code, answer`, async () => {
      const page = await pageWith({ lang });
      await expect(page.element).to.be.accessible();
      await click(page.find('[type=submit]')!);
      await page.shown('.error');
      await expect(page.element).to.be.accessible();
      await page.look();
      await page.shown('.status');
      await expect(page.element).to.be.accessible();
    });
  }

  it('fits a narrow screen, and keeps its edges in forced colours', async () => {
    const page = await pageWith({ lang: 'fr' });
    // A window of WebKitGTK does not get this narrow.
    page.place.style.inlineSize = '320px';
    const width = () => page.find('.root')!.scrollWidth;
    expect(width()).to.be.at.most(320);
    expect(parseFloat(getComputedStyle(page.find('#field-code')!).fontSize)).to.be.at.least(16);
    await page.look();
    await page.shown('.status');
    expect(width()).to.be.at.most(320);
    if (!(await emulateMedia({ 'forced-colors': 'active' }))) return;
    expect(getComputedStyle(page.find('.state')!).borderInlineStartStyle).to.equal('solid');
  });
});
