import { sampleConsultation } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { createStore, get } from 'idb-keyval';
import { click, type } from '../testing/keyboard.js';
import { proposalFixture, words } from '../testing/proposal-fixture.js';
import { DraftStore } from './draft-store.js';
import './define.js';
import { waitUntil } from '../testing/wait-until.js';

const name = 'berkane ';
const kept = () => get<unknown>(name, createStore('nafida', 'drafts'));
const keeping = { attributes: { draft: 'on' } };

/** What was typed is on the device. */
const written = async (text: string) => {
  let found = '';
  await waitUntil(async () => (found = JSON.stringify(await kept()) ?? '').includes(text));
  return found;
};

describe('the draft of a proposal', () => {
  beforeEach(() => new DraftStore(name).erase());
  after(() => new DraftStore(name).erase());

  it('comes back on the next visit, says so, and is never a consent', async () => {
    const first = await proposalFixture(keeping);
    await first.fill();
    expect(await written(words.body)).not.to.contain('onsent');
    first.form.remove();

    const second = await proposalFixture(keeping);
    expect(second.text('[part="notice"]')).to.match(/مسودة محفوظة/);
    expect(second.input('title').value).to.equal(words.title);
    expect(second.input('body').value).to.equal(words.body);
    expect(second.input('axis').checked).to.equal(true);
    expect(second.input('consent').checked).to.equal(false);
  });

  it('is written when the form leaves the page in the middle of a word', async () => {
    const first = await proposalFixture(keeping);
    first.input('title').focus();
    await type('تغط');
    first.form.remove();
    const second = await proposalFixture(keeping);
    expect(second.input('title').value).to.equal('تغط');
  });

  it('is gone from the device once the proposal is sent', async () => {
    const page = await proposalFixture(keeping);
    await page.fill();
    await written(words.body);
    await click(page.find('[part="submit"]'));
    await page.shown('.receipt');
    await waitUntil(async () => (await kept()) === undefined);
    page.form.remove();
    const second = await proposalFixture(keeping);
    expect(second.has('[part="notice"]')).to.equal(false);
    expect(second.input('title').value).to.equal('');
  });

  it('is erased by its button, with everything that stood in the form', async () => {
    const page = await proposalFixture(keeping);
    await page.fill();
    await written(words.body);
    await click(page.find('[part="draft"] button'));
    await page.form.updateComplete;
    expect(page.input('title').value).to.equal('');
    expect(page.input('axis').checked).to.equal(false);
    await waitUntil(async () => (await kept()) === undefined);
    await waitUntil(() => page.text('[role="status"]') === 'تم مسح المسودة.');
  });

  it('is not kept where the page says so', async () => {
    const page = await proposalFixture();
    await page.fill();
    page.form.remove();
    expect(await kept()).to.equal(undefined);
    expect(page.has('[part="draft"]')).to.equal(false);
  });

  it('that cannot be read is passed over', async () => {
    const { set } = await import('idb-keyval');
    for (const rubbish of ['text', 7, null, { content: 'x' }, { content: { title: 3 } }]) {
      await set(name, rubbish, createStore('nafida', 'drafts'));
      const page = await proposalFixture({
        ...keeping,
        consultations: [sampleConsultation()],
      });
      expect(page.input('title').value).to.equal('');
      page.form.remove();
    }
  });
});
