import '@nafida/client/reads/proposals.js';
import type { Client } from '@nafida/client';
import type { Proposal } from '@nafida/contract';
import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { addStyles, LazyModule } from '../../foundation/loading/lazy-module.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import { proposalParts } from '../../foundation/nested-parts.js';
import type { FormView } from '../form/form-view.js';
import type { SimilarMessages } from './messages.js';
import { catalogues } from './catalogues.js';
import { styles } from './similar.styles.js';

/** What the section needs of the form around it. */
export interface SimilarSectionOptions {
  readonly client: () => Client | undefined;
  readonly signal: () => AbortSignal;
  readonly say: (text: string) => void;
}

/** How long typing must rest before it is looked for, in milliseconds. */
const rest = 600;

/**
 * Published proposals near the title that is being typed, to be read and supported in its place. They stand under the
 * title, and come only while somebody is in it: what is typed further down is never pushed away.
 */
export class SimilarSection {
  readonly #host: LitElement;
  readonly #options: SimilarSectionOptions;
  readonly #locale: LocaleController<SimilarMessages>;
  readonly #page: LazyModule<unknown>;
  #title = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #items: readonly Proposal[] = [];
  #opened: string | undefined;
  /** The person said that theirs is another one, or the server knows no near ones. */
  #isDone = false;

  constructor(host: LitElement, options: SimilarSectionOptions) {
    this.#host = host;
    this.#options = options;
    this.#locale = new LocaleController(host, catalogues);
    this.#page = new LazyModule(host, () => import('../../proposal/define.js'));
    addStyles(host, [styles]);
    host.addController({ hostDisconnected: () => clearTimeout(this.#timer) });
  }

  /** Looks for what is near `title` once typing rests; the same title again changes nothing. */
  look(title: string, consultation: string): void {
    if (this.#isDone || title === this.#title) return;
    this.#title = title;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#find(title, consultation), rest);
  }

  /** For another proposal. */
  restart(): void {
    this.#isDone = false;
    this.#items = [];
    this.#opened = undefined;
    this.#title = '';
  }

  render({ locale, headingLevel }: FormView): TemplateResult | typeof nothing {
    const { messages } = this.#locale;
    if (!messages || this.#items.length === 0) return nothing;
    return html`
      <div class="similar" part="similar" role="group" aria-labelledby="similar-title">
        <p id="similar-title" class="label">${messages.title}</p>
        <p class="hint">${messages.hint}</p>
        <ul role="list">
          ${this.#items.map((proposal) => {
            const { reference, title, supports } = proposal;
            const isOpen = reference === this.#opened;
            return html`
              <li>
                <button
                  class="near"
                  type="button"
                  aria-expanded=${isOpen}
                  @click=${() => this.#toggle(reference)}
                >
                  <span lang=${title.language} dir="auto">${title.text}</span>
                  <span class="hint">${messages.supportCount(supports)}</span>
                </button>
                ${
                  isOpen && this.#page.part
                    ? html`<nafida-proposal
                        exportparts=${proposalParts}
                        lang=${locale}
                        reference=${reference}
                        heading-level=${Math.min(6, headingLevel + 1)}
                        .client=${this.#options.client() ?? null}
                        .proposal=${proposal}
                      ></nafida-proposal>`
                    : nothing
                }
              </li>
            `;
          })}
        </ul>
        <button class="button quiet dismiss" type="button" @click=${() => this.#dismiss()}>
          ${messages.dismiss}
        </button>
      </div>
    `;
  }

  async #find(title: string, consultation: string): Promise<void> {
    const client = this.#options.client();
    const signal = this.#options.signal();
    if (!client) return;
    try {
      const items = await client.proposals.similar(title.trim(), { consultation }, { signal });
      if (title !== this.#title || this.#isDone || !this.#isInTitle) return;
      const isNews = items.some(
        ({ reference }) => !this.#items.some((known) => known.reference === reference),
      );
      this.#items = items;
      if (isNews) this.#options.say(this.#locale.messages?.found(items.length) ?? '');
      this.#host.requestUpdate();
    } catch (error) {
      // Nobody asked for this list, so nobody is told of an error. An older server does not have it.
      if (!signal.aborted && isMissing(error)) this.#isDone = true;
    }
  }

  get #isInTitle(): boolean {
    return this.#host.shadowRoot?.activeElement?.id === 'field-title';
  }

  #toggle(reference: string): void {
    this.#opened = reference === this.#opened ? undefined : reference;
    this.#host.requestUpdate();
    void this.#page.need();
  }

  #dismiss(): void {
    this.#isDone = true;
    this.#items = [];
    this.#host.requestUpdate();
    this.#host.shadowRoot?.getElementById('field-title')?.focus();
  }
}

function isMissing(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'not_found';
}
