import { createClient } from '@nafida/client';
import type { FakeServer, SimulatedError } from '@nafida/client/testing';
import { createFakeServer, sampleConsultation, sampleSite } from '@nafida/client/testing';
import type {
  Consultation,
  FieldIssue,
  Locale,
  ProposalInput,
  Receipt,
  Site,
} from '@nafida/contract';
import { idempotencyKeyHeader } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Draft, Drafts } from '../content/draft.js';
import { FormController } from './form-controller.js';
import { pressSend } from './press-send.js';
import type { Unsent } from '../submit/proposal-submission.js';
import { ProposalSubmission } from '../submit/proposal-submission.js';
import { ProposalSender } from '../sending/proposal-sender.js';
import type { ProposalContent } from '../content/proposal-content.js';
import type { FormSubject } from '../terms/proposal-terms.js';

const typed: Partial<ProposalContent> = {
  axis: 'access-and-uses',
  title: 'تغطية الدواوير بالأنترنت',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
  consent: true,
};

/** A device's storage; what is in it outlives the pages. */
class Device implements Drafts {
  readonly name: string;
  kept: Draft | undefined;
  #pending: Draft | undefined;

  constructor(name = 'form') {
    this.name = name;
  }

  async read() {
    return structuredClone(this.kept);
  }

  write(draft: Draft) {
    this.#pending = structuredClone(draft);
  }

  async flush() {
    this.kept = this.#pending ?? this.kept;
    this.#pending = undefined;
  }

  hold() {
    void this.flush();
  }

  async erase() {
    this.kept = undefined;
    this.#pending = undefined;
  }
}

interface World {
  site?: Site;
  consultations?: Consultation[];
  now?: () => number;
}

function world({ site = sampleSite(), ...rest }: World = {}) {
  const server = createFakeServer({ site, ...rest });
  const creates = () =>
    server.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/proposals'));
  return {
    server,
    device: new Device(),
    creates,
    keys: () => creates().map(({ headers }) => headers.get(idempotencyKeyHeader)),
    /** References of what the server holds. */
    async stored() {
      const { baseUrl, fetch, staffToken } = server;
      const client = createClient({ baseUrl, site: site.id, fetch, staffToken });
      return (await client.moderation.list().page()).items.map(({ reference }) => reference);
    },
  };
}

/** `server.fetch`, but the first creates go wrong in these ways; everything else arrives. */
function failingCreates(
  server: FakeServer,
  ...simulatedErrors: SimulatedError[]
): typeof globalThis.fetch {
  return (input, init) => {
    const { method, url } = new Request(input, init);
    const isCreate = method === 'POST' && url.endsWith('/proposals');
    const simulated = isCreate && server.reachable ? simulatedErrors.shift() : undefined;
    if (simulated) server.failNext(simulated);
    return server.fetch(input, init);
  };
}

interface PageOptions extends Partial<Omit<FormSubject, 'client'>> {
  device?: Device | undefined;
  fetch?: typeof globalThis.fetch;
  retry?: boolean;
  language?: () => Locale;
  mayBeSent?: (input: ProposalInput) => boolean;
  keepsUnsent?: boolean;
  /** Whether what sends can be loaded when it is asked for; default: it is there from the start. */
  comes?: () => Promise<boolean>;
}

