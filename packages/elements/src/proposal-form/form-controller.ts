import type { Client } from '@nafida/client';
import { isNafidaError } from '@nafida/client';
import type {
  Answers,
  Consultation,
  FieldIssue,
  Locale,
  ProposalInput,
  Question,
  Receipt,
  Site,
} from '@nafida/contract';
import { AttemptKey } from '../submission/attempt-key.js';
import { BackgroundProof } from '../submission/background-proof.js';
import type { TypedAnswer } from '../submission/questions/typed-answers.js';
import type { Drafts } from './draft-store.js';
import type { Unsent } from './outbox/outbox-controller.js';
import type { FieldFault, ProposalContent } from './proposal-content.js';
import {
  contentOf,
  emptyContent,
  faultsFrom,
  inputOf,
  isWorthKeeping,
  proposalFields,
} from './proposal-content.js';
import type { PlaceChoice } from './proposal-place.js';
import { loadPlaceLookUp, placeChoiceOf } from './proposal-place.js';
import type { SendingFault } from './sending-fault.js';
import { sendingFaultOf } from './sending-fault.js';

/** What the form needs of what is around it. */
export interface FormOptions {
  readonly language: () => Locale;
  /** The form is to be drawn again. */
  readonly onChange: () => void;
  /** False where the page does not want this to be sent. */
  readonly mayBeSent: (input: ProposalInput) => boolean;
  /** Somebody began to write, or goes on: sending may come. */
  readonly onTyped: () => void;
  /** Keeps what could not be sent for lack of a connection; false where that cannot be done. */
  readonly keepUnsent: (unsent: Unsent) => Promise<boolean>;
  readonly onSent: (receipt: Receipt) => void;
  readonly onError: (error: unknown, during: 'form' | 'proposal') => void;
}

/** What a form is about. */
export interface FormSubject {
  readonly client: Client;
  /** Id of the only consultation to offer; empty for all that are open. */
  readonly consultation: string;
  /** Id of the axis that the page has settled; empty for none. */
  readonly axis: string;
  /** HCP code, of 2024 or 2014, of the place that the page has settled; empty for none. */
  readonly territory: string;
  /** HCP code of the territory that places are offered in; empty for the consultation's. */
  readonly within: string;
  /** Where the drafts for a site are kept; undefined for nowhere. */
  readonly drafts: ((site: Site) => Drafts) | undefined;
  /** Ends the reading. */
  readonly signal: AbortSignal;
}

/** The place that the page has settled, if it is one. */
interface SettledPlace {
  readonly code: string;
  readonly isAmong: (choice: PlaceChoice) => boolean;
}

/** What happened to the last attempt to send. */
export interface FailedSending {
  readonly fault: SendingFault;
  /** Seconds the server asked to wait; null when it did not. */
  readonly retryAfter: number | null;
}

type ProposalCheck = typeof import('./proposal-check.js');

const fieldsBeforePlace = new Set<FieldFault['field']>(
  proposalFields.slice(0, proposalFields.indexOf('territory')),
);

const lineFaults = new Set<string>(['network', 'timeout', 'response_shape']);

/** The proposal form: what it asks, what is typed, what is wrong with it, and sending it once. Knows no DOM. */
export class FormController {
  readonly #options: FormOptions;
  readonly #key = new AttemptKey();
  readonly #proof = new BackgroundProof('createProposal');
  #check: ProposalCheck | undefined;
  #subject: FormSubject | undefined;
  #settledPlace: SettledPlace | undefined;
  #site: Site | undefined;
  #consultations: readonly Consultation[] = [];
  #drafts: Drafts | undefined;
  #loadError: unknown;
  #content = emptyContent;
  #faults: readonly FieldFault[] = [];
  #failed: FailedSending | undefined;
  #isSending = false;
  #isRestored = false;
  /** Key of an attempt that the server may have taken although no answer said so. */
  #uncertainKey: string | undefined;
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

