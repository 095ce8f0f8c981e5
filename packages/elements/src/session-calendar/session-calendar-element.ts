import type { Client } from '@nafida/client';
import type { PropertyDeclarations } from 'lit';
import { html, nothing } from 'lit';
import { ClientController } from '../foundation/client-controller.js';
import { NafidaErrorEvent } from '../foundation/error-event.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { LocaleController } from '../foundation/locale-controller.js';
import { NafidaElement } from '../foundation/nafida-element.js';
import { PageReturnController } from '../foundation/page-return-controller.js';
import { StatusController } from '../foundation/status-controller.js';
import { warnOnce } from '../foundation/warn-once.js';
import type { AgendaClient } from './agenda-client.js';
import { AgendaReader } from './agenda-reader.js';
import type { AgendaFilter } from './agenda.js';
import { Agenda } from './agenda.js';
import { renderCalendar } from './calendar-body.js';
import type { CalendarContext } from './calendar-context.js';
import { chevron } from './calendar-context.js';
import type { CalendarExtras, Remembered } from './calendar-extras.js';
import type { CalendarSettings } from './calendar-settings.js';
import { firstMonthOf, isDayOffered, settingsOf } from './calendar-settings.js';
import { renderFailure, renderSkeleton } from './calendar-states.js';
import type { Day, Month } from './civil-day.js';
import { monthOf, todayIn } from './civil-day.js';
import { homeZone, readerZone } from './known-zone.js';
import type { CalendarMessages } from './messages.js';
import { calendarCatalogues } from './messages.js';
import { dayAfterKey } from './month-grid.js';
import { LayoutController } from './layout-controller.js';
import { calendarStyles } from './session-calendar.styles.js';
import {
  FilterChangeEvent,
  MonthChangeEvent,
  SessionOpenEvent,
} from './session-calendar-events.js';
import type { SessionPage } from './session-page/session-page.js';
import { monthText } from './session-texts.js';
import type { View } from './toolbar.js';
import type { CalendarTools, FilterValues, ToolsView } from './tools/calendar-tools.js';

/**
 * The public agenda of a site: its sessions by month, each with its page, seat registration and waiting list.
 *
 * @element nafida-session-calendar
 * @summary Agenda of public meetings with registration.
 * @slot - What the page offers instead when the agenda cannot be read, such as a link or a telephone number.
 * @fires {SessionOpenEvent} nafida-session-open - a person opened a session
 * @fires {MonthChangeEvent} nafida-month-change - a person went to another month
 * @fires {FilterChangeEvent} nafida-filter-change - a person narrowed the agenda, or took that back
 * @fires {RegistrationSubmitEvent} nafida-registration-submit - before a registration is sent; cancelable
 * @fires {RegistrationSuccessEvent} nafida-registration-success - a registration was stored
 * @fires {RegistrationCancelEvent} nafida-registration-cancel - a registration was given back
 * @fires {NafidaErrorEvent} nafida-error - something could not be done
 * @csspart toolbar - month, pager and choice of view
 * @csspart month - name of the month
 * @csspart grid - table of the month view
 * @csspart weekday - name of a weekday above the grid
 * @csspart day - a day of the grid; also `today`, `past`, `selected`, `busy`, `weekend`, `holiday`
 * @csspart list - timetable of the list view
 * @csspart session - a line of the timetable; also its phase, such as `held` or `cancelled`
 * @csspart session-title - title of a session, a button
 * @csspart seats - what is said of the seats
 * @csspart badge - a word such as "cancelled"
 * @csspart tools - search, filters and subscription
 * @csspart results - sessions found, whenever they are
 * @csspart note - that Hijri dates are computed
 * @csspart page - page of a session
 * @csspart agenda - what happens in one session, point by point
 * @csspart programme - sessions of an event, by day, hour and room
 * @csspart keeping - ways to put a session into one's own calendar
 * @csspart facts - when, where and the like on that page
 * @csspart notice - a warning
 * @csspart empty - what a month without sessions says
 * @csspart form - registration form
 * @csspart label - label of a field
 * @csspart control - a field
 * @csspart error - an error
 * @csspart result - what became of a registration
 * @cssprop [--nafida-session-calendar-cell-size] - least height of a day in the month view
 */