/** A page with the form, opened anew: what is on the server and on the device stays. */
async function open({ server, device: own }: ReturnType<typeof world>, options: PageOptions = {}) {
  const { device = own, fetch = server.fetch, retry = false, language, mayBeSent } = options;
  const { keepsUnsent = false, comes } = options;
  const client = createClient({
    baseUrl: server.baseUrl,
    site: server.site,
    fetch,
    timeoutMs: 5_000,
    retry: retry ? { baseDelayMs: 1 } : false,
  });
  const receipts: Receipt[] = [];
  const errors: [unknown, string][] = [];
  const unsent: Unsent[] = [];
  const waiting = new Set<() => void>();
  const onError = (error: unknown, during: string) => void errors.push([error, during]);
  const form: FormController = new FormController({
    language: language ?? (() => 'ar'),
    onChange: () => waiting.forEach((look) => look()),
    onTyped: (change) => sender?.typed(change),
    onDraft: () => sender?.resume(),
    onError: (error) => onError(error, 'form'),
  });
  let sender: ProposalSender | undefined;
  let prepared = 0;
  const submission = new ProposalSubmission({
    prepare: () => (prepared += 1),
    queue: async (what) => {
      unsent.push(what);
      return keepsUnsent;
    },
    mayBeSent: mayBeSent ?? (() => true),
    files: () => [],
    upload: async (_client, _consultation, input) => input,
    forgetUploads: () => undefined,
  });
  const join = () =>
    (sender ??= new ProposalSender(form, submission, {
      onSent: (receipt) => receipts.push(receipt),
      onError,
    }));
  const load = async () => sender ?? ((await comes?.()) ? join() : undefined);
  const press = (placeIssues: readonly FieldIssue[] = []) =>
    pressSend(form, load, (error) => onError(error, 'proposal'), placeIssues);
  const subject: FormSubject = {
    client,
    consultation: options.consultation ?? '',
    axis: options.axis ?? '',
    territory: options.territory ?? '',
    within: options.within ?? '',
    session: options.session ?? '',
    drafts: 'drafts' in options ? options.drafts : () => device,
    signal: options.signal ?? new AbortController().signal,
  };
  await form.load(subject);
  if (!comes) join();
  return {
    form,
    join,
    press,
    sender: () => sender!,
    async erase() {
      sender?.end();
      await form.empty();
    },
    leave() {
      form.drafts?.hold();
      sender?.rest();
    },
    subject,
    receipts,
    errors,
    unsent,
    prepared: () => prepared,
    reason: () => form.sending.failed?.reason,
    /** Waits for the form to be drawn again as it is expected. */
    async until(isSo: () => boolean) {
      while (!isSo()) await new Promise<void>((look) => waiting.add(look));
    },
    issues: () => form.sending.issues.map(({ field, code }) => `${field} ${code}`),
    fill: (changes: Partial<ProposalContent> = {}) => form.type({ ...typed, ...changes }),
    async send(changes: Partial<ProposalContent> = {}) {
      form.type({ ...typed, ...changes });
      await press();
    },
  };
}

const { policy } = sampleConsultation();
const digital = (changes: Partial<Consultation> = {}) =>
  sampleConsultation({ id: 'digital', ...changes });
const water = (changes: Partial<Consultation> = {}) =>
  sampleConsultation({
    id: 'water',
    axes: [{ id: 'saving', title: { ar: 'الاقتصاد في الماء' }, description: null, examples: [] }],
    ...changes,
  });
const askingPlace = (code: string) =>
  sampleConsultation({
    territory: { code, vintage: 2024 },
    policy: { ...policy, territoryLevel: 'commune' },
  });

describe('sending a proposal', () => {
  it('gives a receipt, and leaves nothing in the form or on the device', async () => {
    const here = world();
    const { send, receipts, form } = await open(here);
    await send({ name: 'فاطمة' });
    assert.equal(receipts.length, 1);
    assert.ok(receipts[0]!.trackingCode);
    assert.equal(form.sending.receipt, receipts[0]);
    assert.deepEqual(
      [form.content.title, form.content.name, form.content.consent],
      ['', '', false],
    );
    assert.equal(here.device.kept, undefined);
    assert.deepEqual(await here.stored(), [receipts[0]!.reference]);
  });

  it('happens once, however often it is pressed', async () => {
    const here = world();
    const { send, receipts, press } = await open(here);
    await Promise.all([send(), press(), press()]);
    await press();
    assert.equal(receipts.length, 1);
    assert.equal((await here.stored()).length, 1);
  });

  it('sends a second proposal after the first, under a key of its own', async () => {
    const here = world();
    const { send, form, receipts } = await open(here);
    await send();
    form.show({ receipt: undefined });
    assert.equal(form.sending.receipt, undefined);
    await send();
    assert.equal(new Set(receipts.map(({ reference }) => reference)).size, 2);
    assert.equal(new Set(here.keys()).size, 2);
  });

  it('does not happen while something is wrong', async () => {
    const here = world();
    const { send, issues } = await open(here);
    await send({ axis: '', title: 'قصير', consent: false });
    assert.deepEqual(issues(), ['axis required', 'title too_short', 'consent consent_required']);
    assert.equal(here.creates().length, 0);
  });

  it('does not happen when the page says no, and keeps what was typed', async () => {
    const here = world();
    const shown: ProposalInput[] = [];
    const { send, form } = await open(here, {
      mayBeSent: (input) => {
        shown.push(input);
        return false;
      },
    });
    await send();
    assert.equal(shown[0]?.title, typed.title);
    assert.equal(form.content.title, typed.title);
    assert.equal(form.sending.isSending, false);
    assert.equal(here.creates().length, 0);
  });

  it('sends what stood in the form when it was pressed', async () => {
    const here = world();
    const { fill, form, receipts, press } = await open(here);
    fill();
    const sending = press();
    form.type({ title: 'عنوان آخر تماما' });
    await sending;
    assert.equal(receipts[0]?.title.text, typed.title);
  });

  it('names the place that the field itself found wrong among the other issues', async () => {
    const { form, issues, press } = await open(world({ consultations: [askingPlace('02.113')] }));
    const placeIssue = { path: 'territory', code: 'invalid_choice' } as const;
    form.type({ ...typed, territory: '02.113.01.01', email: 'x', title: '' });
    await press([placeIssue]);
    assert.deepEqual(issues(), [
      'title required',
      'territory invalid_choice',
      'email invalid_format',
    ]);
  });
});

