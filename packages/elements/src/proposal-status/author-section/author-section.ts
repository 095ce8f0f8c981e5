import type { Client } from '@nafida/client';
import { isNafidaError } from '@nafida/client/core.js';
import { toIndentedJson } from '@nafida/client/natives.js';
import type { AuthorQuestion, Receipt } from '@nafida/contract';
import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { errorReasonOf } from '../../foundation/errors/error-reason.js';
import { addStyles } from '../../foundation/loading/lazy-module.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import type { AuthorSectionAction, AuthorSectionState } from './author-section-template.js';
import { renderManagement, renderNews } from './author-section-template.js';
import { styles } from './author-section.styles.js';
import type { AuthorSectionMessages, AuthorSectionIssue } from './messages.js';
import { catalogues } from './catalogues.js';
import { ReceiptCheck } from './receipt-check.js';
import { saveFile } from './save-file.js';
import type { SectionView } from './section-view.js';

/** What the section needs from the element. */
export interface AuthorSectionOptions {
  readonly client: () => Client | undefined;
  readonly signal: () => AbortSignal;
  /** The tracking code of what is shown. */
  readonly code: () => string;
  /** Called with what is stored now. */
  readonly onReceipt: (receipt: Receipt) => void;
  readonly onError: (error: unknown) => void;
  readonly focus: (selector: string) => Promise<void>;
}

/** What the author of a proposal can do once the code has opened it: read the answer, reply, withdraw, take a copy. */
export class AuthorSection {
  readonly #host: LitElement;
  readonly #options: AuthorSectionOptions;
  readonly #locale: LocaleController<AuthorSectionMessages>;
  readonly #receiptCheck: ReceiptCheck;
  /** Reply as typed. */
  #reply = '';
  #busy: AuthorSectionAction | undefined;
  #issue: { readonly action: AuthorSectionAction; readonly issue: AuthorSectionIssue } | undefined;
  #said = '';
  #isConfirming = false;

  constructor(host: LitElement, options: AuthorSectionOptions) {
    this.#host = host;
    this.#options = options;
    this.#locale = new LocaleController(host, catalogues);
    this.#receiptCheck = new ReceiptCheck(host, options);
    addStyles(host, [styles]);
  }

  /** Forgets what was typed: the next person at this computer must not see it. */
  close(): void {
    this.#reply = '';
    this.#busy = undefined;
    this.#issue = undefined;
    this.#said = '';
    this.#isConfirming = false;
  }

  async #sendReply(question: AuthorQuestion): Promise<void> {
    const text = this.#reply.trim();
    if (text === '') {
      this.#issue = { action: 'reply', issue: 'required' };
      this.#host.requestUpdate();
      await this.#options.focus('#field-reply');
      return;
    }
    const { locale: language } = this.#locale;
    const isDone = await this.#perform('reply', (client, code, signal) =>
      client.receipts.reply(code, question.id, { text, language }, { signal }),
    );
    if (!isDone) return this.#options.focus('#field-reply');
    this.#reply = '';
    this.#said = this.#locale.messages!.replied;
    this.#host.requestUpdate();
    await this.#options.focus('#title');
  }

  async #withdraw(): Promise<void> {
    const isDone = await this.#perform('withdraw', (client, code, signal) =>
      client.receipts.withdraw(code, { signal }),
    );
    if (!isDone) return;
    this.#isConfirming = false;
    this.#host.requestUpdate();
    await this.#options.focus('#title');
  }

  async #confirm(isConfirming: boolean): Promise<void> {
    this.#isConfirming = isConfirming;
    this.#issue = undefined;
    this.#host.requestUpdate();
    await this.#options.focus(isConfirming ? '#withdraw-question' : '#withdraw');
  }

  async #saveOwnData(reference: string): Promise<void> {
    await this.#perform('own_data', async (client, code, signal) => {
      const data = await client.receipts.ownData(code, { fresh: true, signal });
      saveFile(`${reference}.json`, 'application/json', toIndentedJson(data));
      return undefined;
    });
  }

  /** Carries out one action at a time; false when it failed, which {@link render} then says. */
  async #perform(
    action: AuthorSectionAction,
    act: (client: Client, code: string, signal: AbortSignal) => Promise<Receipt | undefined>,
  ): Promise<boolean> {
    const { client: clientOf, signal: signalOf, code: codeOf, onReceipt, onError } = this.#options;
    const client = clientOf();
    if (this.#busy || !client) return false;
    const [signal, code] = [signalOf(), codeOf()];
    this.#busy = action;
    this.#issue = undefined;
    this.#said = '';
    this.#host.requestUpdate();
    try {
      const receipt = await act(client, code, signal);
      // Somebody else's proposal may stand there by now.
      if (codeOf() !== code) return false;
      if (receipt) onReceipt(receipt);
      return true;
    } catch (error) {
      if (signal.aborted || codeOf() !== code) return false;
      this.#issue = { action, issue: issueOf(error) };
      onError(error);
      return false;
    } finally {
      this.#busy = undefined;
      this.#host.requestUpdate();
    }
  }

  /** What the authority asks and answered. */
  renderNews(view: SectionView, receipt: Receipt): TemplateResult | typeof nothing {
    const { messages } = this.#locale;
    return messages ? renderNews(view, messages, receipt, this.#stateOf(receipt)) : nothing;
  }

  /** What the author can do. */
  render(view: SectionView, receipt: Receipt): TemplateResult | typeof nothing {
    const { messages } = this.#locale;
    if (!messages) return nothing;
    const management = renderManagement(view, messages, receipt, this.#stateOf(receipt));
    return html`${this.#receiptCheck.render(view, messages, receipt)} ${management}`;
  }

  #stateOf({ reference }: Receipt): AuthorSectionState {
    return {
      reply: this.#reply,
      busy: this.#busy,
      issue: this.#issue,
      said: this.#said,
      isConfirming: this.#isConfirming,
      onType: (text) => (this.#reply = text),
      onReply: (question) => void this.#sendReply(question),
      onConfirm: (isConfirming) => void this.#confirm(isConfirming),
      onWithdraw: () => void this.#withdraw(),
      onSave: () => void this.#saveOwnData(reference),
    };
  }
}

function issueOf(error: unknown): AuthorSectionIssue {
  if (isNafidaError(error)) {
    if (error.kind === 'input') return 'too_long';
    if (error.kind === 'problem' && error.code === 'invalid_input') return 'too_long';
    if (error.kind === 'problem' && error.code === 'already_replied') return 'already_replied';
  }
  return errorReasonOf(error);
}
