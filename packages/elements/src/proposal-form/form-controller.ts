import type { Client } from '@nafida/client';
import { isNafidaError } from '@nafida/client';
import type { Consultation, Locale, ProposalInput, Receipt, Site } from '@nafida/contract';
import { AttemptKey } from '../submission/attempt-key.js';
import { BackgroundProof } from '../submission/background-proof.js';
import type { DraftStore } from './draft-store.js';
import type { FieldFault, ProposalContent } from './proposal-content.js';
import {
  emptyContent,
  faultsFrom,
  faultsOf,
  inputOf,
  isWorthKeeping,
  proposalFields,
} from './proposal-content.js';
import type { SendingFault } from './sending-fault.js';
import { sendingFaultOf } from './sending-fault.js';

/** What the form needs of what is around it. */
export interface FormOptions {
  readonly language: () => Locale;
  /** The form is to be drawn again. */
  readonly onChange: () => void;
  /** False where the page does not want this to be sent. */
  readonly mayBeSent: (input: ProposalInput) => boolean;
  readonly onSent: (receipt: Receipt) => void;
  readonly onError: (error: unknown, during: 'form' | 'proposal') => void;
}

/** What a form is about. */
export interface FormSubject {
  readonly client: Client;
  /** Id of the only consultation to offer; empty for all that are open. */
  readonly consultation: string;
  /** What the page has chosen for the person beforehand. */
  readonly preset: Partial<Pick<ProposalContent, 'axis' | 'territory'>>;
  /** Where the draft is kept; undefined for nowhere. */
  readonly drafts: DraftStore | undefined;
}

/** What happened to the last attempt to send. */
export interface FailedSending {
  readonly fault: SendingFault;
  /** Seconds the server asked to wait; null when it did not. */
  readonly retryAfter: number | null;
}

/** The proposal form: what it asks, what is typed, what is wrong with it, and sending it once. Knows no DOM. */
export class FormController {
  readonly #options: FormOptions;
  readonly #key = new AttemptKey();
  readonly #proof = new BackgroundProof('createProposal');
  #subject: FormSubject | undefined;
  #site: Site | undefined;
  #consultations: readonly Consultation[] = [];
  #loadError: unknown;
  #content = emptyContent;
  #faults: readonly FieldFault[] = [];
  #failed: FailedSending | undefined;
  #isSending = false;
  #isRestored = false;
  #receipt: Receipt | undefined;

  constructor(options: FormOptions) {
    this.#options = options;
  }

  /** The site with its privacy notice; undefined until everything the form asks is known. */
  get site(): Site | undefined {
    return this.#site;
  }

  /** Why the form could not be read; undefined while it can still come. */
  get loadError(): unknown {
    return this.#loadError;
  }

  /** What may be chosen among, open ones first. */
  get consultations(): readonly Consultation[] {
    return this.#consultations;
  }

  /** The one that is chosen. */
  get consultation(): Consultation | undefined {
    return this.#consultations.find(({ id }) => id === this.#content.consultation);
  }

  get content(): ProposalContent {
    return this.#content;
  }

  get faults(): readonly FieldFault[] {
    return this.#faults;
  }

  get failed(): FailedSending | undefined {
    return this.#failed;
  }

  get isSending(): boolean {
    return this.#isSending;
  }

  /** True while a draft of an earlier visit stands in the form. */
  get isRestored(): boolean {
    return this.#isRestored;
  }

  /** True when something typed is kept on this device. */
  get isKept(): boolean {
    return this.#subject?.drafts !== undefined && isWorthKeeping(this.#content);
  }

  /** The receipt of what was just sent. */
  get receipt(): Receipt | undefined {
    return this.#receipt;
  }