describe('what sends, where it comes after the form,', () => {
  it('is waited for by whoever presses send before, and what was written goes once', async () => {
    const here = world();
    let come: ((isHere: boolean) => void) | undefined;
    const { fill, form, receipts, press } = await open(here, {
      comes: () => new Promise((resolve) => (come = resolve)),
    });
    fill();
    const pressed = Promise.all([press(), press()]);
    assert.equal(form.sending.isSending, true);
    form.type({ title: 'عنوان آخر تماما' });
    come!(true);
    await pressed;
    assert.equal(receipts[0]?.title.text, typed.title);
    assert.equal((await here.stored()).length, 1);
  });

  it('and cannot be loaded leaves all as it was, says so, and comes with the next press', async () => {
    const here = world();
    let isBack = false;
    const { fill, form, reason, errors, receipts, press } = await open(here, {
      comes: async () => isBack,
    });
    fill();
    await press();
    assert.deepEqual(
      [reason(), form.sending.isSending, form.content.body],
      ['not_sent', false, typed.body],
    );
    assert.deepEqual(
      errors.map(([, during]) => during),
      ['proposal'],
    );
    void form.drafts?.flush();
    assert.equal(here.device.kept?.content.title, typed.title);
    isBack = true;
    await press();
    assert.equal(reason(), undefined);
    assert.equal(receipts.length, 1);
  });

  it('goes on with the attempt of an earlier visit, and with what was written meanwhile', async () => {
    const here = world();
    const first = await open(here, { fetch: failingCreates(here.server, 'lost_answer') });
    await first.send();
    const second = await open(here, { comes: async () => true });
    second.form.type({ consent: true });
    void second.form.drafts?.flush();
    assert.equal(here.device.kept?.attempt?.key, here.keys()[0]);
    await second.press();
    assert.equal(second.receipts.length, 1);
    assert.equal(new Set(here.keys()).size, 1);
  });

  it('begins the proof of work for what was written before it came', async () => {
    const here = world();
    const { form, join } = await open(here, { comes: async () => false });
    form.type({ title: typed.title! });
    join();
    const challenges = () => here.server.requests.filter(({ url }) => url.endsWith('/challenges'));
    while (challenges().length === 0) await new Promise(setImmediate);
    assert.equal(challenges().length, 1);
  });
});