export class SessionCalendarElement extends NafidaElement {
  static override properties: PropertyDeclarations = {
    api: { reflect: true },
    site: { reflect: true },
    view: {},
    month: {},
    from: {},
    to: {},
    within: {},
    territory: { reflect: true },
    type: { reflect: true },
    audience: { reflect: true },
    q: { reflect: true },
    series: {},
    hijri: { type: Boolean },
    jsonld: { type: Boolean },
    remember: {},
    src: {},
    firstDay: { attribute: 'first-day' },
    headingLevel: { attribute: 'heading-level' },
    session: {},
    client: { attribute: false },
  };

  static override styles = calendarStyles;

  /** Base URL of the participation server. */
  declare api: string | null;
  /** Public name of the site on that server. */
  declare site: string | null;
  /** `month` or `list`; by the width of the calendar unless told. A person may change it. */
  declare view: string | null;
  /** The month shown, `YYYY-MM`; the current one unless told. */
  declare month: string | null;
  /** First day that is shown at all, `YYYY-MM-DD`. */
  declare from: string | null;
  /** Last day that is shown at all, `YYYY-MM-DD`. */
  declare to: string | null;
  /** Only sessions in this territory, an HCP code. */
  declare within: string | null;
  /** Only sessions in this territory inside `within`. A person may change it, as the three that follow. */
  declare territory: string | null;
  /** Only `in_person`, `online` or `hybrid` sessions. */
  declare type: string | null;
  /** Only sessions meant for these people by name, such as `youth`. */
  declare audience: string | null;
  /** Shows sessions whose texts hold these words, past ones too, in place of the month. */
  declare q: string | null;
  /** Only sessions of this series, by its id. */
  declare series: string | null;
  /** Shows the Hijri date beside, as computed. */
  declare hijri: boolean;
  /** Puts the sessions shown into the head of the page for search engines (schema.org, JSON-LD). */
  declare jsonld: boolean;
  /** `url`: what a person chose stands in the hash of the page's address, and is taken from there. */
  declare remember: string | null;
  /** A file of sessions (`.json`) or of a calendar (`.ics`) on the same site, in place of a server. */
  declare src: string | null;
  /** Day on which weeks begin, 1 (Monday) to 7 (Sunday); Monday unless told. */
  declare firstDay: string | number | null;
  /** Level of the calendar's heading in the outline of the page, 1 to 6; 2 unless told. */
  declare headingLevel: string | number | null;
  /** Id of the session whose page is open; null for the calendar itself. */
  declare session: string | null;
  /** A client to use in place of the one that `api` and `site` stand for. */
  declare client: Client | null;

  #settings!: CalendarSettings;
  #shownMonth!: Month;
  #agenda:
    { readonly key: string; readonly client: AgendaClient; readonly agenda: Agenda } | undefined;
  #file: { readonly src: string; readonly part: LazyPart<AgendaClient> } | undefined;
  #areToolsOpen = false;
  #selectedDay: Day | undefined;
  #focusDay: Day | undefined;
  #managesCode = false;
  /** The address of the page was looked at once. */
  #isRecalled = false;
  /** The person went to a month that is still being read, or narrowed the agenda. */
  #isToBeAnnounced = false;