  /** The places that may be named; null where none is asked. */
  get placeChoice(): PlaceChoice | null {
    const { consultation } = this;
    return consultation ? placeChoiceOf(consultation, this.#subject!.within) : null;
  }

  /** Whether the page has settled a field, with a value that the consultation takes. */
  isSettled(field: 'axis' | 'territory'): boolean {
    const { consultation } = this;
    return field === 'axis'
      ? (consultation?.axes.some(({ id }) => id === this.#subject!.axis) ?? false)
      : this.#settledCode(consultation) !== undefined;
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

  /** True when something stands in the form that would be missed. */
  get isTyped(): boolean {
    return isWorthKeeping(this.#content);
  }

  /** True when something typed is kept on this device. */
  get isKept(): boolean {
    return this.#drafts !== undefined && this.isTyped;
  }

  /** The receipt of what was just sent. */
  get receipt(): Receipt | undefined {
    return this.#receipt;
  }

  /**
   * Reads what the form asks, and the draft of an earlier visit. The latest call wins. What was typed in this
   * form stays in it, unless the page goes on to another one with a draft of its own.
   */
  async load(subject: FormSubject): Promise<void> {
    this.#subject = subject;
    this.#site = undefined;
    this.#loadError = undefined;
    this.#options.onChange();
    try {
      const [site, consultations, settledPlace] = await Promise.all([
        subject.client.site.get({ signal: subject.signal }),
        this.#readConsultations(subject),
        subject.territory ? settledPlaceOf(subject.territory) : undefined,
        this.#drafts?.flush(),
      ]);
      const drafts = subject.drafts?.(site);
      const draft = await drafts?.read();
      if (this.#subject !== subject) return;
      const isSameForm = drafts?.name === this.#drafts?.name;
      const typed = isSameForm && isWorthKeeping(this.#content) ? this.#content : undefined;
      this.#site = site;
      this.#consultations = offered(consultations);
      this.#settledPlace = settledPlace;
      this.#drafts = drafts;
      this.#content = this.#completed({
        ...emptyContent,
        ...draft?.content,
        ...typed,
        consent: false,
      });
      if (typed === undefined) {
        this.#isRestored = isWorthKeeping(this.#content);
        this.#key.restore(draft?.attempt);
        // How it went in the earlier visit is not known.
        this.#uncertainKey = draft?.attempt?.key;
      }
    } catch (error) {
      if (this.#subject !== subject || subject.signal.aborted) return;
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
    if (!this.#site) return;
    if (this.#isSending) {
      // What is on its way must be what stands in the form: a tick goes back to where it was.
      this.#options.onChange();
      return;
    }
    const isText = change.title !== undefined || change.body !== undefined;
    this.#content = this.#completed({
      ...this.#content,
      ...change,
      ...(isText && { language: this.#options.language() }),
    });
    if (this.isTyped) {
      this.#proof.start(this.#subject!.client);
      this.#options.onTyped();
      void this.#loadCheck();
    }
    this.#keep();
    this.#mend(change);
    this.#options.onChange();
  }

  /** Takes the answer to one of the consultation's own questions. */
  answer({ id }: Question, answer: TypedAnswer): void {
    this.type({ answers: new Map([...this.#content.answers, [id, answer]]) });
  }

  /**
   * Sends what is typed. However often it is called, the same content becomes one proposal. `placeFault` is
   * what the field for the place found wrong by itself, such as a name that was typed and not chosen.
   */
  async send(placeFault?: FieldFault): Promise<void> {
    if (this.#isSending || !this.#site) return;
    this.#failed = undefined;
    this.#isSending = true;
    try {
      const check = this.#check ?? (await this.#loadCheck());
      if (!check) {
        this.#failed = { fault: 'not_sent', retryAfter: null };
        this.#options.onError(new Error('The check of proposals could not be loaded.'), 'proposal');
        return;
      }
      this.#faults = this.#findFaults(check, placeFault);
      const input = this.#input(check);
      if (!input || this.#faults.length > 0 || !this.#options.mayBeSent(input)) return;
      await this.#deliver(input);
    } finally {
      this.#isSending = false;
      this.#options.onChange();
    }
  }

  /**
   * Looks at some of the fields before the form goes on to others; shows what is wrong with them and says whether
   * nothing is. What cannot be checked now, sending will check.
   */
  async verify(
    isAsked: (field: FieldFault['field']) => boolean,
    placeFault?: FieldFault,
  ): Promise<boolean> {
    const check = this.#check ?? (await this.#loadCheck());
    if (!check) return true;
    this.#faults = this.#findFaults(check, placeFault).filter(({ field }) => isAsked(field));
    this.#options.onChange();
    return this.#faults.length === 0;
  }

  async #deliver(input: ProposalInput): Promise<void> {
    this.#options.onChange();
    try {
      const receipt = await this.#create(this.#subject!.client, input);
      this.#receipt = receipt;
      this.#empty();
      this.#options.onSent(receipt);
      await this.#drafts?.erase();
    } catch (error) {
      if (!(await this.#keepUnsent(error, input))) this.#take(error);
      this.#options.onError(error, 'proposal');
    }
  }

  /** Puts what was kept unsent back into the form; sent unchanged, it is the same attempt. */
  takeUp(input: ProposalInput, key: string): void {
    this.#key.restore({ content: JSON.stringify(input), key });
    this.#content = this.#completed(contentOf(input));
    this.#keep();
    this.#options.onChange();
    if (input.answers) void this.#takeUpAnswers(input.answers);
  }

  async #takeUpAnswers(answers: Answers): Promise<void> {
    const check = await this.#loadCheck();
    if (!check) return;
    this.#content = {
      ...this.#content,
      answers: check.typedAnswersOf(this.consultation?.questions ?? [], answers),
    };
    this.#keep();
    this.#options.onChange();
  }

  /** Shows why what was taken up had been refused. */
  takeRefusal(code: string, issues: readonly FieldIssue[]): void {
    this.#faults = faultsFrom(issues, this.consultation?.questions);
    if (code === 'consent_outdated') void this.#renewSite();
    this.#options.onChange();
  }

  /** Shows the receipt of what was sent later; false where the form has something else to show. */
  showReceipt(receipt: Receipt): boolean {
    if (!this.#site || this.#receipt || this.#isSending) return false;
    this.#receipt = receipt;
    this.#options.onSent(receipt);
    return true;
  }

  /** Empties the form for another proposal. */
  startOver(): void {
    this.#receipt = undefined;
    this.#options.onChange();
  }

  /** Takes the draft off this device and empties the form. */
  async erase(): Promise<void> {
    if (this.#isSending) return;
    this.#empty();
    this.#options.onChange();
    await this.#drafts?.erase();
  }

  /** The page may be about to go: what was typed is kept now. */
  keepNow(): void {
    void this.#drafts?.flush();
  }

  /** Nobody fills in the form any longer. */
  leave(): void {
    this.keepNow();
    if (!this.#isSending) this.#proof.drop();
  }

  /** What proposals are checked with; loaded with the first words, while there is a connection. */
  async #loadCheck(): Promise<ProposalCheck | undefined> {
    try {
      this.#check ??= await import('./proposal-check.js');
    } catch {
      // Sending tries again, and says so.
    }
    return this.#check;
  }

  async #readConsultations({ client, consultation, signal }: FormSubject, fresh = false) {
    const options = { signal, fresh };
    if (consultation) return [await client.consultations.get(consultation, options)];
    return (await client.consultations.list({}, options).page()).items;
  }

  async #create(client: Client, input: ProposalInput): Promise<Receipt> {
    const idempotencyKey = this.#key.for(input);
    this.#keep();
    // The key must outlive the page before anything leaves it, or a reload could send the same twice.
    await this.#drafts?.flush();
    const proof = await this.#proof.take();
    // Without a signal: a person who leaves the page in this moment has still pressed send.
    return client.proposals.create(input, { idempotencyKey, ...(proof && { proof }) });
  }

  /** Hands over what a lost or faulty line kept from arriving. */
  async #keepUnsent(error: unknown, input: ProposalInput): Promise<boolean> {
    if (!isNafidaError(error) || !lineFaults.has(error.kind)) return false;
    const maybeSent = this.#faultOf(error) === 'maybe_sent';
    const unsent = { input, idempotencyKey: this.#key.for(input), maybeSent };
    if (!(await this.#options.keepUnsent(unsent))) return false;
    this.#empty();
    await this.#drafts?.erase();
    return true;
  }

  #keep(): void {
    const { consent: _consent, ...content } = this.#content;
    if (isWorthKeeping(this.#content)) {
      this.#drafts?.write({ content, attempt: this.#key.attempt });
    } else {
      void this.#drafts?.erase();
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

  /** `content` with what the page has settled, and with what there is no choice about. */
  #completed(content: ProposalContent): ProposalContent {
    const consultation =
      this.#consultations.find(({ id }) => id === content.consultation) ??
      (this.#consultations.length === 1 ? this.#consultations[0] : undefined);
    const axes = consultation?.axes ?? [];
    const [only] = axes.length === 1 ? axes : [];
    const axis = [this.#subject!.axis, content.axis, only?.id].find((wanted) =>
      axes.some(({ id }) => id === wanted),
    );
    return {
      ...content,
      consultation: consultation?.id ?? '',
      axis: axis ?? '',
      territory: this.#settledCode(consultation) ?? content.territory,
    };
  }

  /** The place that the page has settled, where it is among those that `consultation` asks for. */
  #settledCode(consultation: Consultation | undefined): string | undefined {
    const choice = consultation && placeChoiceOf(consultation, this.#subject!.within);
    const place = this.#settledPlace;
    return choice && place?.isAmong(choice) ? place.code : undefined;
  }

  #findFaults(check: ProposalCheck, placeFault?: FieldFault): FieldFault[] {
    const { consultation } = this;
    const input = this.#input(check);
    if (!consultation || !input) return faultsFrom([{ path: 'consultation', code: 'required' }]);
    const faults = check.faultsOf(input, consultation);
    if (!placeFault || faults.some(({ field }) => field === 'territory')) return faults;
    const isBefore = ({ field }: FieldFault) => fieldsBeforePlace.has(field);
    return [...faults.filter(isBefore), placeFault, ...faults.filter((fault) => !isBefore(fault))];
  }

  /** Looks again at the fields that were changed; what the server found wrong with the others stands. */
  #mend(change: Partial<ProposalContent>): void {
    if (this.#faults.length === 0 || !this.#check) return;
    const left = this.#findFaults(this.#check);
    // Another consultation asks other things.
    const isConcerned = (field: FieldFault['field']) =>
      field.split('.')[0]! in change || 'consultation' in change;
    this.#faults = this.#faults.flatMap((fault) =>
      isConcerned(fault.field) ? left.filter(({ field }) => field === fault.field) : [fault],
    );
  }

  #take(error: unknown): void {
    const problem = isNafidaError(error) && error.kind === 'problem' ? error : undefined;
    if (problem && problem.issues.length > 0) {
      this.#faults = faultsFrom(problem.issues, this.consultation?.questions);
      if (this.#faults.length > 0) return;
    }
    // The server asks other questions than this page does: staff changed them meanwhile.
    const isChanged = problem?.issues.some(({ path }) => path.startsWith('answers.')) ?? false;
    if (isChanged) void this.#renewConsultations();
    const fault = isChanged ? 'questions_changed' : this.#faultOf(error);
    this.#failed = { fault, retryAfter: problem?.retryAfter ?? null };
    if (fault === 'consent_outdated') void this.#renewSite();
    // This content never had this key on the server: with another key it can be sent.
    if (problem?.code === 'idempotency_mismatch') this.#key.restore(undefined);
  }

  /** That this try did not leave says nothing about the one before it. */
  #faultOf(error: unknown): SendingFault {
    const fault = sendingFaultOf(error);
    const key = this.#key.attempt?.key;
    if (fault === 'maybe_sent') this.#uncertainKey = key;
    return fault === 'not_sent' && key === this.#uncertainKey ? 'maybe_sent' : fault;
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

  /** Its questions changed since they were read: they are asked anew, and what was answered stands where it still fits. */
  async #renewConsultations(): Promise<void> {
    const subject = this.#subject!;
    try {
      const consultations = await this.#readConsultations(subject, true);
      if (this.#subject !== subject) return;
      this.#consultations = offered(consultations);
      this.#content = this.#completed(this.#content);
    } catch (error) {
      this.#options.onError(error, 'form');
    }
    this.#options.onChange();
  }

  /** Undefined until a consultation is chosen. */
  #input(check: ProposalCheck): ProposalInput | undefined {
    const { consultation } = this;
    if (!consultation) return undefined;
    return inputOf(this.#content, {
      language: this.#options.language(),
      privacyHash: this.#site?.privacy?.hash ?? '',
      consultation,
      answers: check.answersOf(consultation.questions, this.#content.answers),
    });
  }
}

async function settledPlaceOf(code: string): Promise<SettledPlace | undefined> {
  try {
    const { findPlace, isAmong } = await loadPlaceLookUp();
    const place = await findPlace(code);
    return place && { code: place.code, isAmong: (choice) => isAmong(choice, place) };
  } catch {
    // Without the look-up the person chooses.
    return undefined;
  }
}

/** The open consultations; where none is, the others, so that the form can say when. */
function offered(consultations: readonly Consultation[]): readonly Consultation[] {
  const open = consultations.filter(({ status }) => status === 'open');
  return open.length > 0 ? open : consultations;
}