describe('an issue', () => {
  it('stays until it is mended, and the others with it', async () => {
    const { send, form, issues } = await open(world());
    await send({ title: '', email: 'fatima@', consent: false });
    assert.deepEqual(issues(), [
      'title required',
      'email invalid_format',
      'consent consent_required',
    ]);
    form.type({ title: 'قصير' });
    assert.deepEqual(issues()[0], 'title too_short');
    form.type({ title: typed.title! });
    form.type({ body: `${typed.body} شكرا.` });
    assert.deepEqual(issues(), ['email invalid_format', 'consent consent_required']);
    form.type({ email: 'fatima@example.ma' });
    form.type({ consent: true });
    assert.deepEqual(issues(), []);
  });

  it('is not said before send was pressed', async () => {
    const { form, issues } = await open(world());
    form.type({ title: 'قصير' });
    assert.deepEqual(issues(), []);
  });

  it('that only the server could find stays beside its field until that is changed', async () => {
    const here = world({ consultations: [askingPlace('02.113')] });
    const { send, form, issues, reason, press } = await open(here);
    // Well formed, and outside the territory of the consultation.
    await send({ territory: '01.051.01.01' });
    assert.deepEqual(issues(), ['territory territory_outside_site']);
    assert.equal(reason(), undefined);
    form.type({ title: `${typed.title} كلها` });
    assert.deepEqual(issues(), ['territory territory_outside_site']);
    form.type({ territory: '02.113.01.01' });
    assert.deepEqual(issues(), []);
    await press();
    assert.equal((await here.stored()).length, 1);
  });
});

