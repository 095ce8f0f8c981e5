import { createOutbox } from '@nafida/client/outbox';
import { isOutboxInUse } from '@nafida/client/outbox/presence';
import { sampleConsultation } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { click, focusedElement, press } from '../../testing/keyboard.js';
import type { ProposalFixture } from '../../testing/proposal-fixture.js';
import { proposalFixture, words } from '../../testing/proposal-fixture.js';
import { DraftStore } from '../content/draft-store.js';
import '../define.js';
import { waitUntil } from '../../testing/wait-until.js';

// Each test has an address of its own: the outboxes of those before it live on in the page.
let tests = 0;
let baseUrl = '';
/** A form that keeps on the device, with a draft of its own. */
const deviceFixture = (options: Parameters<typeof proposalFixture>[0] = {}) =>
  proposalFixture({
    baseUrl,
    consultations: [sampleConsultation({ id: 'outbox' })],
    ...options,
    attributes: { draft: 'on', consultation: 'outbox', ...options.attributes },
  });

const button = (page: ProposalFixture, text: string | RegExp) => {
  const found = page.all('button').find(({ textContent }) => textContent.trim().match(text));
  if (!found) throw new Error(`No button says "${text}".`);
  return found;
};

const until = (isSo: () => boolean | Promise<boolean>, what: string) => waitUntil(isSo, what);

/** Fills in, and presses send without a connection. */
async function sendInVain(page: ProposalFixture) {
  await page.fill();
  page.server.reachable = false;
  page.input('title').focus();
  await press('Enter');
  await page.shown('.outbox');
  await until(() => !page.has('form'), 'the form has gone');
}

