import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { LazyModule } from '../../foundation/loading/lazy-module.js';
import type { Locale } from '../../foundation/locale/locale.js';
import type { AgendaSource } from '../source/agenda-source.js';
import type { CalendarContext } from '../view/calendar-context.js';
import type { CalendarSettings } from '../view/calendar-settings.js';
import type { Toolbar } from '../toolbar/toolbar.js';
import type {
  CalendarTools,
  CalendarToolsOptions,
  FilterValues,
  ToolsView,
} from './calendar-tools.js';

/** The way to searching and filtering: a button, and what it opens once that is loaded. */
export class ToolsDisclosure {
  readonly #host: LitElement;
  readonly #source: AgendaSource;
  readonly #tools: LazyModule<CalendarTools>;
  #isOpen = false;

  constructor(host: LitElement, source: AgendaSource, options: CalendarToolsOptions) {
    this.#host = host;
    this.#source = source;
    this.#tools = new LazyModule(host, async () => {
      const { CalendarTools } = await import('./calendar-tools.js');
      return new CalendarTools(host, options);
    });
  }

  /** Opens the tools, so that a person who finds a filtered agenda sees the filters. */
  open(): void {
    this.#isOpen = true;
  }

  /** Loads them ahead where they are about to be drawn. */
  prepare({ q }: CalendarSettings): void {
    if (q || this.#isOpen) this.#tools.prepare();
  }

  /** The button that opens the fields. */
  renderButton({ messages, isWide }: CalendarContext): TemplateResult {
    return html`
      <button
        class="button quiet open-tools"
        part="open-tools"
        aria-expanded=${this.#isOpen}
        @click=${() => this.#toggle(isWide)}
      >
        ${isWide ? messages.tools : messages.options}
      </button>
    `;
  }

  /** The fields, once opened, with what of the `toolbar` finds no room in it. */
  renderFields(
    context: CalendarContext,
    settings: CalendarSettings,
    toolbar: Toolbar,
  ): TemplateResult | typeof nothing {
    const view = this.#viewOf(settings, context.locale);
    return view && this.#isOpen ? this.#tools.part!.renderFields(context, view, toolbar) : nothing;
  }

  /** Draws what is found, in place of the month; undefined while nothing is searched for. */
  searching(context: CalendarContext, settings: CalendarSettings): (() => unknown) | undefined {
    const view = this.#viewOf(settings, context.locale);
    const { part } = this.#tools;
    return view && part?.isSearching(view.values)
      ? () => part.renderResults(context, view)
      : undefined;
  }

  #toggle(isWide: boolean): void {
    this.#isOpen = !this.#isOpen;
    this.#host.requestUpdate();
    if (!this.#isOpen) return;
    const opened = this.#tools.need();
    // On a phone its keyboard would come along, over what was asked for.
    if (!isWide) return;
    void opened
      .then(() => this.#host.updateComplete)
      .then(() => this.#host.renderRoot.querySelector<HTMLElement>('#q')?.focus());
  }

  #viewOf(settings: CalendarSettings, lang: Locale): ToolsView | undefined {
    const { agenda, client } = this.#source;
    if (!this.#tools.part || !agenda || !client) return undefined;
    const { within, territory = within, type, audience, series, q = '' } = settings;
    const { sessions, site, hasFeed = true } = client;
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
      agenda,
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