describe('a bad line', () => {
  for (const lost of ['lost_answer', 'silence', 'unavailable', 'captive_portal'] as const) {
    it(`(${lost}) is told, and sending again stores the proposal once`, async () => {
      const here = world();
      const fetch = failingCreates(here.server, lost);
      const { send, form, reason, receipts, errors, press } = await open(here, { fetch });
      await send({ name: 'فاطمة' });
      assert.equal(reason(), 'maybe_sent');
      assert.equal(errors[0]?.[1], 'proposal');
      assert.deepEqual([form.content.name, form.content.consent], ['فاطمة', true]);
      await press();
      assert.equal(reason(), undefined);
      assert.equal(receipts.length, 1);
      assert.deepEqual(await here.stored(), [receipts[0]!.reference]);
      assert.equal(new Set(here.keys()).size, 1);
    });
  }

  it('that is gone before anything left is told as such', async () => {
    const here = world();
    const { fill, reason, press } = await open(here);
    here.server.reachable = false;
    fill();
    await press();
    assert.equal(reason(), 'not_sent');
    here.server.reachable = true;
    await press();
    assert.equal(reason(), undefined);
    assert.equal((await here.stored()).length, 1);
  });

  it('that is gone after an answer was lost leaves it open whether the first try arrived', async () => {
    const here = world();
    const { send, reason, press } = await open(here, {
      fetch: failingCreates(here.server, 'lost_answer'),
    });
    await send();
    here.server.reachable = false;
    await press();
    assert.equal(reason(), 'maybe_sent');
  });

  it('hands the sealed proposal over where it can be kept, and forgets it with its draft', async () => {
    const here = world();
    const { send, form, reason, unsent, errors } = await open(here, {
      fetch: failingCreates(here.server, 'captive_portal'),
      keepsUnsent: true,
    });
    await send({ name: 'فاطمة' });
    const [kept] = unsent;
    assert.equal(kept!.input.author?.name, 'فاطمة');
    assert.equal(kept!.maybeSent, true);
    assert.deepEqual([kept!.idempotencyKey], here.keys());
    assert.deepEqual([reason(), form.isTyped, here.device.kept], [undefined, false, undefined]);
    assert.equal(errors.length, 1);
  });

  it('hands nothing over that the server refused or was too busy for', async () => {
    const here = world();
    const { send, form, unsent, reason } = await open(here, {
      fetch: failingCreates(here.server, 'unavailable'),
      keepsUnsent: true,
    });
    await send();
    assert.deepEqual([unsent, reason(), form.isTyped], [[], 'maybe_sent', true]);
  });

  it('gives back what was kept: sent unchanged, it is the same attempt', async () => {
    const here = world();
    here.server.reachable = false;
    const first = await open(here, { keepsUnsent: true, drafts: undefined });
    here.server.reachable = true;
    await first.form.load(first.subject);
    here.server.reachable = false;
    await first.send({ email: 'fatima@example.ma', name: 'فاطمة', nameVisible: true });
    const [{ input, idempotencyKey }] = first.unsent as [Unsent];
    here.server.reachable = true;

    const later = await open(here);
    later.sender().takeUp(input, idempotencyKey);
    assert.equal(later.form.content.consent, false);
    later.form.type({ consent: true });
    await later.press();
    assert.deepEqual(here.keys(), [idempotencyKey]);
    const body: unknown = await here.creates()[0]!.json();
    assert.deepEqual(body, input);
  });

  it('shows why what is given back was refused', async () => {
    const here = world();
    const { issues, unsent, send, sender } = await open(here, {
      fetch: failingCreates(here.server, 'unreachable'),
      keepsUnsent: true,
    });
    await send();
    sender().takeUp(unsent[0]!.input, unsent[0]!.idempotencyKey);
    sender().showIssues([{ path: 'title', code: 'too_short', minimum: 20 }], 'invalid_input');
    assert.deepEqual(issues(), ['title too_short']);
  });

  it('shows a receipt that comes later, and no second one over it', async () => {
    const here = world();
    const { form, send, receipts, sender } = await open(here);
    await send();
    const [receipt] = receipts;
    assert.equal(sender().showReceipt(receipt!), false);
    form.show({ receipt: undefined });
    assert.equal(sender().showReceipt(receipt!), true);
    assert.equal(form.sending.receipt, receipt);
  });

  it('is met by the client itself where trying again soon helps', async () => {
    const here = world();
    const fetch = failingCreates(here.server, 'lost_answer', 'unavailable');
    const { send, receipts } = await open(here, { fetch, retry: true });
    await send();
    assert.equal(receipts.length, 1);
    assert.equal(here.creates().length, 3);
    assert.deepEqual(await here.stored(), [receipts[0]!.reference]);
  });

  it('and a reload still store the proposal once, and the same receipt comes back', async () => {
    const here = world();
    const first = await open(here, { fetch: failingCreates(here.server, 'lost_answer') });
    await first.send();
    assert.equal((await here.stored()).length, 1);

    const second = await open(here);
    assert.equal(second.form.isRestored, true);
    assert.equal(second.form.content.consent, false);
    second.form.type({ consent: true });
    await second.press();
    assert.deepEqual(await here.stored(), [second.receipts[0]!.reference]);
    assert.equal(new Set(here.keys()).size, 1);
    assert.equal(here.device.kept, undefined);
  });

  it('and a page in another language still store the proposal once', async () => {
    const here = world();
    const first = await open(here, { fetch: failingCreates(here.server, 'lost_answer') });
    await first.send();
    const second = await open(here, { language: () => 'fr' });
    second.form.type({ consent: true });
    await second.press();
    assert.equal((await here.stored()).length, 1);
    assert.equal(second.receipts[0]?.title.language, 'ar');
  });

  it('keeps the key on the device before anything leaves it', async () => {
    const here = world();
    let keptAtSending: Draft | undefined;
    const { send } = await open(here, {
      fetch: (input, init) => {
        const { method, url } = new Request(input, init);
        if (method === 'POST' && url.endsWith('/proposals')) keptAtSending ??= here.device.kept;
        return here.server.fetch(input, init);
      },
    });
    await send();
    assert.equal(keptAtSending?.attempt?.key, here.keys()[0]);
    assert.equal(keptAtSending?.content.title, typed.title);
  });

  it('does not make two of a proposal that was corrected before it was sent again', async () => {
    const here = world();
    const { send, form, receipts } = await open(here);
    here.server.reachable = false;
    await send();
    here.server.reachable = true;
    await send({ title: 'تغطية جميع الدواوير بالأنترنت' });
    assert.equal(form.sending.receipt, receipts[0]);
    assert.equal((await here.stored()).length, 1);
  });
});