  protected override readonly locale: LocaleController<CalendarMessages> = new LocaleController(
    this,
    calendarCatalogues,
  );
  readonly #client: ClientController = new ClientController(this);
  readonly #layout: LayoutController = new LayoutController(this);
  readonly #month: AgendaReader = new AgendaReader(this, (error) =>
    this.#tellError(error, 'agenda'),
  );
  readonly #page: LazyPart<SessionPage> = new LazyPart(this, async () => {
    const { SessionPage } = await import('./session-page/session-page.js');
    return new SessionPage(this, {
      client: () => this.#client.client,
      agenda: () => this.#agenda?.agenda,
      onRead: (session) => this.#month.replace(session),
      calendarUrl: (id) => this.#source!.sessions.calendarUrl(id, { lang: this.locale.locale }),
      onShowSession: (id) => this.#openSession(id),
      say: (text) => this.#status.say(text),
    });
  });
  readonly #tools: LazyPart<CalendarTools> = new LazyPart(this, async () => {
    const { CalendarTools } = await import('./tools/calendar-tools.js');
    return new CalendarTools(this, {
      onFilter: (values) => this.#filter(values),
      onOpen: (id) => this.#openSession(id),
      say: (text) => this.#status.say(text),
    });
  });
  readonly #extras: LazyPart<CalendarExtras> = new LazyPart(this, async () => {
    const { CalendarExtras } = await import('./calendar-extras.js');
    return new CalendarExtras(this, (values) => this.#recall(values));
  });
  readonly #status: StatusController = new StatusController(this);

  constructor() {
    super();
    this.api = null;
    this.site = null;
    this.view = null;
    this.month = null;
    this.from = null;
    this.to = null;
    this.within = null;
    this.territory = null;
    this.type = null;
    this.audience = null;
    this.q = null;
    this.series = null;
    this.hijri = false;
    this.jsonld = false;
    this.remember = null;
    this.src = null;
    this.firstDay = null;
    this.headingLevel = null;
    this.session = null;
    this.client = null;
    new PageReturnController(this, () => this.#refreshSeats());
  }

  protected override willUpdate(): void {
    this.#settings = settingsOf(this, (attribute, message) =>
      warnOnce(this.localName, attribute, message),
    );
    this.#shownMonth = firstMonthOf(this.#settings, todayIn(homeZone, Date.now()));
    if (this.#settings.isRemembered && !this.#extras.failed) {
      // What the address says comes first.
      if (!this.#extras.part) void this.#extras.need();
      this.#extras.part?.remember();
    }
    const { q } = this.#settings;
    // Who comes upon results sees what was searched for.
    if (q && !this.hasUpdated) this.#areToolsOpen = true;
    if (q || this.#areToolsOpen) this.#tools.prepare();
    this.#findAgenda();
    if (!this.#agenda) return;
    const { agenda } = this.#agenda;
    this.#month.show(agenda, this.#shownMonth);
    this.#page.part?.show(agenda, this.session);
    // Once there is something to open, so that it opens at once and also when the line is gone by then.
    if (this.session !== null || this.#month.state.sessions.length > 0) this.#page.prepare();
  }

  protected override updated(): void {
    const { status, sessions } = this.#month.state;
    const { locale } = this.locale;
    if (status !== 'loading') this.#extras.prepare();
    this.#extras.part?.update({
      client: this.#source,
      sessions,
      isRead: status !== 'loading',
      locale,
      isForSearchEngines: this.jsonld,
      remembered: this.#settings.isRemembered ? this.#remembered : undefined,
    });
    if (!this.#isToBeAnnounced || status === 'loading') return;
    this.#isToBeAnnounced = false;
    const speech = { locale, messages: this.locale.messages! };
    this.#status.say(
      status === 'failed'
        ? speech.messages.failed
        : speech.messages.pair(
            monthText(speech, this.#shownMonth),
            speech.messages.sessionCount(sessions.length),
          ),
    );
  }

  /** Asks the server again for what is shown. */
  refresh(): void {
    this.#month.refresh({ now: true });
    this.#page.part?.refresh();
  }

  #findAgenda(): void {
    const client = this.#source;
    if (!client || (this.#settings.isRemembered && !this.#extras.part && !this.#extras.failed)) {
      return;
    }
    const { within, territory = within, type, audience, series, from, to } = this.#settings;
    const filter: AgendaFilter = { territory, type, audience, series, from, to };
    const key = JSON.stringify(filter);
    if (client === this.#agenda?.client && key === this.#agenda.key) return;
    this.#agenda = { key, client, agenda: new Agenda(client, filter) };
  }

  /** What the agenda is read from; undefined while it is not known. */
  get #source(): AgendaClient | undefined {
    const { src } = this;
    if (!src) return this.#client.client;
    if (src !== this.#file?.src) {
      const load = async () =>
        (await import('./source-file/file-client.js')).fileClient(src, this.localName);
      this.#file = { src, part: new LazyPart(this, load) };
      void this.#file.part.need();
    }
    return this.#file.part.part;
  }

  get #remembered(): Remembered {
    const { month, view, territory, type, audience, q, session } = this;
    return { month, view, territory, type, audience, q, session };
  }

  #recall(found: Partial<Remembered>): void {
    // At first, what the page itself says holds where its address says nothing.
    const names = Object.keys(this.#remembered) as (keyof Remembered)[];
    for (const name of names) {
      if (this.#isRecalled || found[name] !== undefined) this[name] = found[name] ?? null;
    }
    this.#isRecalled = true;
    if (found.q || found.territory || found.type || found.audience) this.#areToolsOpen = true;
  }

  #filter({ territory, type, audience, q }: FilterValues): void {
    Object.assign(this, {
      territory: territory || null,
      type: type || null,
      audience: audience || null,
      q: q || null,
    });
    this.#isToBeAnnounced = q === '';
    this.dispatchEvent(new FilterChangeEvent({ territory, type, audience, q }));
  }

  #toggleTools(): void {
    this.#areToolsOpen = !this.#areToolsOpen;
    this.requestUpdate();
    if (this.#areToolsOpen) void this.#tools.need().then(() => this.#focus('#q'));
  }

  #tellError(error: unknown, during: string): void {
    this.dispatchEvent(new NafidaErrorEvent({ error, during }));
  }

  #refreshSeats(): void {
    this.#month.refresh();
    this.#page.part?.refresh();
    this.requestUpdate();
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #goTo(month: Month): void {
    if (month === this.#shownMonth) return;
    this.month = month;
    this.#isToBeAnnounced = true;
    this.dispatchEvent(new MonthChangeEvent(month));
  }

  #setView(view: View): void {
    this.view = view;
  }

  #handleDayKey(event: KeyboardEvent, day: Day): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#selectDay(day);
      return;
    }
    const { direction } = this.locale;
    const target = dayAfterKey(day, event, { direction, firstDay: this.#settings.firstDay });
    if (!target) return;
    event.preventDefault();
    if (!isDayOffered(target, this.#settings)) return;
    this.#focusDay = target;
    this.#goTo(monthOf(target));
    this.requestUpdate();
    void this.#focus('.day[tabindex="0"]');
  }

  #selectDay(day: Day): void {
    this.#selectedDay = day;
    this.#focusDay = day;
    this.requestUpdate();
  }

  #openSession(id: string): void {
    this.#managesCode = false;
    this.session = id;
    const session = this.#agenda?.agenda.knownSession(id);
    if (session) this.dispatchEvent(new SessionOpenEvent(session));
    void this.#page.need().then(() => this.#focus('#title'));
  }

  async #close(): Promise<void> {
    const opener = this.#managesCode
      ? '.have-code'
      : `[data-opens="${CSS.escape(this.session ?? '')}"]`;
    this.session = null;
    this.#managesCode = false;
    this.#page.part?.close();
    this.requestUpdate();
    await this.updateComplete;
    const target =
      this.renderRoot.querySelector<HTMLElement>(opener) ??
      this.renderRoot.querySelector<HTMLElement>('.day[tabindex="0"], .views button');
    target?.focus();
  }

  #manageCode(): void {
    this.#managesCode = true;
    this.requestUpdate();
    void this.#page
      .need()
      .then((page) => page?.manage())
      .then(() => this.#focus('#code-title'));
  }

  #handleKey(event: KeyboardEvent): void {
    const isWriting = (event.target as Element).matches('input, textarea');
    // Pages listen for single letters and arrows as short cuts: what is typed into our fields is ours.
    if (isWriting) event.stopPropagation();
    const isOpen = this.session !== null || this.#managesCode;
    if (event.key !== 'Escape' || isWriting || !isOpen || event.defaultPrevented) return;
    event.stopPropagation();
    void this.#close();
  }

  protected override render() {
    const { messages, textLocale, direction } = this.locale;
    const now = Date.now();
    const context: CalendarContext = {
      locale: this.locale.locale,
      messages: messages!,
      textLocale,
      direction,
      today: todayIn(homeZone, now),
      now,
      readerZone: readerZone(),
      isWide: this.#layout.isWide && !this.#layout.isPrinting,
      dayNotes: this.#extras.part?.notes(this.locale.locale, this.hijri),
      headingLevel: this.#settings.headingLevel,
    };
    return html`
      <div
        class="root"
        lang=${textLocale}
        dir=${direction}
        role="region"
        aria-label=${context.messages.agenda}
        @keydown=${this.#handleKey}
      >
        <div class="gauge"></div>
        <div class="frame">${this.#renderContent(context)}</div>
        <p class="visually-hidden" role="status">${this.#status.text}</p>
      </div>
    `;
  }

  #renderContent(context: CalendarContext) {
    const { error } = this.#client;
    if (error && !this.src) return renderFailure(context, context.messages.failed, 'setup');
    if (this.src && this.#file?.part.failed) {
      const retry = () => void this.#file?.part.need();
      return renderFailure(context, context.messages.partFailed, 'offline', retry);
    }
    if (this.session === null && !this.#managesCode) return this.#renderCalendar(context);
    return html`
      <button class="button quiet back" part="back" @click=${() => void this.#close()}>
        ${chevron} ${context.messages.back}
      </button>
      ${this.#renderPage(context)}
    `;
  }

  #renderCalendar(context: CalendarContext) {
    const settings = this.#settings;
    const { isWide, isPrinting } = this.#layout;
    const view = isPrinting ? 'list' : (settings.view ?? (isWide ? 'month' : 'list'));
    const tools = this.#tools.part;
    const values = this.#filterValues;
    const toolsView = tools && this.#agenda && this.#toolsView(values, this.#agenda.agenda);
    const toolsButton = html`
      <button
        class="button quiet open-tools"
        part="open-tools"
        aria-expanded=${this.#areToolsOpen}
        @click=${() => this.#toggleTools()}
      >
        ${context.messages.tools}
      </button>
      ${toolsView && this.#areToolsOpen ? tools.renderFields(context, toolsView) : nothing}
    `;
    if (toolsView && tools.isSearching(values)) {
      return html`${toolsButton} ${tools.renderResults(context, toolsView)}`;
    }
    return html`
      ${toolsButton}
      ${renderCalendar(context, {
        month: this.#shownMonth,
        view,
        settings,
        state: this.#month.state,
        busy: this.#month.busy,
        selectedDay: this.#selectedDay,
        focusDay: this.#focusDay,
        onMonth: (month) => this.#goTo(month),
        onView: (chosen) => this.#setView(chosen),
        onKey: (event, day) => this.#handleDayKey(event, day),
        onSelect: (day) => this.#selectDay(day),
        onOpen: (id) => this.#openSession(id),
        onRetry: () => this.#month.refresh({ now: true }),
      })}
      ${
        this.src
          ? nothing
          : html`<button
              class="button quiet have-code"
              part="have-code"
              @click=${() => this.#manageCode()}
            >
              ${context.messages.haveCode}
            </button>`
      }
    `;
  }

  get #filterValues(): FilterValues {
    const { territory = '', type = '', audience = '', q = '' } = this.#settings;
    return { territory, type, audience, q };
  }

  #toolsView(values: FilterValues, agenda: Agenda): ToolsView {
    const { within, territory = within, type, audience, series } = this.#settings;
    const { sessions } = this.#source!;
    const query = { territory, type, audience, series };
    const lang = this.locale.locale;
    return {
      values,
      within,
      agenda,
      feed: {
        https: sessions.feedUrl(query, { lang }),
        webcal: sessions.feedUrl(query, { lang, webcal: true }),
      },
    };
  }

  #renderPage(context: CalendarContext) {
    const { part, failed } = this.#page;
    if (part) return this.#managesCode ? part.renderManagement(context) : part.render(context);
    if (!failed) return renderSkeleton(context, 3);
    const retry = () => void this.#page.need();
    return renderFailure(context, context.messages.partFailed, 'offline', retry);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nafida-session-calendar': SessionCalendarElement;
  }
}
