import { createClient } from '@nafida/client';
import type { Receipt } from '@nafida/contract';
import { createFakeServer, sampleSite } from '@nafida/client/testing';
import { expect, fixture, html } from '@open-wc/testing';
import { focusedElement, press } from '../../testing/keyboard.js';
import { waitUntil } from '../../testing/wait-until.js';
import '../define.js';

/** The page of somebody's proposal, whose receipt `change` spoils on its way. */
async function pageOf(change: (receipt: Receipt) => Receipt = (receipt) => receipt) {
  const server = createFakeServer();
  const { baseUrl, site, fetch } = server;
  const client = createClient({ baseUrl, site, fetch, retry: false as const });
  const { trackingCode } = await client.proposals.create({
    consultation: 'digital-2030',
    axis: 'access-and-uses',
    title: 'فضاء رقمي للقرب',
    body: 'إحداث فضاء رقمي بكل جماعة قروية.',
    language: 'ar',
    consent: { privacyHash: sampleSite().privacy!.hash },
  });
  const element = document.createElement('nafida-proposal-status');
  element.client = {
    ...client,
    receipts: {
      ...client.receipts,
      get: async (...given) => change(await client.receipts.get(...given)),
    },
  };
  element.code = trackingCode;
  const place = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  place.append(element);
  const find = (selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
  await waitUntil(() => find('#check'), 'the receipt is drawn');
  return {
    server,
    find,
    text: (selector: string) => find(selector)!.textContent.replace(/\s+/g, ' ').trim(),
    async check() {
      find('#check')!.focus();
      await press('Enter');
      await waitUntil(() => find('.outcome'), 'it was checked');
    },
  };
}

describe('the signature of a receipt', () => {
  it('is checked with the keyboard: who signed it, and that nothing was changed', async () => {
    const page = await pageOf();
    await page.check();
    expect(page.text('.outcome')).to.contain('Signé par');
    expect(page.text('.outcome')).to.contain(sampleSite().name.fr!);
    expect(page.text('.outcome')).to.contain('sans changement');
    expect(page.find('.outcome')!.closest('[role=status]')).to.exist;
    expect(focusedElement()?.id).to.equal('check');
  });

  it('says so when the text was changed', async () => {
    const page = await pageOf((receipt) => ({
      ...receipt,
      body: { ...receipt.body, text: `${receipt.body.text} !` },
    }));
    await page.check();
    expect(page.text('.outcome')).to.match(/^Attention.*pas celui qui a été signé/);
  });

  it('says so when somebody else signed it, and when nobody did', async () => {
    const foreign = await pageOf((receipt) => ({
      ...receipt,
      signature: { ...receipt.signature!, key: 'another' },
    }));
    await foreign.check();
    expect(foreign.text('.outcome')).to.contain('pas celle de l’administration');
    const unsigned = await pageOf((receipt) => ({ ...receipt, signature: null }));
    await unsigned.check();
    expect(unsigned.text('.outcome')).to.contain(
      'avant que les accusés de réception soient signés',
    );
  });

  it('says that it could not be checked while the line is down, and can be asked again', async () => {
    const page = await pageOf();
    page.server.reachable = false;
    await page.check();
    expect(page.text('.outcome')).to.match(/n’a pas pu être vérifiée.*connexion/);
    page.server.reachable = true;
    await press('Enter');
    await waitUntil(() => page.find('.outcome.valid'), 'it was checked again');
  });

  it('stands there in groups of four, to be typed or printed', async () => {
    const page = await pageOf();
    const [key, value] = page.find('.signed')!.querySelectorAll('.proof');
    expect(key!.textContent).to.equal('fake');
    expect(value!.textContent).to.match(/^([\w-]{4} ){21}[\w-]{2}$/);
  });
});