describe('a server that says no', () => {
  it('because the notice has changed: it is shown anew, and consent is asked anew', async () => {
    const site = sampleSite();
    const here = world({ site });
    const { send, form, reason, issues, until, press } = await open(here);
    site.privacy!.hash = 'a1'.repeat(32);
    await send();
    assert.equal(reason(), 'consent_outdated');
    assert.equal(form.content.consent, false);
    assert.equal(form.content.title, typed.title);
    // A quick person agrees to the notice that is still shown, not to the one that is being loaded.
    form.type({ consent: true });
    await until(() => form.site?.privacy?.hash === site.privacy!.hash);
    assert.equal(form.content.consent, false);
    await press();
    assert.deepEqual(issues(), ['consent consent_required']);
    form.type({ consent: true });
    await press();
    assert.equal((await here.stored()).length, 1);
  });

  it('because the consultation has closed meanwhile: nothing typed is lost', async () => {
    let clock = Date.parse('2026-11-01T12:00:00Z');
    const here = world({
      consultations: [sampleConsultation({ closesAt: '2026-11-30T18:00:00+00:00' })],
      now: () => clock,
    });
    const { send, form, reason } = await open(here);
    clock = Date.parse('2026-12-01T12:00:00Z');
    await send();
    assert.equal(reason(), 'closed');
    assert.equal(form.content.body, typed.body);
    assert.equal(here.device.kept?.content.body, typed.body);
  });

  it('because the key stands for other content: the next try has a key of its own', async () => {
    const here = world();
    const { send, form, reason, press } = await open(here, {
      fetch: failingCreates(here.server, 'unreachable'),
    });
    await send();
    const { attempt } = here.device.kept!;
    // The same key was used for something else.
    const { client } = (await open(here, { drafts: undefined })).subject;
    const other = { ...(JSON.parse(attempt!.content) as ProposalInput), title: 'شيء آخر تماما' };
    await client.proposals.create(other, { idempotencyKey: attempt!.key });
    await press();
    assert.equal(reason(), 'server');
    await press();
    assert.equal(form.sending.failed, undefined);
    assert.equal((await here.stored()).length, 2);
  });
});

describe('what the page has chosen beforehand', () => {
  it('is settled: an axis of the consultation', async () => {
    const here = world();
    const { form, send } = await open(here, { axis: 'digital-services' });
    assert.equal(form.isSettled('axis'), true);
    await send({ axis: 'access-and-uses' });
    assert.equal(form.sending.receipt?.axis, 'digital-services');
  });

  it('is left to the person where the consultation has no such axis', async () => {
    const { form } = await open(world(), { axis: 'nonsense' });
    assert.equal(form.isSettled('axis'), false);
    assert.equal(form.content.axis, '');
  });

  it('is settled: a place inside its territory', async () => {
    const here = world({ consultations: [askingPlace('02.113')] });
    const { form, send } = await open(here, { territory: '02.113.01.01' });
    assert.equal(form.isSettled('territory'), true);
    await send({ territory: '02.113.01.03' });
    assert.deepEqual(form.sending.receipt?.territory, { code: '02.113.01.01', vintage: 2024 });
  });

  it('is understood when its code is of 2014', async () => {
    const here = world({ consultations: [askingPlace('02.167')] });
    const { form, send } = await open(here, { territory: '02.167.09.05' });
    assert.equal(form.content.territory, '02.167.11.05');
    await send();
    assert.deepEqual(form.sending.receipt?.territory, { code: '02.167.11.05', vintage: 2024 });
  });

  for (const [territory, why] of [
    ['02.113', 'a province where a commune is asked'],
    ['01.051.01.01', 'a commune of elsewhere'],
    ['02.113.99.99', 'no place at all'],
    ['oujda', 'no code at all'],
  ] as const) {
    it(`is left to the person where it does not fit: ${why}`, async () => {
      const here = world({ consultations: [askingPlace('02.113')] });
      const { form } = await open(here, { territory });
      assert.equal(form.isSettled('territory'), false);
      assert.equal(form.content.territory, '');
    });
  }

  it('wins over a draft of the time before', async () => {
    const here = world({ consultations: [askingPlace('02.113')] });
    const first = await open(here);
    first.fill({ axis: 'access-and-uses', territory: '02.113.01.03' });
    first.leave();
    const { form } = await open(here, { axis: 'digital-services', territory: '02.113.01.01' });
    assert.equal(form.content.title, typed.title);
    assert.equal(form.content.axis, 'digital-services');
    assert.equal(form.content.territory, '02.113.01.01');
  });
});

