import type { Session } from '@nafida/contract';
import type { LitElement, TemplateResult } from 'lit';
import { html } from 'lit';
import { LazyModule } from '../../foundation/loading/lazy-module.js';
import type { Locale } from '../../foundation/locale/locale.js';
import type { AgendaSource } from '../source/agenda-source.js';
import type { CalendarContext } from '../view/calendar-context.js';
import { chevron } from '../view/calendar-context.js';
import { renderAgendaError, renderSkeleton } from '../view/calendar-states.js';
import type { SessionPage, SessionPageOptions } from './session-page.js';

/** The part of a calendar that says which session is open. */
export type PageHost = LitElement & { session: string | null };

/** What the way to a session's page needs from the calendar. */
export interface PageNavigationOptions extends Pick<SessionPageOptions, 'onRead' | 'say'> {
  readonly source: AgendaSource;
  readonly locale: () => Locale;
  /** Called with what is known of a session that a person opened. */
  readonly onOpened: (session: Session) => void;
  /** The calendar itself, ready to be drawn again. */
  readonly calendar: () => Promise<unknown>;
}

/** The way to what stands in place of the calendar: the page of a session, or a registration opened with its code. */
export class PageNavigation {
  readonly #host: PageHost;
  readonly #options: PageNavigationOptions;
  readonly #page: LazyModule<SessionPage>;
  #managesCode = false;

  constructor(host: PageHost, options: PageNavigationOptions) {
    this.#host = host;
    this.#options = options;
    const { source, locale, onRead, say } = options;
    this.#page = new LazyModule(host, async () => {
      const { SessionPage } = await import('./session-page.js');
      return new SessionPage(host, {
        client: () => source.server,
        agenda: () => source.agenda,
        onRead,
        calendarUrl: (id) => source.client!.sessions.calendarUrl(id, { lang: locale() }),
        onShowSession: (id) => this.open(id),
        say,
      });
    });
  }

  /** Whether anything stands in place of the calendar. */
  get isOpen(): boolean {
    return this.#host.session !== null || this.#managesCode;
  }

  /** Loads ahead of need, so that a page opens at once, and also when the line is gone by then. */
  prepare(): void {
    this.#page.prepare();
  }

  /** Shows what the calendar says is open. */
  show(): void {
    const { session } = this.#host;
    this.#page.part?.show(this.#options.source.agenda!, session);
    if (session !== null) this.prepare();
  }

  /** Asks the server again for what is shown. */
  refresh(): void {
    this.#page.part?.refresh();
  }

  /** A person opened a session. */
  open(id: string): void {
    this.#managesCode = false;
    this.#host.session = id;
    const session = this.#options.source.agenda?.knownSession(id);
    if (session) this.#options.onOpened(session);
    void this.#page.need().then(() => this.#focus('#title'));
  }

  /** Keys that are meant for the page: Escape goes back to the calendar. */
  handleKey(event: KeyboardEvent): void {
    const isWriting = (event.target as Element).matches('input, textarea');
    // Pages listen for single letters and arrows as short cuts: what is typed into our fields is ours.
    if (isWriting) event.stopPropagation();
    if (event.key !== 'Escape' || isWriting || !this.isOpen || event.defaultPrevented) return;
    event.stopPropagation();
    void this.#close();
  }

  /** The button for those who have registered and want to see or change that. */
  renderCodeButton({ messages }: CalendarContext): TemplateResult {
    return html`
      <button class="button quiet have-code" part="have-code" @click=${() => this.#manage()}>
        ${messages.haveCode}
      </button>
    `;
  }

  /** The way back, and what is open. */
  render(context: CalendarContext): TemplateResult {
    return html`
      <button class="button quiet back" part="back" @click=${() => void this.#close()}>
        ${chevron} ${context.messages.back}
      </button>
      ${this.#renderPage(context)}
    `;
  }

  #manage(): void {
    this.#managesCode = true;
    this.#host.requestUpdate();
    void this.#page
      .need()
      .then((page) => page?.manage())
      .then(() => this.#focus('#code-title'));
  }

  async #close(): Promise<void> {
    const host = this.#host;
    const opener = this.#managesCode
      ? '.have-code'
      : `[data-opens="${CSS.escape(host.session ?? '')}"]`;
    host.session = null;
    this.#managesCode = false;
    this.#page.part?.close();
    host.requestUpdate();
    await this.#options.calendar();
    await host.updateComplete;
    const target =
      host.renderRoot.querySelector<HTMLElement>(opener) ??
      host.renderRoot.querySelector<HTMLElement>('.day[tabindex="0"], .views button');
    target?.focus();
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #renderPage(context: CalendarContext) {
    const { part, failed } = this.#page;
    if (part) return this.#managesCode ? part.renderManagement(context) : part.render(context);
    if (!failed) return renderSkeleton(context, 3);
    const retry = () => void this.#page.need();
    return renderAgendaError(context, context.messages.partFailed, 'offline', retry);
  }
}
