import { toJson } from '@nafida/client/natives.js';
import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { agendaErrorReasonOf } from '../agenda/agenda-error.js';
import { addStyles } from '../../foundation/loading/lazy-module.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import { placeParts } from '../../foundation/nested-parts.js';
import type { RegionChangeEvent } from '../../region-picker/region-picker-events.js';
import '../../region-picker/define.js';
import type { Agenda } from '../agenda/agenda.js';
import type { CalendarContext } from '../view/calendar-context.js';
import { renderAgendaError, renderSkeleton } from '../view/calendar-states.js';
import { content } from '../view/content.styles.js';
import { list } from '../list/list.styles.js';
import { renderRows } from '../list/list-view.js';
import type { Toolbar } from '../toolbar/toolbar.js';
import { renderToday } from '../toolbar/toolbar.js';
import type { ToolsMessages } from './messages.js';
import { toolsCatalogues } from './catalogues.js';
import type { Results } from './result-reader.js';
import { ResultReader } from './result-reader.js';
import { toolsStyles } from './tools.styles.js';

/** The filters of the agenda that a person chose; empty where they chose none. */
export interface FilterValues {
  readonly territory: string;
  readonly type: string;
  readonly audience: string;
  readonly q: string;
}

type Change = (changes: Partial<FilterValues>) => void;

/** What the tools need of the calendar around them. */
export interface CalendarToolsOptions {
  readonly onFilter: (values: FilterValues) => void;
  readonly onOpen: (session: string) => void;
  readonly say: (text: string) => void;
}

/** What the tools are drawn with. */
export interface ToolsView {
  readonly values: FilterValues;
  /** Territory that the page keeps to. */
  readonly within: string | undefined;
  readonly agenda: Agenda;
  /** Addresses of the agenda as a calendar, with the filters as they are where it `isFiltered`. */
  readonly feed: AgendaFeed | undefined;
}

interface AgendaFeed {
  readonly https: string;
  readonly webcal: string;
  readonly isFiltered: boolean;
}

/** How long typing must rest before it is searched for, in milliseconds. */
const rest = 400;

const types = ['in_person', 'online', 'hybrid'] as const;