describe('which consultation', () => {
  it('is not asked where only one is open', async () => {
    const closed = water({ closesAt: '2022-11-30T18:00:00+01:00' });
    const { form } = await open(world({ consultations: [closed, digital()] }));
    assert.equal(form.content.consultation, 'digital');
    assert.deepEqual(
      form.consultations.map(({ id }) => id),
      ['digital'],
    );
  });

  it('is asked where several are open, and its only axis is taken', async () => {
    const here = world({ consultations: [digital(), water()] });
    const { form, issues, fill, press } = await open(here);
    await press();
    assert.deepEqual(issues(), ['consultation required']);
    form.type({ consultation: 'water' });
    assert.deepEqual(issues(), []);
    assert.equal(form.content.axis, 'saving');
    fill({ axis: 'saving' });
    await press();
    assert.equal(form.sending.receipt?.consultation, 'water');
    assert.equal((await here.stored()).length, 1);
  });

  it('takes its own axes with it when another one is chosen', async () => {
    const { form } = await open(world({ consultations: [digital(), water()] }));
    form.type({ consultation: 'digital', axis: 'digital-services' });
    assert.equal(form.content.axis, 'digital-services');
    form.type({ consultation: 'water' });
    assert.equal(form.content.axis, 'saving');
    form.type({ consultation: 'digital' });
    assert.equal(form.content.axis, '');
  });

  it('is the one that the page names, whatever else is open', async () => {
    const here = world({ consultations: [digital(), water()] });
    const { form } = await open(here, { consultation: 'water' });
    assert.equal(form.content.consultation, 'water');
  });

  it('is shown with its dates where none is open', async () => {
    const consultations = [water({ closesAt: '2022-11-30T18:00:00+01:00' })];
    const { form } = await open(world({ consultations }));
    assert.deepEqual(
      form.consultations.map(({ status }) => status),
      ['closed'],
    );
  });
});

describe('a draft', () => {
  it('comes back with everything but the consent', async () => {
    const here = world();
    const first = await open(here);
    first.fill({ name: 'فاطمة', nameVisible: true, email: 'f@example.ma' });
    first.leave();
    assert.equal(JSON.stringify(here.device.kept).includes('consent'), false);
    const { form } = await open(here);
    const { title, body, name, nameVisible, email, consent } = form.content;
    assert.deepEqual([title, body], [typed.title, typed.body]);
    assert.deepEqual([name, nameVisible, email, consent], ['فاطمة', true, 'f@example.ma', false]);
    assert.deepEqual([form.isRestored, form.isKept], [true, true]);
  });

  it('is gone from the device when it is erased, or when everything is deleted', async () => {
    const here = world();
    const { form, fill, erase } = await open(here);
    fill();
    void form.drafts?.flush();
    assert.ok(here.device.kept);
    await erase();
    assert.deepEqual([here.device.kept, form.content.title, form.isKept], [undefined, '', false]);
    fill();
    void form.drafts?.flush();
    form.type({ title: '', body: '' });
    assert.equal(here.device.kept, undefined);
  });

  it('is not kept of choices alone, nor where the page does not want it', async () => {
    const here = world();
    const { form } = await open(here);
    form.type({ axis: 'access-and-uses', consent: true });
    void form.drafts?.flush();
    assert.equal(here.device.kept, undefined);
    const without = await open(here, { drafts: undefined });
    without.fill();
    void without.form.drafts?.flush();
    assert.equal(without.form.isKept, false);
    assert.equal(here.device.kept, undefined);
  });

  it('of a consultation that has gone goes on in the one that is open', async () => {
    const here = world({ consultations: [digital(), water()] });
    const first = await open(here);
    first.form.type({ consultation: 'water', title: typed.title! });
    first.leave();
    const later = { ...world({ consultations: [digital()] }), device: here.device };
    const { form } = await open(later);
    assert.deepEqual(
      [form.content.consultation, form.content.axis, form.content.title],
      ['digital', '', typed.title],
    );
  });

  it('is not needed for what was typed to outlive a change of the page', async () => {
    const here = world();
    const { form, subject, fill } = await open(here, { drafts: undefined });
    fill();
    await form.load({ ...subject, axis: 'digital-services' });
    assert.equal(form.content.title, typed.title);
    assert.equal(form.content.axis, 'digital-services');
    assert.equal(form.isRestored, false);
  });

  it('of another form stays with that form', async () => {
    const here = world({ consultations: [digital(), water()] });
    const other = new Device('other');
    const { form, subject, fill } = await open(here, { consultation: 'digital' });
    fill();
    await form.load({ ...subject, consultation: 'water', drafts: () => other });
    assert.equal(form.content.title, '');
    assert.equal(here.device.kept?.content.title, typed.title);
    await form.load(subject);
    assert.equal(form.content.title, typed.title);
  });
});

