import type { LitElement } from 'lit';
import { html, nothing } from 'lit';
import { LazyPart } from '../../foundation/lazy-part.js';
import type { Locale } from '../../foundation/locale.js';
import type { AgendaSource } from '../agenda-source.js';
import type { CalendarContext } from '../calendar-context.js';
import type { CalendarSettings } from '../calendar-settings.js';
import type {
  CalendarTools,
  CalendarToolsOptions,
  FilterValues,
  ToolsView,
} from './calendar-tools.js';

/** The way to searching and filtering: a button, and what it opens once that is loaded. */
export class ToolsPart {
  readonly #host: LitElement;
  readonly #source: AgendaSource;
  readonly #tools: LazyPart<CalendarTools>;
  #isOpen = false;

  constructor(host: LitElement, source: AgendaSource, options: CalendarToolsOptions) {
    this.#host = host;
    this.#source = source;
    this.#tools = new LazyPart(host, async () => {
      const { CalendarTools } = await import('./calendar-tools.js');
      return new CalendarTools(host, options);
    });
  }

  /** Opens the tools: who comes upon what was narrowed sees by what. */
  open(): void {
    this.#isOpen = true;
  }

  /** Loads them ahead where they are about to be drawn. */
  prepare({ q }: CalendarSettings): void {
    if (q || this.#isOpen) this.#tools.prepare();
  }

  /** The button and, once opened, the fields; `calendar` beneath them unless something is searched for. */
  render(context: CalendarContext, settings: CalendarSettings, calendar: () => unknown) {
    const { part } = this.#tools;
    const { agenda } = this.#source;
    const view = part && agenda && this.#viewOf(settings, context.locale);
    return html`
      <button
        class="button quiet open-tools"
        part="open-tools"
        aria-expanded=${this.#isOpen}
        @click=${() => this.#toggle()}
      >
        ${context.messages.tools}
      </button>
      ${view && this.#isOpen ? part.renderFields(context, view) : nothing}
      ${view && part.isSearching(view.values) ? part.renderResults(context, view) : calendar()}
    `;
  }

  #toggle(): void {
    this.#isOpen = !this.#isOpen;
    this.#host.requestUpdate();
    if (!this.#isOpen) return;
    void this.#tools
      .need()
      .then(() => this.#host.updateComplete)
      .then(() => this.#host.renderRoot.querySelector<HTMLElement>('#q')?.focus());
  }

  #viewOf(settings: CalendarSettings, lang: Locale): ToolsView {
    const { within, territory = within, type, audience, series, q = '' } = settings;
    const { sessions, site, hasFeed = true } = this.#source.client!;
    const query = { territory, type, audience, series };
    const values: FilterValues = {
      territory: settings.territory ?? '',
      type: type ?? '',
      audience: audience ?? '',
      q,
    };
    return {
      values,
      within,
      agenda: this.#source.agenda!,
      feed: hasFeed
        ? {
            https: sessions.feedUrl(query, { lang }),
            webcal: sessions.feedUrl(query, { lang, webcal: true }),
            isFiltered: site !== undefined,
          }
        : undefined,
    };
  }
}
