import type { Client } from '@nafida/client';
import type { SealedFile } from '@nafida/client/outbox';
import type { Consultation, ProposalInput } from '@nafida/contract';
import type { LitElement } from 'lit';
import { nothing } from 'lit';
import { addStyles } from '../../foundation/lazy-part.js';
import { LocaleController } from '../../foundation/locale-controller.js';
import type { FormView } from '../form-view.js';
import { renderAttachments, renderProgress } from './attachments-template.js';
import { styles } from './attachments.styles.js';
import { ChosenFiles } from './chosen-files.js';
import { FileStore } from './file-store.js';
import type { AttachmentMessages } from './messages.js';
import { catalogues } from './messages.js';

export { catalogues };

/** What the desk asks of the form around it. */
export interface AttachmentsDeskOptions {
  /** Has something read out. */
  readonly say: (text: string) => void;
  readonly focus: (selector: string) => Promise<void>;
}

/** Photos and documents of a proposal. Loaded where the consultation takes any. */
export class AttachmentsDesk {
  readonly #options: AttachmentsDeskOptions;
  readonly #locale: LocaleController<AttachmentMessages>;
  readonly #chosen: ChosenFiles;
  #adding: Promise<void> = Promise.resolve();
  #saidFile = 0;

  constructor(host: LitElement, options: AttachmentsDeskOptions) {
    this.#options = options;
    this.#locale = new LocaleController(host, catalogues);
    this.#chosen = new ChosenFiles(() => {
      this.#sayProgress();
      host.requestUpdate();
    });
    addStyles(host, [styles]);
  }

  /** True when a file stands in the list that will not be taken. */
  get hasFault(): boolean {
    return this.#chosen.files.some(({ fault }) => fault !== undefined);
  }

  /** True when files go with the proposal. */
  get hasFiles(): boolean {
    return this.#chosen.files.length > 0;
  }

  /** What goes with the proposal, to be sent later. */
  get sealed(): readonly SealedFile[] {
    return this.#chosen.files;
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
    { id, policy }: Consultation,
    input: ProposalInput,
  ): Promise<ProposalInput | undefined> {
    await this.#adding;
    if (!policy.attachments || !this.hasFiles) return input;
    const attachments = await this.#chosen.upload(client, id, policy.attachments);
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

  render(view: FormView, { policy }: Consultation) {
    const words = this.#locale.messages;
    const { attachments } = policy;
    if (!words || !attachments) return nothing;
    return renderAttachments(view, this.#chosen, attachments, words, {
      onAdd: (files) => {
        this.#adding = this.#adding
          .then(() => this.#chosen.add(files, attachments))
          .then(() => this.#options.say(words.added(this.#chosen.files.length)));
      },
      onRemove: (file) => {
        this.#chosen.remove(file.id);
        this.#options.say(words.removed);
        void this.#options.focus('#add-attachment');
      },
      onDescribe: (file, description) => this.#chosen.describe(file.id, description),
    });
  }

  renderProgress() {
    const words = this.#locale.messages;
    return words ? renderProgress(this.#chosen, words) : nothing;
  }

  /** Each file is said once: every per cent would be noise. */
  #sayProgress(): void {
    const { progress } = this.#chosen;
    const words = this.#locale.messages;
    if (progress && words && progress.file !== this.#saidFile) {
      this.#options.say(words.sending(progress.file, progress.of, 0));
    }
    this.#saidFile = progress?.file ?? 0;
  }
}