describe('reading what the form asks', () => {
  it('fails with a reason and can be tried again', async () => {
    const here = world();
    here.server.reachable = false;
    const { form, errors, until } = await open(here);
    assert.equal(form.site, undefined);
    assert.equal(form.loadError, errors[0]?.[0]);
    assert.equal(errors[0]?.[1], 'form');
    here.server.reachable = true;
    form.reload();
    await until(() => form.site !== undefined);
    assert.equal(form.loadError, undefined);
  });

  it('ends in silence when the page takes the form away', async () => {
    const here = world();
    here.server.failNext('silence');
    const controller = new AbortController();
    const opening = open(here, { signal: controller.signal });
    controller.abort();
    const { errors, form } = await opening;
    assert.deepEqual(errors, []);
    assert.equal(form.loadError, undefined);
  });

  it('takes nothing before the form is there', async () => {
    const here = world();
    here.server.reachable = false;
    const { form, fill, press } = await open(here);
    fill();
    await press();
    assert.equal(form.content.title, '');
    assert.equal(here.creates().length, 0);
  });
});

describe('the proof of work', () => {
  it('is begun with the first words, not with a choice', async () => {
    const here = world();
    const { form } = await open(here);
    const challenges = () => here.server.requests.filter(({ url }) => url.endsWith('/challenges'));
    form.type({ axis: 'access-and-uses' });
    assert.equal(challenges().length, 0);
    form.type({ title: 'ت' });
    form.type({ title: 'تغ' });
    // What is sent is checked by schemas that are loaded first.
    while (challenges().length === 0) await new Promise(setImmediate);
    assert.equal(challenges().length, 1);
  });
});

describe('what sending takes', () => {
  it('is got ready with the first words, and with a draft: the connection may have gone by the next', async () => {
    const here = world();
    const first = await open(here);
    first.form.type({ axis: 'access-and-uses' });
    assert.equal(first.prepared(), 0);
    first.fill();
    assert.equal(first.prepared(), 1);
    first.leave();
    // Before what sends was there, and after.
    assert.ok((await open(here)).prepared() > 0);
    const { form, subject, prepared } = await open(here, { drafts: undefined });
    assert.equal(prepared(), 0);
    await form.load({ ...subject, drafts: () => here.device });
    assert.equal(prepared(), 1);
  });
});

describe('the session of a form', () => {
  const session = 'listening-session';

  it('goes with what is sent, also from a draft and with the next one', async () => {
    const here = world();
    const { fill } = await open(here, { session });
    fill();
    const { form, send, receipts } = await open(here, { session });
    await send();
    form.show({ receipt: undefined });
    await send();
    assert.deepEqual(
      receipts.map((receipt) => receipt.session?.id),
      [session, session],
    );
    assert.deepEqual(receipts[0]!.session!.title.fr, "Session d'écoute");
  });

  it('is left out where the agenda does not have it: nobody who writes is kept from sending', async () => {
    const here = world();
    const opened = await open(here, { session: 'unknown' });
    const { form, send, receipts, errors } = opened;
    await send();
    assert.equal(form.sending.failed, undefined);
    assert.equal(receipts[0]?.session, null);
    assert.deepEqual(
      errors.map(([, during]) => during),
      ['proposal'],
    );
    form.show({ receipt: undefined });
    await send();
    assert.equal(errors.length, 1);
    assert.equal((await here.stored()).length, 2);
  });

  it('stays with what waited for a connection', async () => {
    const here = world();
    const first = await open(here, { session, keepsUnsent: true });
    first.fill();
    here.server.reachable = false;
    await first.press();
    here.server.reachable = true;
    const [{ input, idempotencyKey } = assert.fail()] = first.unsent;
    const elsewhere = await open(here);
    elsewhere.sender().takeUp(input, idempotencyKey);
    elsewhere.form.type({ consent: true });
    await elsewhere.press();
    assert.equal(elsewhere.receipts[0]?.session?.id, session);
    assert.equal(here.keys().at(-1), idempotencyKey);
  });
});
