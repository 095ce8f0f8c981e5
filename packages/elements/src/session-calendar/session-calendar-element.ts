import type { Client } from '@nafida/client';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { dispatchError } from '../foundation/errors/error-event.js';
import { LazyModule } from '../foundation/loading/lazy-module.js';
import { LocaleController } from '../foundation/locale/locale-controller.js';
import { NafidaElement } from '../foundation/nafida-element.js';
import { PageReturnController } from '../foundation/page/page-return-controller.js';
import { StatusController } from '../foundation/status-controller.js';
import { warnOnce } from '../foundation/page/warn-once.js';
import { AgendaSource } from './source/agenda-source.js';
import type { CalendarContext } from './view/calendar-context.js';
import type { CalendarExtras } from './calendar-extras.js';
import type { CalendarSettings } from './view/calendar-settings.js';
import { isMonthOffered, settingsOf } from './view/calendar-settings.js';
import { renderAgendaError } from './view/calendar-states.js';
import type { Month } from './day/civil-day.js';
import type { CalendarMessages } from './texts/messages.js';
import { calendarCatalogues } from './texts/catalogues.js';
import {
  FilterChangeEvent,
  MonthChangeEvent,
  SessionOpenEvent,
} from './session-calendar-events.js';
import { calendarStyles } from './session-calendar.styles.js';
import { PageNavigation } from './session-page/page-navigation.js';
import { ShownMonth } from './shown-month.js';
import type { Toolbar } from './toolbar/toolbar.js';
import { renderSearchBar, renderToolbar } from './toolbar/toolbar.js';
import type { FilterValues } from './tools/calendar-tools.js';
import { ToolsDisclosure } from './tools/tools-disclosure.js';
import { Surroundings } from './view/surroundings.js';
import { whenIdle } from '../foundation/loading/when-idle.js';

