import type { Client } from '@nafida/client';
import type { FieldIssue, ProposalInput, Question } from '@nafida/contract';
import type { LitElement } from 'lit';
import { LazyModule } from '../foundation/loading/lazy-module.js';
import type { Catalogues } from '../foundation/locale/catalogue.js';
import { takeMessages } from '../foundation/locale/catalogue.js';
import type { TextLocale } from '../foundation/locale/locale.js';
import { placeIssuesIn } from '../submission/questions/place-issues.js';
import type { AttachmentsSection } from './attachments/attachments-section.js';
import type { ProposalContent } from './content/proposal-content.js';
import type { FormController } from './form/form-controller.js';
import type { QuestionSection } from './questions/question-section.js';
import type { ProposalSender, ProposalSenderOptions } from './sending/proposal-sender.js';
import type { SendingSection } from './sending/sending-section.js';
import type { SimilarSection } from './similar/similar-section.js';
import type { StepsSection } from './steps/steps-section.js';

/** What the sections ask of the element that holds the form. */
export interface FormSectionsOptions extends ProposalSenderOptions {
  /** Language of the texts. */
  readonly textLocale: () => TextLocale;
  readonly client: () => Client | undefined;
  /** Ends requests. */
  readonly signal: () => AbortSignal;
  /** Has something read out. */
  readonly say: (text: string) => void;
  /** What was read out is no longer shown. */
  readonly clearStatus: () => void;
  readonly focus: (selector: string) => Promise<void>;
  /** False where the page does not want this to be sent. */
  readonly mayBeSent: (input: ProposalInput) => boolean;
  /** Where what waits for a connection is kept. */
  readonly storage: () => 'device' | 'page';
}

/** The sections of the form that are loaded when somebody is about to need them, and what they ask of each other. */
export class FormSections {
  readonly #host: LitElement;
  readonly #form: FormController;
  readonly #options: FormSectionsOptions;
  #sender: ProposalSender | undefined;
  /** What checks and sends. Loaded beside the form, while what it asks is read. */
  readonly sending: LazyModule<SendingSection>;
  /** The field for the place; the rest of the form does not wait for it. */
  readonly picker: LazyModule<unknown>;
  /** The consultation's own questions, where it asks any. */
  readonly questions: LazyModule<QuestionSection>;
  /** Photos and documents, where the consultation takes any. */
  readonly attachments: LazyModule<AttachmentsSection>;
  /** What shows the form in steps. */
  readonly steps: LazyModule<StepsSection>;
  /** What others have proposed already: nobody waits for it. */
  readonly similar: LazyModule<SimilarSection>;

  constructor(host: LitElement, form: FormController, options: FormSectionsOptions) {
    this.#host = host;
    this.#form = form;
    this.#options = options;
    this.sending = new LazyModule(host, () => this.#loadSending());
    this.picker = new LazyModule(host, () => import('../region-picker/define.js'));
    this.questions = new LazyModule(host, async () => {
      const { QuestionSection } = await this.#worded(import('./questions/question-section.js'));
      return new QuestionSection(host);
    });
    this.attachments = new LazyModule(host, async () => {
      const { AttachmentsSection } = await this.#worded(
        import('./attachments/attachments-section.js'),
      );
      return new AttachmentsSection(host, options);
    });
    this.steps = new LazyModule(host, () => this.#loadSteps());
    this.similar = new LazyModule(host, async () => {
      const { SimilarSection } = await import('./similar/similar-section.js');
      return new SimilarSection(host, options);
    });
  }

  /** What sends what stands in the form; undefined until it is loaded. */
  get sender(): ProposalSender | undefined {
    return this.#sender;
  }

  /** Whether the consultation has questions of its own. */
  get asksQuestions(): boolean {
    return this.#questions.length > 0;
  }

  /** What the fields for places found wrong by themselves. */
  get placeIssues(): readonly FieldIssue[] {
    return placeIssuesIn(this.#host.renderRoot);
  }

  /** Loads what the form needs by now. */
  ask(wantsSteps: boolean): void {
    const { placeChoice, consultation, site, drafts } = this.#form;
    if (wantsSteps) this.steps.ask();
    if (placeChoice) this.picker.ask();
    if (this.asksQuestions) this.questions.ask();
    const asksFiles = this.#questions.some(({ type }) => type === 'file');
    if (consultation?.policy.attachments || asksFiles) this.attachments.ask();
    // The files of a draft are kept beside it.
    if (site) this.attachments.part?.follow(drafts?.name);
  }

  /** The page is looked at again: what could not be loaded may come now. */
  retry(): void {
    for (const section of [this.picker, this.questions, this.attachments]) {
      if (section.failed) void section.need();
    }
    this.sending.prepare();
    this.sending.part?.outbox?.showReceipt();
  }

  /** A person wrote or chose something: makes sending ready, and looks for what others proposed already. */
  typed(change: Partial<ProposalContent>): void {
    this.#sender?.typed(change);
    const { consultation, content } = this.#form;
    // Shorter ones say too little.
    if (!consultation || content.title.trim().length < 8) return;
    void this.similar
      .need()
      .then((similar) => similar?.look(this.#form.content.title, consultation.id));
  }

  async #loadSending(): Promise<SendingSection> {
    const { attachments, steps, similar } = this;
    const { SendingSection } = await this.#worded(import('./sending/sending-section.js'));
    const section = new SendingSection(this.#host, this.#form, {
      ...this.#options,
      attachments,
      reveal: (field) => steps.part?.reveal(field),
      restart: () => steps.part?.restart(),
      answerText: (issue) => this.questions.part?.issueText(issue, this.#questions) ?? '',
      onAnother: () => {
        this.#options.clearStatus();
        similar.part?.restart();
      },
    });
    this.#sender = section.sender;
    await section.ready;
    section.follow();
    return section;
  }

  async #loadSteps(): Promise<StepsSection> {
    const { sending } = this;
    const { StepsSection } = await this.#worded(import('./steps/steps-section.js'));
    return new StepsSection(this.#host, this.#form, {
      focus: this.#options.focus,
      verify: async (isAsked) =>
        (await sending.need())?.sender.verify(isAsked, this.placeIssues) ?? true,
      focusIssues: async () => sending.part?.focusIssues(),
    });
  }

  /** The module of a section, with its words in the language of the page. */
  async #worded<Module extends { readonly catalogues: Catalogues<object> }>(
    loading: Promise<Module>,
  ): Promise<Module> {
    const module = await loading;
    await takeMessages(module.catalogues, this.#options.textLocale());
    return module;
  }

  get #questions(): readonly Question[] {
    return this.#form.consultation?.questions ?? [];
  }
}