/** Searching, filtering, looking at past sessions and subscribing: loaded when a person asks for any of it. */
export class CalendarTools {
  readonly #host: LitElement;
  readonly #options: CalendarToolsOptions;
  readonly #locale: LocaleController<ToolsMessages>;
  #showsPast = false;
  #reader: ResultReader | undefined;
  #readerOf: string | undefined;
  #counted: Results | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, options: CalendarToolsOptions) {
    addStyles(host, [content, list, ...toolsStyles]);
    this.#host = host;
    this.#options = options;
    this.#locale = new LocaleController(host, toolsCatalogues);
    host.addController({ hostDisconnected: () => this.#reset() });
  }

  /** Whether found sessions stand in place of the month. */
  isSearching({ q }: FilterValues): boolean {
    return this.#showsPast || q.trim() !== '';
  }

  /** The fields. */
  renderFields(context: CalendarContext, view: ToolsView, toolbar: Toolbar): TemplateResult {
    const { messages } = this.#locale;
    if (!messages) return renderSkeleton(context, 1);
    const { values } = view;
    const change: Change = (changes) => this.#options.onFilter({ ...values, ...changes });
    return html`
      <div class="tools" part="tools">
        ${this.#renderSearch(messages, values, change)}
        ${this.#renderChoice('type', messages.type, values.type, messages, change, [
          ...types.map((type) => [type, context.messages.meetingTypes[type]] as const),
        ])}
        ${this.#renderChoice(
          'audience',
          messages.audience,
          values.audience,
          messages,
          change,
          Object.entries(messages.audiences),
        )}
        <nafida-region-picker
          class="place"
          part="place"
          exportparts=${placeParts}
          lang=${context.locale}
          within=${view.within ?? nothing}
          label=${messages.place}
          .value=${values.territory}
          @nafida-region-change=${(event: RegionChangeEvent) => {
            event.stopPropagation();
            change({ territory: event.detail.place?.code ?? '' });
          }}
        ></nafida-region-picker>
        ${this.#renderActions(context, messages, values, change, toolbar)}
        ${view.feed ? this.#renderSubscription(messages, view.feed) : nothing}
      </div>
    `;
  }

  /** What was found, in place of the month. */
  renderResults(context: CalendarContext, { values, agenda }: ToolsView): TemplateResult {
    const { messages } = this.#locale;
    if (!messages) return renderSkeleton(context, 3);
    const kind = values.q.trim() === '' ? 'past' : 'all';
    const name = toJson([kind, values, agenda.name]);
    if (name !== this.#readerOf) {
      this.#reader?.end();
      this.#readerOf = name;
      this.#reader = new ResultReader(agenda.searching(values.q), context.today, kind, () =>
        this.#host.requestUpdate(),
      );
    }
    const reader = this.#reader!;
    const { results } = reader;
    this.#count(results, messages);
    const { coming, past, status, hasMore, hasEarlier } = results;
    const isEmpty = coming.length + past.length === 0;
    const subheading = (text: string) =>
      html`<div class="subheading" role="heading" aria-level=${context.headingLevel + 1}>
        ${text}
      </div>`;
    return html`
      <div class="results" part="results" aria-busy=${status === 'loading'}>
        <div class="heading" role="heading" aria-level=${context.headingLevel}>
          ${kind === 'past' ? messages.pastSessions : messages.found}
        </div>
        ${
          coming.length > 0
            ? html`${subheading(messages.results)}
              ${renderRows(context, coming, this.#options.onOpen, true)}`
            : nothing
        }
        ${hasMore ? this.#renderMore(messages.more, () => reader.more()) : nothing}
        ${
          past.length > 0
            ? html`${kind === 'past' ? nothing : subheading(messages.pastSessions)}
              ${renderRows(context, past, this.#options.onOpen, true)}`
            : nothing
        }
        ${hasEarlier ? this.#renderMore(messages.earlier, () => reader.earlier()) : nothing}
        ${status === 'loading' ? renderSkeleton(context, 3) : nothing}
        ${status === 'ready' && isEmpty ? html`<p class="empty" part="empty">${messages.noResults}</p>` : nothing}
        ${
          status === 'failed'
            ? renderAgendaError(
                context,
                context.messages.failed,
                agendaErrorReasonOf(results.error),
                () => {
                  this.#readerOf = undefined;
                  this.#host.requestUpdate();
                },
              )
            : nothing
        }
      </div>
    `;
  }

  #renderSearch(messages: ToolsMessages, values: FilterValues, change: Change) {
    return html`
      <div class="field search">
        <label class="label" for="q">${messages.search}</label>
        <p class="hint" id="q-hint">${messages.searchHint}</p>
        <input
          class="control"
          part="control"
          id="q"
          type="search"
          enterkeyhint="search"
          autocomplete="off"
          dir="auto"
          maxlength="100"
          aria-describedby="q-hint"
          .value=${values.q}
          @input=${({ target }: Event) => this.#type((target as HTMLInputElement).value, change)}
        />
      </div>
    `;
  }

  #renderActions(
    context: CalendarContext,
    messages: ToolsMessages,
    values: FilterValues,
    change: Change,
    toolbar: Toolbar,
  ) {
    const isFiltered = Object.values(values).some((value) => value !== '');
    return html`
      <p class="tool-actions">
        ${context.isWide || this.isSearching(values) ? nothing : renderToday(context, toolbar)}
        <button
          class="button quiet"
          part="past"
          aria-pressed=${this.#showsPast}
          @click=${() => this.#togglePast()}
        >
          ${this.#showsPast ? messages.showComing : messages.showPast}
        </button>
        ${
          isFiltered
            ? html`<button
                class="button quiet"
                part="remove-filters"
                @click=${() => this.#removeFilters(change)}
              >
                ${messages.removeFilters}
              </button>`
            : nothing
        }
      </p>
    `;
  }

  #renderMore(text: string, onMore: () => Promise<void>) {
    return html`<button class="button secondary" part="more" @click=${() => void onMore()}>
      ${text}
    </button>`;
  }

  #renderChoice(
    name: 'type' | 'audience',
    label: string,
    value: string,
    messages: ToolsMessages,
    change: Change,
    options: readonly (readonly [string, string])[],
  ) {
    return html`
      <div class="field">
        <label class="label" for=${name}>${label}</label>
        <select
          class="control"
          part="control"
          id=${name}
          @change=${({ target }: Event) => change({ [name]: (target as HTMLSelectElement).value })}
        >
          <option value="" ?selected=${value === ''}>${messages.all}</option>
          ${options.map(
            ([option, text]) =>
              html`<option value=${option} ?selected=${option === value}>${text}</option>`,
          )}
        </select>
      </div>
    `;
  }

  #renderSubscription(messages: ToolsMessages, feed: AgendaFeed) {
    return html`
      <details class="subscribe" part="subscribe">
        <summary>${messages.subscribe}</summary>
        ${feed.isFiltered ? html`<p class="hint">${messages.subscribeHint}</p>` : nothing}
        <p><a class="button secondary" href=${feed.webcal}>${messages.subscribeHere}</a></p>
        <div class="field">
          <label class="label" for="feed">${messages.subscribeAddress}</label>
          <input class="control" part="control" id="feed" dir="ltr" readonly .value=${feed.https} />
        </div>
        <button
          class="button secondary"
          part="copy"
          @click=${() => void this.#copy(feed.https, messages)}
        >
          ${messages.copy}
        </button>
      </details>
    `;
  }

  #type(text: string, change: Change): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => change({ q: text.trim() }), rest);
  }

  #togglePast(): void {
    this.#showsPast = !this.#showsPast;
    this.#host.requestUpdate();
  }

  #removeFilters(change: Change): void {
    clearTimeout(this.#timer);
    change({ territory: '', type: '', audience: '', q: '' });
    // The button goes: who pressed it must not be left nowhere.
    this.#host.renderRoot.querySelector<HTMLElement>('#q')?.focus();
  }

  async #copy(text: string, messages: ToolsMessages): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#options.say(messages.copied);
    } catch {
      // Not on a secure page, or not allowed: it is marked, and one key copies it.
      this.#host.renderRoot.querySelector<HTMLInputElement>('#feed')?.select();
    }
  }

  #count(results: Results, messages: ToolsMessages): void {
    if (results.status !== 'ready' || results === this.#counted) return;
    this.#counted = results;
    this.#options.say(messages.resultCount(results.coming.length + results.past.length));
  }

  #reset(): void {
    clearTimeout(this.#timer);
    this.#reader?.end();
    this.#readerOf = undefined;
  }
}
