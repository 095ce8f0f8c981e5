import { sampleConsultation, sampleSite } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { click, focusedElement, press, type } from '../testing/keyboard.js';
import { proposalFixture, words } from '../testing/proposal-fixture.js';
import './define.js';
import { waitUntil } from '../testing/wait-until.js';

const { policy } = sampleConsultation();
const askingCommune = sampleConsultation({ policy: { ...policy, territoryLevel: 'commune' } });

const languages = {
  ar: { received: 'توصلنا بمقترحكم', commune: 'أحفير' },
  fr: { received: 'Votre proposition est bien reçue', commune: 'ahfir' },
} as const;

describe('sending a proposal', () => {
  for (const [lang, { received, commune }] of Object.entries(languages)) {
    it(`works with the keyboard alone (${lang})`, async () => {
      const page = await proposalFixture({
        lang: lang as keyof typeof languages,
        consultations: [askingCommune],
      });
      // The field for the place comes after the rest of the form.
      await customElements.whenDefined('nafida-region-picker');
      page.input('axis').focus();
      await press('Space');
      await press('Tab');
      await type(words.title);
      await press('Tab');
      await type(words.body);
      await press('Tab');
      await type(commune);
      const picker = page.find('nafida-region-picker') as HTMLElement & { value: string };
      await waitUntil(() => picker.shadowRoot!.querySelector('[role="option"]'), 'rows');
      await press('Enter');
      expect(picker.value).to.equal('02.113.01.01');
      await press('Tab');
      await type('فاطمة');
      await press('Tab');
      await press('Space');
      await press('Tab');
      await type('fatima@example.ma');
      await press('Tab');
      await type('٠٦١٢٣٤٥٦٧٨');
      await press('Tab');
      await press('Space');
      await press('Tab');
      await press('Enter');
      await page.shown('.receipt');
      expect(page.text('#receipt-title')).to.equal(received);
      await waitUntil(() => focusedElement()?.id === 'receipt-title');
      const body: unknown = await page.sent()[0]!.json();
      expect(body).to.deep.equal({
        consultation: 'digital-2030',
        axis: 'access-and-uses',
        territory: { code: '02.113.01.01', vintage: 2024 },
        title: words.title,
        body: words.body,
        language: lang,
        author: {
          name: 'فاطمة',
          nameVisible: true,
          email: 'fatima@example.ma',
          phone: '0612345678',
        },
        consent: { privacyHash: '5e'.repeat(32) },
      });
      expect(await page.stored()).to.deep.equal([page.text('.reference')]);
    });
  }

  it('is not sent by what fills in every field it finds; a person is shown which one, and loses nothing', async () => {
    const page = await proposalFixture({ lang: 'fr' });
    await page.fill();
    const honeypot = page.input('website');
    expect([honeypot.tabIndex, honeypot.closest('[aria-hidden="true"]') !== null]).to.deep.equal([
      -1,
      true,
    ]);
    expect(honeypot.parentElement!.getBoundingClientRect().width).to.be.lessThan(2);
    honeypot.value = 'https://example.org';
    honeypot.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await click(page.find('[part="submit"]'));
    await waitUntil(() => focusedElement()?.id === 'field-website');
    expect(page.errors()).to.deep.equal([page.text('#error-website')]);
    expect(honeypot.closest('[aria-hidden]')).to.equal(null);
    expect(page.sent()).to.deep.equal([]);
    expect(page.input('title').value).to.equal(words.title);
    honeypot.select();
    await press('Delete');
    await click(page.find('[part="submit"]'));
    await page.shown('.receipt');
    expect(page.sent().length).to.equal(1);
  });

  it('shows reference, code, what was sent and what comes next, and offers another', async () => {
    const page = await proposalFixture();
    const told: unknown[] = [];
    page.page.addEventListener('nafida-proposal-success', ({ detail }) => told.push(detail));
    await page.fill();
    await click(page.find('[part="submit"]'));
    await page.shown('.receipt');
    expect(page.text('[part="tracking-code"]')).to.match(/^\w{4}-\w{4}-\w{4}$/);
    expect(page.text('[part="signature"]')).to.match(/^([\w-]{4} ){21}[\w-]{2}$/);
    const code = await page.shown('[part="qr"]');
    expect(code.getAttribute('aria-label')).to.contain(page.text('[part="tracking-code"]'));
    expect(page.text('.sent-title')).to.equal(words.title);
    expect(page.text('.sent-body')).to.equal(words.body);
    expect(page.all('ol li').length).to.equal(3);
    expect(told.length).to.equal(1);
    expect(JSON.stringify(told)).not.to.contain(page.text('[part="tracking-code"]'));
    await click(page.find('.again button'));
    await page.shown('form');
    expect(page.input('title').value).to.equal('');
    expect(page.input('consent').checked).to.equal(false);
  });

  it('is one request when Enter is pressed twice, and the button too', async () => {
    const page = await proposalFixture();
    await page.fill();
    page.input('title').focus();
    await press('Enter');
    await press('Enter');
    if (page.has('[part="submit"]')) page.find('[part="submit"]').click();
    await page.shown('.receipt');
    expect(page.sent().length).to.equal(1);
  });

  it('holds what is being sent still', async () => {
    let answer: (() => void) | undefined;
    const page = await proposalFixture();
    await page.fill();
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const { create } = page.client.proposals;
    (page.client.proposals as { create: typeof create }).create = async (...args) => {
      await gate;
      return create(...args);
    };
    page.find('[part="submit"]').focus();
    await press('Enter');
    await page.form.updateComplete;
    expect(page.find('[part="submit"]').getAttribute('aria-disabled')).to.equal('true');
    expect(focusedElement()).to.equal(page.find('[part="submit"]'));
    page.input('title').focus();
    await type('x');
    page.input('consent').focus();
    await press('Space');
    await page.form.updateComplete;
    expect(page.input('title').value).to.equal(words.title);
    expect(page.input('consent').checked).to.equal(true);
    answer!();
    await page.shown('.receipt');
    expect(page.text('.sent-title')).to.equal(words.title);
  });

  it('does not happen when the page prevents it, and the page sees what would be sent', async () => {
    const page = await proposalFixture();
    const seen: unknown[] = [];
    page.page.addEventListener('nafida-proposal-submit', (event) => {
      seen.push(event.detail.title);
      event.preventDefault();
    });
    await page.fill();
    await click(page.find('[part="submit"]'));
    await page.form.updateComplete;
    expect(seen).to.deep.equal([words.title]);
    expect(page.sent().length).to.equal(0);
    expect(page.input('title').value).to.equal(words.title);
  });
});

