import { expect } from '@open-wc/testing';
import { click } from '../testing/keyboard.js';
import { publishedFixture, serverWith } from '../testing/published-fixture.js';
import { waitUntil } from '../testing/wait-until.js';
import './define.js';
import '../proposal-list/define.js';

const proposals = [
  {
    title: 'حافلة مدرسية لتلاميذ الدواوير',
    body: 'سطر أول\n<b>سطر ثان</b> من النص',
    answer: 'سيتم اقتناء حافلة.',
  },
  { title: 'Un guichet numérique mobile', language: 'fr' },
] as const;

describe('a published proposal', () => {
  afterEach(() => localStorage.clear());

  it('stands there with the answer of the authority, as text', async () => {
    const held = await serverWith(proposals);
    const [reference = ''] = held.references;
    const page = await publishedFixture('nafida-proposal', held, { reference });
    await page.shown('.proposal');
    expect(page.text('.title')).to.equal(proposals[0].title);
    expect(page.find('.proposal > .text').textContent).to.equal(proposals[0].body);
    expect(page.text('.answer')).to.include('سيتم اقتناء حافلة.');
    expect(page.text('[part="reference"]')).to.equal(reference);
    expect(page.text('#indicative')).to.include('ليس تصويتا ولا عريضة');
  });

  it('offers what came with it to download, in words, and draws none of it', async () => {
    const held = await serverWith([
      { title: 'Un pont sur la rivière', documents: ['Le plan <b>du pont</b>', ''] },
    ]);
    const [reference = ''] = held.references;
    const page = await publishedFixture('nafida-proposal', held, { reference }, { lang: 'fr' });
    await page.shown('.attachments li');
    const texts = page.all('.attachments li').map((item) => item.textContent.replace(/\s+/g, ' '));
    expect(texts.map((text) => text.trim())).to.deep.equal([
      'Le plan <b>du pont</b> document PDF 1,5 Mo',
      'Document 2 document PDF 1,5 Mo',
    ]);
    const link = page.find('.attachments a') as HTMLAnchorElement;
    const { status, headers } = await held.server.fetch(link.href);
    expect(status).to.equal(200);
    expect(headers.get('Content-Disposition')).to.match(/^attachment;/);
    expect(page.has('img, embed, object, iframe')).to.equal(false);
    await expect(page.element).to.be.accessible();
  });

  it('is supported once, by a secret that stays on the device and is in no address, and the support is taken back', async () => {
    const held = await serverWith(proposals);
    const [, reference = ''] = held.references;
    const page = await publishedFixture('nafida-proposal', held, { reference }, { lang: 'fr' });
    await page.shown('.count');
    expect(page.text('.count')).to.equal('Aucun soutien');
    await click(page.find('[part="submit"]'));
    await waitUntil(() => page.text('.count') === '1 soutien');
    expect(page.text('.said')).to.equal('Merci, votre soutien est compté.');
    expect(page.text('[part="submit"]')).to.equal('Retirer mon soutien');
    const sent = held.server.requests.find(({ url }) => url.endsWith('/support'))!;
    const secret = sent.headers.get('Authorization')!.replace('Bearer ', '');
    expect(secret).to.match(/^[\w-]{32}$/);
    for (const { url } of held.server.requests) expect(url).not.to.include(secret);

    page.element.remove();
    const later = await publishedFixture('nafida-proposal', held, { reference }, { lang: 'fr' });
    await later.shown('.count');
    await waitUntil(() => later.text('[part="submit"]') === 'Retirer mon soutien');
    await click(later.find('[part="submit"]'));
    await waitUntil(() => later.text('.count') === 'Aucun soutien');
  });

  it('is never said to be without support by the device that supports it, however old the answer is', async () => {
    const held = await serverWith(proposals);
    const [, reference = ''] = held.references;
    const old = await held.client.proposals.get(reference);
    const page = await publishedFixture('nafida-proposal', held, { reference }, { lang: 'fr' });
    await page.shown('.count');
    await click(page.find('[part="submit"]'));
    await waitUntil(() => page.text('.count') === '1 soutien');
    page.element.remove();

    // As in another tab, with what its browser kept of the proposal from before.
    const other = await publishedFixture('nafida-proposal', held, { reference }, { lang: 'fr' });
    other.element.proposal = old;
    await other.shown('.count');
    expect(other.text('.count')).to.equal('1 soutien');
    const { server } = held;
    const reads = server.requests.filter(({ url }) => url.endsWith(`/proposals/${reference}`));
    expect(reads.at(-1)!.cache, 'is asked for anew').to.equal('no-cache');
    const list = await publishedFixture('nafida-proposal-list', held, {}, { lang: 'fr' });
    await list.shown('.count');
    expect(list.all('.count').map(({ textContent }) => textContent)).to.include('1 soutien');
  });

  it('says when the support could not be counted, and counts it the next time', async () => {
    const held = await serverWith(proposals);
    const [reference = ''] = held.references;
    const page = await publishedFixture('nafida-proposal', held, { reference });
    await page.shown('.count');
    held.server.reachable = false;
    await click(page.find('[part="submit"]'));
    await page.shown('.said .error');
    expect(page.text('.said')).to.include('تعذر تسجيل تأييدكم');
    held.server.reachable = true;
    await click(page.find('[part="submit"]'));
    await waitUntil(() => page.text('.count') === 'تأييد واحد');
  });

  it('is said to be missing where there is none, and read again where the line was gone', async () => {
    const held = await serverWith(proposals);
    const missing = await publishedFixture('nafida-proposal', held, { reference: 'nothing' });
    await missing.shown('[part="error"]');
    expect(missing.text('[part="error"]')).to.include('لا يوجد مقترح');
    held.server.reachable = false;
    const [reference = ''] = held.references;
    const page = await publishedFixture('nafida-proposal', held, { reference });
    await page.shown('.failure');
    held.server.reachable = true;
    await click(page.find('[part="retry"]'));
    await page.shown('.proposal');
  });
});
