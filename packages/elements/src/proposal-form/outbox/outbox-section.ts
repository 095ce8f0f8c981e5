import type { Client } from '@nafida/client';
import type { OutboxItem, SealedFile } from '@nafida/client/outbox';
import type { FieldIssue, ProposalInput, Receipt } from '@nafida/contract';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { nothing } from 'lit';
import { addStyles } from '../../foundation/loading/lazy-module.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import { namedFiles } from '../attachments/named-files.js';
import type { FormController } from '../form/form-controller.js';
import type { FormView } from '../form/form-view.js';
import type { Unsent } from '../submit/proposal-submission.js';
import type { OutboxMessages } from './messages.js';
import { catalogues } from './catalogues.js';
import { OutboxController } from './outbox-controller.js';
import type { SendingTexts } from './outbox-template.js';
import { renderOutbox } from './outbox-template.js';
import { styles } from './outbox.styles.js';

export { catalogues };

/** What the section asks the form around it to do. */
export interface OutboxSectionOptions {
  /** Has something read out. */
  readonly say: (text: string) => void;
  readonly focus: (selector: string) => Promise<void>;
  /** Puts a proposal back into the form, under the key it was tried with. */
  readonly takeUp: (input: ProposalInput, key: string) => void;
  /** Shows what was wrong with what was taken up. */
  readonly showIssues: (issues: readonly FieldIssue[], code: string) => void;
  /** False where the form has something else to show. */
  readonly showReceipt: (receipt: Receipt) => boolean;
  /** Puts files back among those that were chosen. */
  readonly takeFiles: (files: readonly SealedFile[]) => Promise<void>;
}

/**
 * Proposals that wait on this device for a connection, above the form they were written in. When one has gone, its
 * receipt takes the place of the form, unless somebody is writing there.
 */
export class OutboxSection implements ReactiveController {
  readonly #host: LitElement;
  readonly #form: FormController;
  readonly #options: OutboxSectionOptions;
  readonly #locale: LocaleController<OutboxMessages>;
  readonly #outbox: OutboxController;
  #followed: [client: Client, storage: 'device' | 'page'] | undefined;
  #wantsAnother = false;
  #isAskedFor = false;
  /** A person pressed send now, and it still waits. */
  #hasFailed = false;

  constructor(host: LitElement, form: FormController, options: OutboxSectionOptions) {
    this.#host = host;
    this.#form = form;
    this.#options = options;
    this.#locale = new LocaleController(host, catalogues);
    this.#outbox = new OutboxController(() => {
      this.showReceipt();
      host.requestUpdate();
    });
    addStyles(host, [styles]);
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#followed) this.#outbox.follow(...this.#followed);
  }

  hostDisconnected(): void {
    this.#outbox.leave();
  }

  /** True while what waits stands alone, without an empty form under it. */
  get standsAlone(): boolean {
    const { items } = this.#outbox;
    const isReadable = items.length > 0 && this.#locale.messages !== undefined;
    return isReadable && !this.#form.isTyped && !this.#wantsAnother;
  }

  /** True when a person pressed a button for the receipt that comes: not every engine focuses what is clicked. */
  get isAskedFor(): boolean {
    return this.#isAskedFor;
  }

  /** Shows what waits for this client's service, and keeps there what comes. */
  follow(client: Client, storage: 'device' | 'page'): void {
    this.#followed = [client, storage];
    this.#outbox.follow(client, storage);
  }

  /** Keeps a proposal until there is a connection, and says so. */
  async keep(unsent: Unsent): Promise<void> {
    this.#wantsAnother = false;
    await this.#outbox.keep(unsent);
  }

  /** Goes to where it says what waits. */
  async focusLatest(): Promise<void> {
    await this.#options.focus(`#outbox-${this.#outbox.items.length - 1}`);
  }

  /** The receipt of what has gone meanwhile takes the place of an empty form that someone sees. */
  showReceipt(): void {
    const { sent } = this.#outbox;
    const isSeen = document.visibilityState === 'visible' && this.#host.isConnected;
    if (sent && isSeen && !this.#form.isTyped) void this.#show(sent);
  }

  async #show(item: OutboxItem): Promise<void> {
    if (item.state !== 'sent' || !this.#options.showReceipt(item.receipt)) return;
    this.#wantsAnother = false;
    // The tracking code is nowhere else: it leaves the device once it can be read.
    await this.#host.updateComplete;
    this.#isAskedFor = false;
    await this.#outbox.remove(item.id);
  }

  async #tryNow(): Promise<void> {
    if (this.#outbox.isTrying) return;
    this.#isAskedFor = true;
    this.#hasFailed = false;
    await this.#outbox.tryNow();
    this.#isAskedFor = false;
    this.#hasFailed = true;
    this.#host.requestUpdate();
  }

  async #takeUp(item: OutboxItem): Promise<void> {
    if (item.state === 'sent') return;
    const { files = [] } = item;
    // Named as it was tried, so that it stays the same attempt.
    const attachments = files.length > 0 ? namedFiles(files) : undefined;
    this.#options.takeUp({ ...item.input, ...(attachments && { attachments }) }, item.id);
    // They leave the outbox once they are kept elsewhere.
    if (files.length > 0) await this.#options.takeFiles(files);
    if (item.state === 'refused') {
      this.#options.showIssues(item.refusal.issues, item.refusal.reason);
    }
    await this.#outbox.remove(item.id);
    await this.#options.focus('#field-title');
  }

  async #erase({ id }: OutboxItem): Promise<void> {
    await this.#outbox.remove(id);
    this.#options.say(this.#locale.messages!.erased);
    await this.#options.focus('[part="outbox"] [role="heading"], form input:not([tabindex])');
  }

  render(view: FormView, sendingTexts: SendingTexts): typeof nothing | TemplateResult {
    const { items, isTrying } = this.#outbox;
    const { messages } = this.#locale;
    if (items.length === 0 || !messages) return nothing;
    return renderOutbox({ ...view, ...sendingTexts }, messages, {
      items,
      isTrying,
      hasFailed: this.#hasFailed,
      mayTakeUp: !this.#form.isTyped && this.#form.site !== undefined,
      onTryNow: () => void this.#tryNow(),
      onTakeUp: (item) => void this.#takeUp(item),
      onErase: (item) => void this.#erase(item),
      onShowReceipt: (item) => {
        this.#isAskedFor = true;
        void this.#show(item);
      },
      onAnother: this.standsAlone
        ? () => {
            this.#wantsAnother = true;
            this.#host.requestUpdate();
            void this.#options.focus('form input:not([tabindex])');
          }
        : undefined,
    });
  }
}