/**
 * The public agenda of a site: its sessions by month, each with its page, seat registration and waiting list.
 *
 * @element nafida-session-calendar
 * @summary Agenda of public meetings with registration.
 * @slot - Shown instead when the agenda cannot be read, such as a link or a telephone number.
 * @fires {SessionOpenEvent} nafida-session-open - a person opened a session
 * @fires {MonthChangeEvent} nafida-month-change - a person went to another month
 * @fires {FilterChangeEvent} nafida-filter-change - a person filtered the agenda, or removed a filter
 * @fires {RegistrationSubmitEvent} nafida-registration-submit - before a registration is sent; cancelable
 * @fires {RegistrationSuccessEvent} nafida-registration-success - a registration was stored
 * @fires {RegistrationCancelEvent} nafida-registration-cancel - a registration was cancelled
 * @fires {NafidaErrorEvent} nafida-error - something could not be done
 * @csspart toolbar - month, pager and choice of view
 * @csspart month - name of the month
 * @csspart hijri - the Hijri months under it
 * @csspart neighbour - button to the month before or after; also `previous` or `next`
 * @csspart today - button to the current month; also the day of today in the grid
 * @csspart view - button of one view
 * @csspart grid - table of the month view
 * @csspart weekday - name of a weekday above the grid
 * @csspart day - a day of the grid; also `today`, `past`, `selected`, `busy`, `weekend`, `holiday`
 * @csspart day-list - what happens on the selected day
 * @csspart list - timetable of the list view
 * @csspart agenda-day - a day of the timetable
 * @csspart session - a line of the timetable; also its phase, such as `held` or `cancelled`
 * @csspart hours - hours of a session, in a line of the timetable
 * @csspart session-title - title of a session, a button
 * @csspart seats - how many seats are left
 * @csspart badge - a word such as "cancelled"
 * @csspart open-tools - button that opens search and filters
 * @csspart tools - search, filters and subscription
 * @csspart place - the region picker
 * @csspart past - button that finds past sessions too
 * @csspart remove-filters - button that takes all filters away
 * @csspart subscribe - how to subscribe to the agenda in a calendar application
 * @csspart copy - button that copies an address
 * @csspart results - sessions found, past ones too
 * @csspart more - button that shows more
 * @csspart note - note that Hijri dates are computed
 * @csspart page - page of a session
 * @csspart back - button back to the calendar
 * @csspart page-title - title of the session
 * @csspart parent - button to the event that the session belongs to
 * @csspart prose - what the session is about
 * @csspart register - button to the registration form
 * @csspart linked-proposal - a proposal that comes from the session
 * @csspart agenda - agenda of one session, item by item
 * @csspart programme - sessions of an event, by day, hour and room
 * @csspart programme-session - a session of the programme
 * @csspart add-to-calendar - ways to add a session to a calendar application
 * @csspart facts - when, where and other facts on the page of a session
 * @csspart notice - a warning
 * @csspart lead - line above a month: how many sessions it has; also `empty` where no session is to come
 * @csspart empty - shown when there are no sessions
 * @csspart jump - button to the nearest month with sessions
 * @csspart skeleton - placeholder while the agenda is loading
 * @csspart failure - shown instead when it cannot be read
 * @csspart retry - button that tries again
 * @csspart form - registration form
 * @csspart label - label of a field
 * @csspart hint - help under a label
 * @csspart control - a field
 * @csspart choices - a group of choices
 * @csspart choice - one choice
 * @csspart error - an error
 * @csspart error-summary - list of what to correct
 * @csspart privacy - the privacy notice
 * @csspart submit - the main button of a form
 * @csspart have-code - button for people who registered before
 * @csspart contact - whom to contact where nothing can be sent
 * @csspart result - result of a registration
 * @csspart door-code - code for the entrance
 * @csspart manage-code - code to change or cancel the registration
 * @csspart qr - the code for the entrance as an image
 * @csspart calendar-file - link to the session as a file for calendar applications
 * @csspart cancel - button that cancels the registration
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
  /**
   * `month`, `list` or `programme` (events of several sessions by day, hour and room); default: `month` or
   * `list`, by the width of the calendar. The reader can change it.
   */
  declare view: string | null;
  /** The month shown, `YYYY-MM`; default: the current month, or the nearest one with a session to come. */
  declare month: string | null;
  /** The first day that can be shown, `YYYY-MM-DD`. */
  declare from: string | null;
  /** The last day that can be shown, `YYYY-MM-DD`. */
  declare to: string | null;
  /** Only sessions in this territory, an HCP code. */
  declare within: string | null;
  /** Only sessions in this territory inside `within`. A person can change this attribute and the next three. */
  declare territory: string | null;
  /** Only `in_person`, `online` or `hybrid` sessions. */
  declare type: string | null;
  /** Only sessions for this audience, such as `youth`. */
  declare audience: string | null;
  /** Shows the sessions whose texts contain these words, past ones too, instead of the month. */
  declare q: string | null;
  /** Only sessions of this series, by its id. */
  declare series: string | null;
  /** Shows computed Hijri dates beside the dates. */
  declare hijri: boolean;
  /** Adds the sessions shown to the head of the page for search engines (schema.org, JSON-LD). */
  declare jsonld: boolean;
  /** `url` keeps what a person chose in the hash of the page's address, and restores it from there. */
  declare remember: 'url' | null;
  /**
   * A file of sessions (`.json`, [its format](sessions-file.md)) or of a calendar (`.ics`) on the same site, instead
   * of a server.
   */
  declare src: string | null;
  /** Day on which weeks begin, 1 (Monday) to 7 (Sunday); default: Monday. */
  declare firstDay: string | number | null;
  /** Level of the calendar's heading in the outline of the page, 1 to 6; default: 2. */
  declare headingLevel: string | number | null;
  /** Id of the session whose page is open; null for the calendar itself. */
  declare session: string | null;
  /** The client to use instead of the one for `api` and `site`. */
  declare client: Client | null;

  #settings!: CalendarSettings;
  /** The person went to a month that is still being read, or narrowed the agenda. */
  #isToBeAnnounced = false;

  protected override readonly locale: LocaleController<CalendarMessages> = new LocaleController(
    this,
    calendarCatalogues,
  );
  readonly #source: AgendaSource = new AgendaSource(this);
  readonly #surroundings: Surroundings = new Surroundings(this);
  readonly #month: ShownMonth = new ShownMonth(this, this.#source, {
    onMonth: (month) => this.#goTo(month),
    onOpen: (id) => this.#page.open(id),
    onError: (error) => dispatchError(this, error, 'agenda'),
  });
  readonly #page: PageNavigation = new PageNavigation(this, {
    source: this.#source,
    locale: () => this.locale.locale,
    calendar: () => this.#month.ready(this.#settings.view ?? 'month'),
    onOpened: (session) => this.dispatchEvent(new SessionOpenEvent(session)),
    onRead: (session) => this.#month.replace(session),
    say: (text) => this.#status.say(text),
  });
  readonly #tools: ToolsDisclosure = new ToolsDisclosure(this, this.#source, {
    onFilter: (values) => this.#filter(values),
    onOpen: (id) => this.#page.open(id),
    say: (text) => this.#status.say(text),
  });
  readonly #extras: LazyModule<CalendarExtras> = new LazyModule(this, async () => {
    const { CalendarExtras } = await import('./calendar-extras.js');
    return new CalendarExtras(this, () => this.#tools.open());
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
    new PageReturnController(this, () => this.#askAgain(false));
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    // The first drawing waits for its texts: sessions, and what draws them, are asked for beside.
    if (!this.locale.messages) this.#look();
    return super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    this.#look();
  }

  /** Finds what is to be shown, and asks for what is missing. */
  #look(): void {
    this.#settings = settingsOf(this, (attribute, message) =>
      warnOnce(this.localName, attribute, message),
    );
    const { isRemembered, q } = this.#settings;
    if (!this.#page.isOpen) this.#month.load();
    if (isRemembered && !this.#extras.failed) {
      // What the address says comes first.
      if (!this.#extras.part) void this.#extras.need();
      this.#extras.part?.remember();
    }
    if (this.hijri) this.#extras.prepare();
    if (q && !this.hasUpdated) this.#tools.open();
    this.#tools.prepare(this.#settings);
    if (!isRemembered || this.#extras.part || this.#extras.failed) {
      this.#source.find(this.#settings);
    }
    this.#month.find(this.#settings);
    if (this.#source.agenda) this.#page.show();
  }

  protected override updated(): void {
    const { isLoading, sessions } = this.#month;
    const { locale, messages } = this.locale;
    if (!isLoading) this.#prepareWhenIdle();
    if (!this.#page.isOpen) this.#month.readAhead();
    this.#extras.part?.update({
      client: this.#source.client,
      sessions,
      isRead: !isLoading,
      locale,
      isForSearchEngines: this.jsonld,
      remembered: this.#settings.isRemembered ? this : undefined,
    });
    if (!this.#isToBeAnnounced || isLoading) return;
    this.#isToBeAnnounced = false;
    this.#status.say(this.#month.summary({ locale, messages: messages! }));
  }

  /** Loads what may be wanted next. Not at once: the sessions that just came have to be painted first. */
  #prepareWhenIdle(): void {
    whenIdle(this.connection, () => {
      this.#extras.prepare();
      if (this.#month.sessions.length > 0) this.#page.prepare();
    });
  }

  /** Asks the server again for what is shown. */
  refresh(): void {
    this.#askAgain(true);
  }

  #askAgain(now: boolean): void {
    this.#month.refresh(now);
    this.#page.refresh();
    this.requestUpdate();
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

  #goTo(month: Month): void {
    if (month === this.#month.month) return;
    this.month = month;
    this.#isToBeAnnounced = true;
    this.dispatchEvent(new MonthChangeEvent(month));
  }

  protected override render(): TemplateResult {
    const { locale, messages, textLocale, direction } = this.locale;
    const context: CalendarContext = {
      ...this.#surroundings.now(),
      locale,
      messages: messages!,
      textLocale,
      direction,
      dayNotes: this.#extras.part?.notes(locale, this.hijri),
      registersInParts: (event) => this.#source.agenda?.registersInParts(event) ?? false,
      hijri: this.hijri,
      headingLevel: this.#settings.headingLevel,
    };
    return html`
      <div
        class="root"
        lang=${textLocale}
        dir=${direction}
        role="region"
        aria-label=${context.messages.agenda}
        @keydown=${(event: KeyboardEvent) => this.#page.handleKey(event)}
      >
        <div class="frame">${this.#renderContent(context)}</div>
        <p class="visually-hidden" role="status">${this.#status.text}</p>
      </div>
    `;
  }

  #renderContent(context: CalendarContext) {
    const { errorReason } = this.#source;
    if (errorReason) {
      const { failed, partFailed } = context.messages;
      const title = errorReason === 'setup' ? failed : partFailed;
      return renderAgendaError(context, title, errorReason, () => this.#source.retry());
    }
    return this.#page.isOpen ? this.#page.render(context) : this.#renderCalendar(context);
  }

  #renderCalendar(context: CalendarContext) {
    const settings = this.#settings;
    const view = this.#surroundings.viewFor(settings.view);
    const toolbar: Toolbar = {
      month: this.#month.month,
      view,
      hasProgramme: this.#month.hasProgramme(view),
      isOffered: (candidate) => isMonthOffered(candidate, settings),
      onMonth: (target) => this.#goTo(target),
      onView: (chosen) => (this.view = chosen),
    };
    const search = this.#tools.searching(context, settings);
    const tools = this.#tools.renderButton(context);
    return html`
      ${search ? renderSearchBar(context, tools) : renderToolbar(context, toolbar, tools)}
      ${this.#tools.renderFields(context, settings, toolbar)}
      ${search ? search() : this.#month.render(context, settings, view)}
      ${this.src ? nothing : this.#page.renderCodeButton(context)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nafida-session-calendar': SessionCalendarElement;
  }
}