describe('what a proposal asks of its author', () => {
  for (const sendsMail of [true, false]) {
    it(`promises a message only where one is sent (${sendsMail})`, async () => {
      const site = sampleSite({ sendsMail });
      const page = await proposalFixture({ lang: 'fr', site, attributes: { layout: 'page' } });
      for (const hint of ['#hint-email', '#hint-phone']) {
        const told = page.text(hint);
        expect(told.includes('vous dire'), told).to.equal(sendsMail);
        expect(told.includes('n’envoie pas de message'), told).to.equal(!sendsMail);
      }
    });
  }
});

describe('what is wrong with a proposal', () => {
  it('is said in a summary, which is gone to, and beside each field', async () => {
    const page = await proposalFixture({ consultations: [askingCommune] });
    await click(page.find('[part="submit"]'));
    await page.shown('.summary');
    expect(page.all('.summary a').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'المرجو اختيار المحور الذي يندرج فيه المقترح.',
      'المرجو كتابة العنوان.',
      'المرجو كتابة نص المقترح.',
      'المرجو اختيار المكان من اللائحة.',
      'إرسال المقترح يتطلب الموافقة على معالجة المعطيات.',
    ]);
    await waitUntil(() => focusedElement()?.className === 'summary');
    expect(page.sent().length).to.equal(0);
    await click(page.all('.summary a')[2]!);
    await waitUntil(() => focusedElement()?.id === 'field-body');
    expect(location.hash).to.equal('');
    expect(page.input('title').getAttribute('aria-invalid')).to.equal('true');
    expect(page.input('title').getAttribute('aria-describedby')).to.contain('error-title');
  });

  it('stays until it is mended', async () => {
    const page = await proposalFixture({ lang: 'fr' });
    page.input('axis').focus();
    await press('Space');
    page.input('consent').focus();
    await press('Space');
    await click(page.find('[part="submit"]'));
    await waitUntil(() => page.errors().length === 2);
    page.input('title').focus();
    await type('Bref');
    await page.form.updateComplete;
    expect(page.errors()[0]).to.equal(
      'Le titre est trop court\u00a0: 8 caractères au moins.'.replace(/\s+/g, ' '),
    );
    await type(' mais clair');
    await page.form.updateComplete;
    expect(page.errors()).to.deep.equal(['Écrivez votre proposition.']);
    expect(page.input('title').hasAttribute('aria-invalid')).to.equal(false);
  });

  it('keeps its words in the language of the page when that changes, and all that was typed', async () => {
    const page = await proposalFixture({ lang: 'fr' });
    page.input('title').focus();
    await type('Wifi');
    await click(page.find('[part="submit"]'));
    await page.shown('.summary');
    page.page.lang = 'ar';
    await waitUntil(() => page.text('[part="submit"]') === 'إرسال المقترح', 'Arabic');
    expect(page.find('.root').dir).to.equal('rtl');
    expect(page.input('title').value).to.equal('Wifi');
    expect(page.errors()).to.contain('العنوان قصير جدا: المطلوب 8 أحرف على الأقل.');
  });
});

describe('a server that cannot be reached', () => {
  it('while the form is loading offers another try and what the page offers instead', async () => {
    const page = await proposalFixture({ prepare: (server) => (server.reachable = false) });
    expect(page.text('.failure .error')).to.match(/تعذر تحميل الاستمارة/);
    expect(page.has('slot')).to.equal(true);
    page.server.reachable = true;
    await click(page.find('[part="retry"]'));
    await page.shown('form');
  });
});