describe('a proposal sent without a connection', () => {
  beforeEach(async () => {
    tests += 1;
    baseUrl = `https://form-outbox-${tests}.test`;
    await new DraftStore('berkane outbox').erase();
  });

  for (const [lang, kept, going] of [
    ['ar', /محفوظ على هذا الجهاز/, /سيُرسل تلقائيا/],
    ['fr', /gardée sur cet appareil/, /partira d’elle-même/],
  ] as const) {
    it(`is kept, which is said where the focus goes, and goes by itself (${lang})`, async () => {
      const page = await deviceFixture({ lang });
      const told: unknown[] = [];
      page.page.addEventListener('nafida-error', ({ detail }) => told.push(detail.during));
      await sendInVain(page);
      expect(page.text('.outbox')).to.match(kept).and.to.match(going);
      expect(page.text('.outbox')).to.contain(words.title);
      expect(page.has('form')).to.equal(false);
      expect(told).to.deep.equal(['proposal']);
      await until(() => focusedElement()?.id === 'outbox-0', 'the focus is there');
      page.server.reachable = true;
      window.dispatchEvent(new Event('online'));
      await page.shown('.receipt');
      expect(await page.stored()).to.deep.equal([page.text('.reference')]);
      await until(async () => !(await isOutboxInUse(page.client)), 'the device is empty');
    });
  }

  it('is there after a reload, goes with the next page, and the receipt comes there', async () => {
    const first = await deviceFixture();
    await sendInVain(first);
    first.form.remove();
    const second = await deviceFixture({ server: first.server });
    await second.shown('.outbox');
    second.form.remove();
    first.server.reachable = true;
    const third = await deviceFixture({ server: first.server });
    await third.shown('.receipt');
    expect(third.text('[part="tracking-code"]')).to.match(/^\w{4}-\w{4}-\w{4}$/);
    expect(third.text('.sent-body')).to.equal(words.body);
    expect(await third.stored()).to.deep.equal([third.text('.reference')]);
    await until(async () => !(await isOutboxInUse(third.client)), 'the device is empty');
    await click(third.find('.again button'));
    await third.shown('form');
    expect(third.has('.outbox')).to.equal(false);
  });

  it('arrives once when only the answer was lost', async () => {
    const page = await deviceFixture();
    await page.fill();
    const { create } = page.client.proposals;
    let isLost = false;
    (page.client.proposals as { create: typeof create }).create = (...args) => {
      if (!isLost) page.server.failNext('lost_answer');
      isLost = true;
      return create(...args);
    };
    await click(page.find('[part="submit"]'));
    await page.shown('.outbox');
    expect(page.text('.outbox')).to.match(/لن يُحتسب مرتين/);
    // Changed, it would be a second proposal.
    expect(page.all('.outbox button').map((each) => each.textContent.trim())).not.to.contain(
      'تعديل المقترح',
    );
    await click(button(page, /الإرسال الآن/));
    await page.shown('.receipt');
    expect(await page.stored()).to.deep.equal([page.text('.reference')]);
  });

  it('is tried at the press of a button, which says when there is still no connection', async () => {
    const page = await deviceFixture({ lang: 'fr' });
    await sendInVain(page);
    const said = page.find('.outbox [role="status"]');
    const sentences: string[] = [];
    new MutationObserver(() => sentences.push(said.textContent)).observe(said, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await click(button(page, /Envoyer maintenant/));
    await until(() => said.textContent.includes('n’est pas revenue'), 'it is said');
    expect(said.textContent).to.contain('rechargez la page');
    expect(said.getBoundingClientRect().height, 'to be seen').to.be.greaterThan(16);
    await click(button(page, /Envoyer maintenant/));
    await until(() => sentences.length > 2, 'each press is answered');
    expect(sentences.slice(0, 3)).to.deep.equal([sentences[0], '', sentences[0]]);
    expect(page.text('.outbox')).to.match(/gardée sur cet appareil/);
    page.server.reachable = true;
    await click(button(page, /Envoyer maintenant/));
    await page.shown('.receipt');
    await until(() => focusedElement()?.id === 'receipt-title', 'the focus is there');
  });

  it('is erased from the device by its button, and the form is there again', async () => {
    const page = await deviceFixture();
    await sendInVain(page);
    await click(button(page, /مسح المقترح من هذا الجهاز/));
    await page.shown('form');
    expect(page.input('title').value).to.equal('');
    expect(await isOutboxInUse(page.client)).to.equal(false);
    expect(page.has('.outbox')).to.equal(false);
  });

  it('can be changed as long as nothing of it has left', async () => {
    const page = await deviceFixture();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    await sendInVain(page);
    Reflect.deleteProperty(navigator, 'onLine');
    await click(button(page, /تعديل المقترح/));
    await page.shown('form');
    expect(page.input('title').value).to.equal(words.title);
    expect(page.input('consent').checked).to.equal(false);
    await until(() => !page.has('.outbox'), 'nothing waits');
    expect(await isOutboxInUse(page.client)).to.equal(false);
  });

  it('does not take the place of one that is being written', async () => {
    const page = await deviceFixture();
    await sendInVain(page);
    await click(button(page, /كتابة مقترح آخر/));
    await page.shown('form');
    page.input('title').focus();
    await press('a');
    page.server.reachable = true;
    window.dispatchEvent(new Event('online'));
    await page.shown('.waiting.sent');
    expect(page.has('form')).to.equal(true);
    await click(button(page, /عرض وصل الإيداع/));
    await page.shown('.receipt');
    expect(await page.stored()).to.deep.equal([page.text('.reference')]);
    await until(async () => !(await isOutboxInUse(page.client)), 'the device is empty');
  });

  it('that the server refuses later is kept with the reason, and can be mended', async () => {
    const page = await deviceFixture({ lang: 'fr' });
    await sendInVain(page);
    const outbox = createOutbox(page.client);
    const [item] = await outbox.list();
    if (item?.state !== 'waiting') throw new Error('It does not wait.');
    await outbox.remove(item.id);
    const consent = { privacyHash: '0'.repeat(64) };
    await outbox.keep({ ...item.input, consent }, { idempotencyKey: item.id });
    page.server.reachable = true;
    await outbox.flush();
    await page.shown('.waiting.refused');
    expect(page.text('.waiting')).to.match(/La notice sur les données a changé/);
    await click(button(page, /Reprendre la proposition/));
    await page.shown('form');
    await until(() => focusedElement()?.id === 'field-title', 'it can be read again');
    expect(page.input('title').value).to.equal(words.title);
    page.input('consent').focus();
    await press('Space');
    await click(page.find('[part="submit"]'));
    await page.shown('.receipt');
    expect(await page.stored()).to.deep.equal([page.text('.reference')]);
    outbox.close();
  });

  it('stays in the open page where the page wants nothing on the device, and says so', async () => {
    const page = await deviceFixture({ lang: 'fr', attributes: { draft: 'off' } });
    await sendInVain(page);
    expect(page.text('.outbox')).to.match(/Laissez la page ouverte/);
    await click(button(page, /Envoyer maintenant/));
    await until(() => page.text('.outbox .said').includes('n’est pas revenue'), 'it is said');
    expect(page.text('.outbox .said')).not.to.contain('rechargez');
    expect(await isOutboxInUse(page.client)).to.equal(false);
    page.server.reachable = true;
    window.dispatchEvent(new Event('online'));
    await page.shown('.receipt');
    expect(await page.stored()).to.deep.equal([page.text('.reference')]);
  });
});
