import { createClient } from '@nafida/client';
import { createStaffClient } from '@nafida/client/staff.js';
import { createFakeServer, sampleSite } from '@nafida/client/testing';
import { expect, fixture, html } from '@open-wc/testing';
import { click, focusedElement, press, type } from '../../testing/keyboard.js';
import { waitUntil } from '../../testing/wait-until.js';
import '../define.js';

async function pageOf(lang: 'ar' | 'fr' = 'fr') {
  const server = createFakeServer();
  const { baseUrl, site, fetch, staffToken } = server;
  const options = { baseUrl, site, fetch, staffToken, retry: false as const };
  const client = createClient(options);
  const { reference, trackingCode } = await client.proposals.create({
    consultation: 'digital-2030',
    axis: 'access-and-uses',
    title: 'فضاء رقمي للقرب',
    body: 'إحداث فضاء رقمي بكل جماعة قروية.',
    language: 'ar',
    author: { name: 'Leïla', email: 'leila@example.org' },
    consent: { privacyHash: sampleSite().privacy!.hash },
  });
  const place = await fixture<HTMLElement>(
    html`<div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}></div>`,
  );
  const element = document.createElement('nafida-proposal-status');
  element.client = client;
  const find = (selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
  const shown = async (selector: string) => {
    await waitUntil(() => find(selector), `"${selector}" is drawn`);
    return find(selector)!;
  };
  return {
    ...{ server, client, staff: createStaffClient(options), reference, element, find, shown },
    code: trackingCode!,
    text: (selector: string) => find(selector)!.textContent.replace(/\s+/g, ' ').trim(),
    publish: () => client.moderation.decide(reference, { decision: 'publish' }),
    async open() {
      element.code = trackingCode;
      place.append(element);
      await shown('.manage');
    },
  };
}

describe('the author of a proposal', () => {
  it('reads the official answer in the language of the page, with its day', async () => {
    const page = await pageOf();
    await page.publish();
    const text = { ar: 'تمت البرمجة.', fr: 'Les travaux sont programmés.' };
    await page.staff.proposals.answer(page.reference, { status: 'accepted', text });
    await page.open();
    expect(page.text('[part=answer] .words')).to.equal('Les travaux sont programmés.');
    expect(page.text('[part=answer] .hint')).to.match(/^Le .*20\d\d$/);
    expect(page.find('.state')!.getAttribute('part')).to.equal('state accepted');
  });

  it('replies to a question with the keyboard, and reads the reply there', async () => {
    const page = await pageOf();
    await page.staff.proposals.ask(page.reference, { text: 'Quel douar ?', language: 'fr' });
    await page.open();
    expect(page.text('[part=question] .words')).to.equal('Quel douar ?');
    await click(page.find('.reply-form [type=submit]')!);
    await waitUntil(() => focusedElement()?.id === 'field-reply', 'an empty reply is asked for');
    expect(page.text('#error-reply')).to.equal('Écrivez votre réponse.');
    await type('Timoulilt');
    await press('Tab');
    await press('Enter');
    await waitUntil(() => !page.find('.reply-form'));
    expect(page.text('.said')).to.equal('L’administration a reçu votre réponse.');
    expect(page.text('[part=question]')).to.contain('Timoulilt');
    const { questions } = await page.staff.proposals.get(page.reference);
    expect(questions[0]!.reply).to.deep.equal({ text: 'Timoulilt', language: 'fr' });
  });

  it('finds what staff ask right under the state, and what was answered after the rest of the news', async () => {
    const page = await pageOf();
    await page.publish();
    await page.staff.proposals.answer(page.reference, { status: 'accepted', text: { fr: 'Oui.' } });
    await page.staff.proposals.ask(page.reference, { text: 'Quel douar ?', language: 'fr' });
    await page.open();
    const parts = ['.state', '[part=question]', '[part=answer]', '[part=reference]', '.sent-title'];
    const topOf = (selector: string) => page.find(selector)!.getBoundingClientRect().top;
    const order = () => parts.toSorted((one, other) => topOf(one) - topOf(other));
    expect(order()).to.deep.equal(parts);
    expect(page.find('.state')!.nextElementSibling).to.equal(page.find('[part=question]'));
    page.find('#field-reply')!.focus();
    await type('Timoulilt');
    await press('Tab');
    await press('Enter');
    await waitUntil(() => !page.find('.reply-form'), 'the reply has arrived');
    expect(order().slice(0, 3)).to.deep.equal(['.state', '[part=answer]', '[part=question]']);
  });

  it('keeps what was typed when the line is down, and says so', async () => {
    const page = await pageOf();
    await page.staff.proposals.ask(page.reference, { text: 'Quel douar ?', language: 'fr' });
    await page.open();
    await click(page.find('#field-reply')!);
    await type('Timoulilt');
    page.server.reachable = false;
    await click(page.find('.reply-form [type=submit]')!);
    await page.shown('#error-reply');
    expect(page.text('#error-reply')).to.contain('connexion');
    expect((page.find('#field-reply') as HTMLTextAreaElement).value).to.equal('Timoulilt');
  });

  it('withdraws after a second question, and can think again', async () => {
    const page = await pageOf('ar');
    await page.publish();
    await page.open();
    await click(page.find('#withdraw')!);
    await waitUntil(() => focusedElement()?.id === 'withdraw-question');
    await click(page.find('.confirming .secondary')!);
    await waitUntil(() => focusedElement()?.id === 'withdraw');
    expect((await page.client.proposals.get(page.reference)).status).to.equal('not_answered');
    await click(page.find('#withdraw')!);
    await click(await page.shown('[part=confirm]'));
    await waitUntil(() => page.find('.state')!.getAttribute('part') === 'state withdrawn');
    await waitUntil(() => focusedElement()?.id === 'title');
    expect(page.find('#withdraw')).to.equal(null);
    const gone = await page.client.proposals.get(page.reference, { fresh: true }).then(
      () => '',
      (error: { code?: string }) => error.code,
    );
    expect(gone).to.equal('proposal_withdrawn');
  });

  it('takes a copy of everything that is stored', async () => {
    const page = await pageOf();
    await page.open();
    const saved: { name: string; text: Promise<string> }[] = [];
    const handleClick = (event: Event) => {
      const link = event.target as HTMLAnchorElement;
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      saved.push({ name: link.download, text: fetch(link.href).then((file) => file.text()) });
    };
    const { click: pressLink } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      document.body.append(this);
      this.addEventListener('click', handleClick, { once: true });
      pressLink.call(this);
      this.remove();
    };
    try {
      await click(page.find('[part=own-data]')!);
      await waitUntil(() => saved.length === 1);
    } finally {
      HTMLAnchorElement.prototype.click = pressLink;
    }
    expect(saved[0]!.name).to.equal(`${page.reference}.json`);
    const data = JSON.parse(await saved[0]!.text) as { author: { email: string } };
    expect(data.author.email).to.equal('leila@example.org');
  });

  it('leaves nothing for the next person at the computer', async () => {
    const page = await pageOf();
    await page.staff.proposals.ask(page.reference, { text: 'Quel douar ?', language: 'fr' });
    await page.open();
    await click(page.find('#field-reply')!);
    await type('secret');
    await click(page.find('[part=another]')!);
    await page.shown('#field-code');
    expect(page.element.shadowRoot!.textContent).not.to.contain('douar');
    await click(page.find('#field-code')!);
    await type(page.code);
    await press('Enter');
    await page.shown('#field-reply');
    expect((page.find('#field-reply') as HTMLTextAreaElement).value).to.equal('');
  });
});
