import type { Client } from '@nafida/client';
import type { SealedFile } from '@nafida/client/outbox';
import type { AttachmentPolicy, Consultation, ProposalInput, Question } from '@nafida/contract';
import { shownQuestions } from '@nafida/contract';
import { attachmentLimits } from '@nafida/contract/limits.js';
import { textIn } from '@nafida/contract/reads.js';
import type { LitElement, TemplateResult } from 'lit';
import { nothing } from 'lit';
import { addStyles } from '../../foundation/loading/lazy-module.js';
import { written } from '../../foundation/locale/written-text.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import type { FormView } from '../form/form-view.js';
import type { FilesField } from './attachments-template.js';
import { renderLabel } from '../form/field-template.js';
import { renderAttachments, renderProgress } from './attachments-template.js';
import { styles } from './attachments.styles.js';
import type { Asked } from './chosen-files.js';
import { ChosenFiles } from './chosen-files.js';
import { FileStore } from './file-store.js';
import type { AttachmentMessages } from './messages.js';
import { catalogues } from './catalogues.js';

export { catalogues };

/** What the section asks of the form around it. */
export interface AttachmentsSectionOptions {
  /** Has something read out. */
  readonly say: (text: string) => void;
  readonly focus: (selector: string) => Promise<void>;
}

/** Photos and documents of a proposal. Loaded where the consultation takes any. */
export class AttachmentsSection {
  readonly #options: AttachmentsSectionOptions;
  readonly #locale: LocaleController<AttachmentMessages>;
  readonly #chosen: ChosenFiles;
  #adding: Promise<void> = Promise.resolve();
  /** When the proposal was last about to be sent. */
  #asked: Asked = new Map();
  #saidFile = 0;

  constructor(host: LitElement, options: AttachmentsSectionOptions) {
    this.#options = options;
    this.#locale = new LocaleController(host, catalogues);
    this.#chosen = new ChosenFiles(() => {
      this.#sayProgress();
      host.requestUpdate();
    });
    addStyles(host, [styles]);
  }

  /** The field in which a file stands that will not be taken; undefined where there is none. */
  get fieldWithIssue(): 'attachments' | `answers.${string}` | undefined {
    const wrong = this.#sent.find(({ issue }) => issue !== undefined);
    return wrong && fieldOf(wrong.question);
  }

  /** All that is chosen, also for questions that are not asked at the moment. */
  get files(): readonly SealedFile[] {
    return this.#chosen.files;
  }

  /** What goes with the proposal, to be sent later. */
  get sealed(): readonly SealedFile[] {
    return this.#sent;
  }

  /** Resolves once what was chosen is taken or turned away. */
  settled(): Promise<void> {
    return this.#adding;
  }

  get #sent() {
    return this.#chosen.files.filter(({ question }) => this.#asked.has(question));
  }

  /** Puts back what was to be sent later. */
  restore(files: readonly SealedFile[]): Promise<void> {
    return this.#chosen.restore(files);
  }

  /** Takes up what an earlier visit chose for the form of this name; undefined keeps nothing on the device. */
  follow(name: string | undefined): void {
    void this.#chosen.keepIn(name === undefined ? undefined : new FileStore(name));
  }

  /** The proposal with its files, which are sent before; undefined where one of them is not taken. */
  async complete(
    client: Client,
    consultation: Consultation,
    input: ProposalInput,
  ): Promise<ProposalInput | undefined> {
    await this.#adding;
    this.#asked = askedIn(consultation, input);
    if (this.#sent.length === 0) return input;
    const attachments = await this.#chosen.upload(client, consultation.id, this.#asked);
    return attachments && { ...input, attachments };
  }

  /** The server knows the uploads no more. */
  forgetUploads(): void {
    this.#chosen.forgetUploads();
  }

  /** Leaves nothing, here and on the device. */
  clear(): void {
    this.#chosen.clear();
  }

  /** What goes with the proposal itself. */
  render(view: FormView, { policy }: Consultation): typeof nothing | TemplateResult {
    const messages = this.#locale.messages;
    if (!messages || !policy.attachments) return nothing;
    return this.#render(view, policy.attachments, {
      question: undefined,
      label: renderLabel('attachments', messages.label),
      hint: undefined,
      error: '',
      isRequired: false,
    });
  }

  /** What answers a question of the consultation; `error` is what is wrong with the answer. */
  renderQuestion(
    view: FormView,
    question: Question,
    error: string,
  ): typeof nothing | TemplateResult {
    const { id, label, hint, required, files } = question;
    return this.#render(view, files ?? { count: 1, bytes: attachmentLimits.bytes }, {
      question: id,
      label: written(textIn(label, view.locale)),
      hint: hint ? written(textIn(hint, view.locale)) : undefined,
      error,
      isRequired: required,
    });
  }

  #render(view: FormView, policy: AttachmentPolicy, about: Omit<FilesField, 'key' | 'policy'>) {
    const messages = this.#locale.messages;
    if (!messages) return nothing;
    const { question } = about;
    const key = fieldOf(question);
    // What was missing there may be there now.
    const mend = () => view.form.type({ answers: view.form.content.answers });
    return renderAttachments(view, this.#chosen, { key, policy, ...about }, messages, {
      onAdd: (files) => {
        this.#adding = this.#adding
          .then(() => this.#chosen.add(files, policy, question))
          .then(() => {
            this.#options.say(messages.added(this.#chosen.filesFor(question).length));
            if (question !== undefined) mend();
          });
      },
      onRemove: (file) => {
        this.#chosen.remove(file.id);
        this.#options.say(messages.removed);
        void this.#options.focus(`#${CSS.escape(`add-${key}`)}`);
      },
      onDescribe: (file, description) => this.#chosen.describe(file.id, description),
    });
  }

  renderProgress(): typeof nothing | TemplateResult {
    const messages = this.#locale.messages;
    return messages ? renderProgress(this.#chosen, messages) : nothing;
  }

  /** Each file is said once: every per cent would be noise. */
  #sayProgress(): void {
    const { progress } = this.#chosen;
    const messages = this.#locale.messages;
    if (progress && messages && progress.file !== this.#saidFile) {
      this.#options.say(messages.sending(progress.file, progress.of, 0));
    }
    this.#saidFile = progress?.file ?? 0;
  }
}

/** The field that shows the files of a question, or those of the proposal itself. */
function fieldOf(question: string | undefined): 'attachments' | `answers.${string}` {
  return question === undefined ? 'attachments' : `answers.${question}`;
}

/** The files that a proposal with these answers is asked for. */
function askedIn({ policy, questions }: Consultation, { answers = {} }: ProposalInput): Asked {
  const shown = shownQuestions(questions, answers).flatMap(({ id, type, files }) =>
    type === 'file' && files ? [[id, files] as const] : [],
  );
  return new Map<string | undefined, AttachmentPolicy>([
    ...(policy.attachments ? [[undefined, policy.attachments] as const] : []),
    ...shown,
  ]);
}
