import { sampleConsultation } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { createStore, get } from 'idb-keyval';
import { click, type } from '../../testing/keyboard.js';
import { proposalFixture, words } from '../../testing/proposal-fixture.js';
import { DraftStore } from './draft-store.js';
import '../define.js';
import { waitUntil } from '../../testing/wait-until.js';

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

describe('a page that is loaded anew in the middle of a word', () => {
  const name = 'draft-page ';
  const frame = document.createElement('iframe');
  const held = () => Object.keys(localStorage).filter((key) => key.startsWith('nafida-draft'));
  const field = (id: string) =>
    frame.contentDocument
      ?.querySelector('nafida-proposal-form')
      ?.shadowRoot?.querySelector<HTMLInputElement>(`#field-${id}`);
  const loaded = () => waitUntil(() => field('title'), 'the form is drawn');
  const reload = async () => {
    const left = frame.contentDocument;
    frame.contentWindow!.location.reload();
    await waitUntil(
      () => frame.contentDocument !== left && field('title'),
      'the form is drawn anew',
    );
  };

  beforeEach(() => new DraftStore(name).erase());
  after(async () => {
    frame.remove();
    await new DraftStore(name).erase();
  });

  it('has all that was typed, and keeps it in one place only', async () => {
    frame.src = new URL('../../../src/testing/draft-page.html', import.meta.url).href;
    Object.assign(frame.style, { border: '0', inlineSize: '700px' });
    document.body.append(frame);
    for (const text of ['Une passerelle', ' sur l’oued', ' pour les élèves']) {
      await loaded();
      await click(field('title')!);
      // Engines differ in where they put the caret.
      field('title')!.setSelectionRange(150, 150);
      await type(text);
      const typed = field('title')!.value;
      expect(typed.slice(-text.length)).to.equal(text);
      await reload();
      expect(field('title')!.value).to.equal(typed);
    }
    expect(field('title')!.value).to.equal('Une passerelle sur l’oued pour les élèves');
    await waitUntil(() => held().length === 0, 'the database has it');
  });

  it('has it on a page whose old script library writes lists its own way', async () => {
    await loaded();
    const { prototype } = (frame.contentWindow as Window & typeof globalThis).Array;
    // As Prototype 1.6 does: a list becomes a text that holds a list.
    Object.assign(prototype, {
      toJSON(this: unknown[]) {
        return `[${this.join()}]`;
      },
    });
    field('title')!.value = 'Une passerelle';
    field('title')!.dispatchEvent(new InputEvent('input'));
    frame.contentWindow!.dispatchEvent(new PageTransitionEvent('pagehide'));
    const [key] = held();
    const { content } = JSON.parse(localStorage.getItem(key!)!) as { content: object };
    expect(content).to.deep.include({ title: 'Une passerelle', answers: [] });
    await reload();
    expect(field('title')!.value).to.equal('Une passerelle');
  });

  it('has nothing of it once it is erased', async () => {
    await loaded();
    field('body')!.value = 'Un texte';
    field('body')!.dispatchEvent(new InputEvent('input'));
    // Goes at once, with the last words not in the database yet.
    frame.contentWindow!.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(held()).to.have.length(1);
    const form = frame.contentDocument!.querySelector('nafida-proposal-form')!;
    await form.updateComplete;
    form.shadowRoot!.querySelector<HTMLElement>('[part="draft"] button')!.click();
    await waitUntil(() => field('body')!.value === '');
    expect(held()).to.have.length(0);
    await reload();
    expect(field('title')!.value).to.equal('');
    expect(held()).to.have.length(0);
  });
});
