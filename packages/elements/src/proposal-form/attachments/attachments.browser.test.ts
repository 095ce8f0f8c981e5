import { NetworkError } from '@nafida/client';
import { sampleConsultation } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { click, focusedElement, press, type } from '../../testing/keyboard.js';
import { proposalFixture, type ProposalFixture } from '../../testing/proposal-fixture.js';
import { sampleQuestions } from '../../testing/sample-questions.js';
import { waitUntil } from '../../testing/wait-until.js';
import '../define.js';
import { shrinkPhoto } from './shrink-photo.js';

const { policy } = sampleConsultation();
const withFiles = {
  consultations: [
    sampleConsultation({ policy: { ...policy, attachments: { count: 2, bytes: 400_000 } } }),
  ],
};

/** A picture as a telephone makes it. */
async function photo(name: string, width = 3000, height = 1500, mediaType = 'image/jpeg') {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  const sky = context.createLinearGradient(0, 0, width, height);
  sky.addColorStop(0, '#0b6b4f');
  sky.addColorStop(1, '#ffffff');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mediaType));
  return new File([blob!], name, { type: mediaType });
}

const pdf = (name: string, bytes = 1000) =>
  new File(['%PDF-1.4 ', new Uint8Array(bytes)], name, { type: 'application/pdf' });

/** Chooses files, as the browser's own dialogue does. */
const choose = (page: ProposalFixture, ...files: File[]) =>
  chooseIn(page, '#add-attachments', ...files);