  /** Reads what the form asks, and the draft of an earlier visit. The latest call wins. */
  async load(subject: FormSubject): Promise<void> {
    this.#subject = subject;
    this.#site = undefined;
    this.#loadError = undefined;
    this.#options.onChange();
    const { client, consultation, drafts } = subject;
    try {
      const [site, consultations, draft] = await Promise.all([
        client.site.get(),
        consultation
          ? client.consultations.get(consultation).then((only) => [only])
          : client.consultations
              .list()
              .page()
              .then(({ items }) => items),
        drafts?.read(),
      ]);
      if (this.#subject !== subject) return;
      this.#site = site;
      this.#consultations = offered(consultations);
      this.#content = this.#completed({ ...emptyContent, ...draft?.content });
      this.#isRestored = draft !== undefined && isWorthKeeping(this.#content);
      this.#key.restore(draft?.attempt);
    } catch (error) {
      if (this.#subject !== subject) return;
      this.#loadError = error;
      this.#options.onError(error, 'form');
    }
    this.#options.onChange();
  }

  /** Tries again to read what the form asks. */
  reload(): void {
    if (this.#subject) void this.load(this.#subject);
  }

  /** Takes what was typed or chosen. A fault goes as soon as it is mended; none comes before sending. */
  type(change: Partial<ProposalContent>): void {
    const subject = this.#subject;
    if (!subject) return;
    this.#content = { ...this.#content, ...change };
    if (change.consultation !== undefined) this.#content = { ...this.#content, axis: '' };
    this.#proof.start(subject.client);
    this.#keep();
    if (this.#faults.length > 0) {
      const left = this.#findFaults();
      this.#faults = this.#faults.flatMap(({ field }) =>
        left.filter((fault) => fault.field === field),
      );
    }
    this.#options.onChange();
  }

  /**
   * Sends what is typed. However often it is called, the same content becomes one proposal. `placeFault` is
   * what the field for the place found wrong by itself, such as a name that was typed and not chosen.
   */
  async send(placeFault: FieldFault | undefined): Promise<void> {
    const subject = this.#subject;
    if (this.#isSending || !subject) return;
    this.#failed = undefined;
    this.#faults = this.#findFaults(placeFault);
    const input = this.#input();
    if (this.#faults.length > 0 || !this.#options.mayBeSent(input)) {
      this.#options.onChange();
      return;
    }
    this.#isSending = true;
    const idempotencyKey = this.#key.for(input);
    this.#keep();
    // The key must outlive the page before anything leaves it, or a reload could send the same twice.
    await subject.drafts?.flush();
    this.#options.onChange();
    try {
      const proof = await this.#proof.take();
      // Without a signal: a person who leaves the page in this moment has still pressed send.
      const receipt = await subject.client.proposals.create(input, {
        idempotencyKey,
        ...(proof && { proof }),
      });
      await this.#finish(receipt);
    } catch (error) {
      this.#take(error);
      this.#options.onError(error, 'proposal');
    } finally {
      this.#isSending = false;
      this.#options.onChange();
    }
  }

  /** Empties the form for another proposal. */
  startOver(): void {
    this.#receipt = undefined;
    this.#options.onChange();
  }

  /** Takes the draft off this device and empties the form. */
  async erase(): Promise<void> {
    this.#empty();
    this.#options.onChange();
    await this.#subject?.drafts?.erase();
  }

  /** The page may be about to go: what was typed is kept now. */
  leave(): void {
    void this.#subject?.drafts?.flush();
    if (!this.#isSending) this.#proof.drop();
  }

  #keep(): void {
    const { consent: _consent, ...content } = this.#content;
    if (isWorthKeeping(this.#content)) {
      this.#subject?.drafts?.write({ content, attempt: this.#key.attempt });
    } else {
      void this.#subject?.drafts?.erase();
    }
  }

  #empty(): void {
    this.#content = this.#completed(emptyContent);
    this.#faults = [];
    this.#failed = undefined;
    this.#isRestored = false;
    this.#key.restore(undefined);
    this.#proof.drop();
  }

  async #finish(receipt: Receipt): Promise<void> {
    this.#receipt = receipt;
    this.#empty();
    this.#options.onSent(receipt);
    await this.#subject?.drafts?.erase();
  }

  /** What the page presets, and what there is no choice about. */
  #completed(content: ProposalContent): ProposalContent {
    const ids = this.#consultations.map(({ id }) => id);
    const consultation = ids.includes(content.consultation)
      ? content.consultation
      : ids.length === 1
        ? ids[0]!
        : '';
    const axes = this.#consultations.find(({ id }) => id === consultation)?.axes ?? [];
    const isOffered = (axis: string | undefined) => axes.some(({ id }) => id === axis);
    const { preset } = this.#subject!;
    const [only] = axes.length === 1 ? axes : [];
    const axis = [content.axis, preset.axis, only?.id].find(isOffered) ?? '';
    return {
      ...content,
      consultation,
      axis,
      territory: content.territory || preset.territory || '',
    };
  }

  #findFaults(placeFault?: FieldFault): FieldFault[] {
    const { consultation } = this;
    if (!consultation) return faultsFrom([{ path: 'consultation', code: 'required' }]);
    const faults = faultsOf(this.#input(), consultation);
    if (!placeFault || faults.some(({ field }) => field === 'territory')) return faults;
    const place = ({ field }: FieldFault) => proposalFields.indexOf(field);
    return [...faults, placeFault].sort((a, b) => place(a) - place(b));
  }

  #take(error: unknown): void {
    const problem = isNafidaError(error) && error.kind === 'problem' ? error : undefined;
    if (problem && problem.issues.length > 0) {
      this.#faults = faultsFrom(problem.issues);
      if (this.#faults.length > 0) return;
    }
    const fault = sendingFaultOf(error);
    this.#failed = { fault, retryAfter: problem?.retryAfter ?? null };
    if (fault === 'consent_outdated') void this.#renewSite();
  }

  /** The notice changed since it was read: it is shown anew, and consent is asked anew. */
  async #renewSite(): Promise<void> {
    this.#content = { ...this.#content, consent: false };
    try {
      this.#site = await this.#subject!.client.site.get({ fresh: true });
    } catch (error) {
      this.#options.onError(error, 'form');
    }
    this.#options.onChange();
  }

  #input(): ProposalInput {
    return inputOf(this.#content, {
      language: this.#options.language(),
      privacyHash: this.#site?.privacy?.hash ?? '',
    });
  }
}

/** The open consultations; where none is, the others, so that the form can say when. */
function offered(consultations: readonly Consultation[]): readonly Consultation[] {
  const open = consultations.filter(({ status }) => status === 'open');
  return open.length > 0 ? open : consultations;
}