async function chooseIn(page: ProposalFixture, selector: string, ...files: File[]) {
  const input = (await page.shown(selector)) as HTMLInputElement;
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const listed = (page: ProposalFixture) =>
  page.all('.files .name > bdi').map(({ textContent }) => textContent);

/** Chooses one more file that is taken. */
async function add(page: ProposalFixture, file: File) {
  const before = listed(page).length;
  await choose(page, file);
  await waitUntil(() => listed(page).length === before + 1);
}

/** A form in which a document is chosen. */
async function withDocument(attributes = {}) {
  const page = await proposalFixture({ ...withFiles, attributes });
  await add(page, pdf('a.pdf'));
  return page;
}

/** The files of the one proposal that the server holds. */
const received = async (page: ProposalFixture) => (await submitted(page))?.attachments ?? [];

/** The one proposal that the server holds, as staff see it. */
async function submitted({ server, client }: ProposalFixture) {
  const { createClient } = await import('@nafida/client');
  const staff = createClient({
    ...client.service,
    fetch: server.fetch,
    staffToken: server.staffToken,
  });
  const [submission] = (await staff.moderation.list().page()).items;
  return submission;
}

describe('photos and documents in the form', () => {
  afterEach(() => localStorage.clear());

  it('are not asked for where the consultation takes none', async () => {
    const page = await proposalFixture();
    await page.fill();
    expect(page.has('.files')).to.equal(false);
  });

  it('go with the proposal: small, described, and in their order', async () => {
    const page = await proposalFixture(withFiles);
    await add(page, await photo('IMG_2041.jpg'));
    await add(page, pdf('plan.pdf'));
    expect(listed(page)).to.deep.equal(['IMG_2041.jpg', 'plan.pdf']);
    expect(page.has('#add-attachments'), 'two are the most').to.equal(false);
    page.find('.files li input').focus();
    await type('الطريق إلى الدوار');
    await page.fill();
    await expect(page.form).to.be.accessible();
    await click(page.find('[part="submit"]'));
    await page.shown('.receipt');
    const [first, second] = await received(page);
    expect(first?.mediaType).to.equal('image/jpeg');
    expect(first?.description?.text).to.equal('الطريق إلى الدوار');
    expect([second?.mediaType, second?.description]).to.deep.equal(['application/pdf', null]);
    const bodies = await Promise.all(page.server.requests.map((request) => request.clone().text()));
    expect(bodies.some((body) => body.includes('IMG_2041'))).to.equal(false);
  });

  it('are prepared where the page is not secure too, which has no randomUUID', async () => {
    const page = await proposalFixture({ ...withFiles });
    const { randomUUID } = Crypto.prototype;
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
    try {
      await add(page, pdf('a.pdf'));
      expect(listed(page)).to.deep.equal(['a.pdf']);
    } finally {
      Crypto.prototype.randomUUID = randomUUID;
    }
  });

  it('are turned away in words, beside the field, when they do not fit', async () => {
    const page = await proposalFixture({ ...withFiles, lang: 'fr' });
    await choose(page, new File(['GIF89a'], 'chat.gif'), pdf('gros.pdf', 500_000));
    await waitUntil(() => page.errors().length === 2);
    expect(page.errors()[0]).to.match(/^chat\.gif – Ce type de fichier n’est pas accepté/);
    expect(page.errors()[1]).to.match(/^gros\.pdf – Ce fichier est trop lourd.*400 ko\.$/);
    await choose(page, pdf('a.pdf'), pdf('b.pdf'), pdf('c.pdf'));
    await waitUntil(() => page.errors().length === 1);
    expect(page.errors()[0]).to.include('c.pdf');
    expect(listed(page)).to.deep.equal(['a.pdf', 'b.pdf']);
    await expect(page.form).to.be.accessible();
  });

  it('are removed with the keyboard, and the next can be added from there', async () => {
    const page = await withDocument();
    const remove = page.find('.files li button');
    expect(remove.getAttribute('aria-label')).to.equal('حذف a.pdf');
    remove.focus();
    await press('Enter');
    await waitUntil(() => listed(page).length === 0);
    await waitUntil(() => focusedElement() === page.find('#add-attachments'));
    await waitUntil(() => page.text('[role="status"]') === 'تم حذف الملف.');
  });

  it('stay with the draft on this device, and go when it is erased', async () => {
    const attributes = { draft: 'on' };
    const first = await withDocument(attributes);
    first.input('title').focus();
    await type('عنوان كاف');
    first.form.remove();
    const second = await proposalFixture({ ...withFiles, attributes });
    await waitUntil(() => listed(second).length === 1);
    await click(second.find('[part="draft"] button'));
    await waitUntil(() => listed(second).length === 0);
    second.form.remove();
    const third = await proposalFixture({ ...withFiles, attributes });
    await third.shown('#add-attachments');
    await third.fill();
    expect(listed(third)).to.deep.equal([]);
    await click(third.find('[part="draft"] button'));
  });

  it('are not sent twice when the answer to the proposal was lost', async () => {
    const page = await withDocument();
    await page.fill();
    const { create } = page.client.proposals;
    let isBroken = true;
    Object.assign(page.client.proposals, {
      create: async (...request: Parameters<typeof create>) => {
        const receipt = await create(...request);
        if (!isBroken) return receipt;
        isBroken = false;
        const idempotencyKey = request[1]?.idempotencyKey;
        throw new NetworkError({ maybeSent: true, idempotencyKey }, new TypeError('Lost.'));
      },
    });
    await click(page.find('[part="submit"]'));
    await page.shown('.outbox');
    await click(page.find('.outbox .button'));
    await page.shown('.receipt');
    expect((await page.stored()).length).to.equal(1);
    const parts = page.server.requests.filter(({ method }) => method === 'PUT');
    expect(parts.length).to.equal(1);
  });

  it('wait with the proposal for a connection, and go out before it, once', async () => {
    const page = await withDocument();
    await page.fill();
    page.server.reachable = false;
    await click(page.find('[part="submit"]'));
    const waiting = await page.shown('.outbox');
    expect(waiting.textContent).to.include('تغطية الدواوير');
    expect(page.has('.files li')).to.equal(false);
    page.server.reachable = true;
    await click(page.find('.outbox .button'));
    await page.shown('.receipt');
    expect((await received(page)).map(({ mediaType }) => mediaType)).to.deep.equal([
      'application/pdf',
    ]);
    expect((await page.stored()).length).to.equal(1);
  });

  it('come back into the form with what waited, to be changed', async () => {
    const page = await withDocument();
    await page.fill();
    page.server.reachable = false;
    await click(page.find('[part="submit"]'));
    await page.shown('.outbox');
    await click(page.all('.outbox .button').find(({ textContent }) => /تعديل/.test(textContent))!);
    await waitUntil(() => listed(page).length === 1);
    expect(page.has('.outbox')).to.equal(false);
  });

  it('say beside the file that the server does not take it', async () => {
    const page = await withDocument();
    await page.fill();
    const { append } = page.client.attachments;
    Object.assign(page.client.attachments, {
      append: (token: string, offset: number, bytes: Uint8Array<ArrayBuffer>) =>
        // Other bytes than were announced, twice: it cannot be the line.
        append(
          token,
          offset,
          bytes.map((byte) => byte ^ 1),
        ),
    });
    await click(page.find('[part="submit"]'));
    await page.shown('.files li .error');
    expect(page.text('.files li .error')).to.match(/تعذرت قراءة هذا الملف/);
    await waitUntil(() => focusedElement() === page.find('#field-attachments'));
    expect(await page.stored()).to.deep.equal([]);
  });
});

describe('a photo', () => {
  it('is made small enough for a line that is not', async () => {
    const large = await photo('a.jpg', 4000, 2000);
    const small = await shrinkPhoto(large);
    expect(small.type).to.equal('image/jpeg');
    const { width, height } = await createImageBitmap(small);
    expect([width, height]).to.deep.equal([2048, 1024]);
  });
  it('of letters and lines stays as it is while it is small', async () => {
    const drawing = await photo('a.png', 100, 100, 'image/png');
    expect(await shrinkPhoto(drawing)).to.equal(drawing);
  });
  it('that cannot be read says so', async () => {
    let failed = false;
    await shrinkPhoto(new Blob(['no picture'], { type: 'image/png' })).catch(() => (failed = true));
    expect(failed).to.equal(true);
  });
});

describe('a question answered by files', () => {
  const seen = {
    ...sampleQuestions.find(({ id }) => id === 'member')!,
    label: { ar: 'هل رأيتم ذلك؟', fr: 'L’avez-vous vu\u202f?' },
  };
  const photoOf = {
    ...seen,
    id: 'photo',
    type: 'file' as const,
    label: { ar: 'صورة له', fr: 'Une photo qui le montre' },
    required: true,
    files: { count: 1, bytes: 400_000 },
    showIf: { question: 'member', equals: true },
  };
  const add = '#add-answers\\.photo';
  const group = '#field-answers\\.photo';

  async function asking(lang: 'ar' | 'fr' = 'ar', attributes = {}) {
    const consultation = sampleConsultation({ questions: [seen, photoOf] });
    const page = await proposalFixture({ lang, attributes, consultations: [consultation] });
    const sayYes = async () => {
      (await page.shown('#field-answers\\.member')).focus();
      await press('Space');
      await page.shown(add);
    };
    return { ...page, sayYes };
  }

  it('is asked for where an answer leads there, and gets the file with its question', async () => {
    const page = await asking();
    await page.fill();
    expect(page.has('.files')).to.equal(false);
    await page.sayYes();
    await press('Tab');
    await waitUntil(() => focusedElement() === page.find(add), 'the keyboard reaches the button');
    await chooseIn(page, add, await photo('IMG_2041.jpg'));
    await waitUntil(() => listed(page).length === 1);
    expect(page.has(add), 'one is the most').to.equal(false);
    await expect(page.form).to.be.accessible();
    page.find('[part="submit"]').focus();
    await press('Enter');
    await page.shown('.receipt');
    expect(page.text('.receipt .sent-files')).to.match(/^ورد ملف واحد صورة/);
    const { answers, answerFiles, attachments } = (await submitted(page))!;
    expect(answers).to.deep.equal({ member: true });
    expect(answerFiles.map(({ question, mediaType }) => [question, mediaType])).to.deep.equal([
      ['photo', 'image/jpeg'],
    ]);
    expect(attachments).to.deep.equal([]);
  });

  it('says beside it and above the form that it is missing, until it is there', async () => {
    const page = await asking('fr');
    await page.fill();
    await page.sayYes();
    page.find('[part="submit"]').focus();
    await press('Enter');
    await page.shown('.summary');
    expect(page.text('.summary a')).to.equal(
      'Une photo qui le montre – Ajoutez une photo ou un document.',
    );
    await click(page.find('.summary a'));
    await waitUntil(() => focusedElement() === page.find(group), 'the focus is there');
    expect(page.find(group).getAttribute('aria-describedby')).to.contain('error-answers.photo');
    expect(page.errors()).to.deep.equal(['Ajoutez une photo ou un document.']);
    await chooseIn(page, add, pdf('plan.pdf'));
    await waitUntil(() => !page.has('.summary'), 'nothing is missing any more');
    expect(page.errors()).to.deep.equal([]);
    expect(page.sent()).to.deep.equal([]);
  });

  it('turns away what does not fit, in words', async () => {
    const page = await asking('fr');
    await page.sayYes();
    await chooseIn(page, add, pdf('gros.pdf', 500_000), new File(['GIF89a'], 'chat.gif'));
    await waitUntil(() => page.errors().length === 2);
    expect(page.errors()[0]).to.match(/^gros\.pdf – Ce fichier est trop lourd.*400 ko\.$/);
    expect(listed(page)).to.deep.equal([]);
  });

  it('keeps to itself what is not asked any more', async () => {
    const page = await asking();
    await page.fill();
    await page.sayYes();
    await chooseIn(page, add, pdf('plan.pdf'));
    await waitUntil(() => listed(page).length === 1);
    await click(page.all('[name="answers.member"]')[1]!);
    await waitUntil(() => !page.has('.files'), 'it is not asked');
    await click(page.find('[part="submit"]'));
    await page.shown('.receipt');
    const { answers, answerFiles } = (await submitted(page))!;
    expect([answers, answerFiles]).to.deep.equal([{ member: false }, []]);
    expect(page.server.requests.some(({ url }) => url.includes('/attachments'))).to.equal(false);
  });

  it('stays with the draft', async () => {
    const first = await asking('ar', { draft: 'on' });
    await first.sayYes();
    await chooseIn(first, add, pdf('plan.pdf'));
    await waitUntil(() => listed(first).length === 1);
    first.form.remove();
    const second = await asking('ar', { draft: 'on' });
    await second.shown(group);
    await waitUntil(() => listed(second).length === 1);
    await click(second.find('[part="draft"] button'));
    await waitUntil(() => !second.has(group));
  });
});
