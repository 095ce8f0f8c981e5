import type { Client } from '@nafida/client';
import type { Session } from '@nafida/contract';
import type { LitElement, TemplateResult } from 'lit';
import { html } from 'lit';
import { agendaErrorReasonOf } from '../agenda/agenda-error.js';
import { addStyles } from '../../foundation/loading/lazy-module.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import type { Agenda } from '../agenda/agenda.js';
import type { CalendarContext } from '../view/calendar-context.js';
import { renderAgendaError, renderSkeleton } from '../view/calendar-states.js';
import { renderAddToCalendar } from '../add-to-calendar/add-to-calendar-template.js';
import { LinkedProposals } from './linked-proposals.js';
import type { SessionPageMessages } from './messages.js';
import { sessionPageCatalogues } from './catalogues.js';
import type { PageContext } from './page-context.js';
import { renderProgramme } from './programme-template.js';
import { RegistrationDisclosure } from './registration-disclosure.js';
import { renderSessionPage } from './session-page-template.js';
import { sessionPageStyles } from './session-page.styles.js';
import { SessionReader } from './session-reader.js';

/** What the page of a session needs from the calendar. */
export interface SessionPageOptions {
  readonly client: () => Client | undefined;
  readonly agenda: () => Agenda | undefined;
  /** The server told something new about a session. */
  readonly onRead: (session: Session) => void;
  readonly onShowSession: (id: string) => void;
  /** Address of the `.ics` of a session. */
  readonly calendarUrl: (id: string) => string;
  /** Has something read out. */
  readonly say: (text: string) => void;
}

/** What stands in place of the calendar: the page of one session, or a registration opened with its code. */
export class SessionPage {
  readonly #reader: SessionReader;
  readonly #registration: RegistrationDisclosure;
  readonly #proposals: LinkedProposals;
  readonly #locale: LocaleController<SessionPageMessages>;
  readonly #options: SessionPageOptions;

  constructor(host: LitElement, options: SessionPageOptions) {
    addStyles(host, sessionPageStyles);
    this.#options = options;
    this.#locale = new LocaleController(host, sessionPageCatalogues);
    this.#reader = new SessionReader(host, (session) => options.onRead(session));
    this.#proposals = new LinkedProposals(host, options.client);
    this.#registration = new RegistrationDisclosure(host, {
      client: options.client,
      onSeatsChanged: () => void this.#reader.refresh(),
      findSession: (id) => options.agenda()?.session(id, {}),
      onShowSession: options.onShowSession,
      calendarUrl: options.calendarUrl,
      say: options.say,
    });
  }

  /** Shows a session, or none. */
  show(agenda: Agenda, id: string | null): void {
    this.#reader.show(agenda, id);
    const session = this.#reader.open?.session;
    if (session) {
      this.#registration.prepare(session);
      this.#proposals.readCollected(session.id);
    }
  }

  /** Gets ready to open registrations with their code. */
  manage(): Promise<void> {
    return this.#registration.manage();
  }

  /** The person goes back to the calendar. */
  close(): void {
    this.#registration.close();
  }

  /** Asks the server again for what is shown. */
  refresh(): void {
    void this.#reader.refresh();
    this.#registration.refresh();
    const { session } = this.#reader.open ?? {};
    if (session) this.#proposals.readCollected(session.id, { isAfresh: true });
  }

  /** The page of the session that is shown. */
  render(context: CalendarContext): TemplateResult {
    const { open } = this.#reader;
    const { messages } = this.#locale;
    if (!messages || !open || open.status === 'loading') return renderSkeleton(context, 3);
    if (open.status === 'gone') {
      return html`
        <div class="notice" part="notice" role="heading" aria-level=${context.headingLevel}>
          ${messages.notFound}
        </div>
      `;
    }
    const { session, parent } = open;
    const retry = () => void this.#reader.refresh();
    if (!session) {
      return renderAgendaError(
        context,
        context.messages.failed,
        agendaErrorReasonOf(open.error),
        retry,
      );
    }
    const page: PageContext = { ...context, pageMessages: messages };
    const onOpen = this.#options.onShowSession;
    const file = this.#options.calendarUrl(session.id);
    const addToCalendar = renderAddToCalendar(context, messages, session, file);
    return renderSessionPage(page, session, {
      parent,
      proposals: this.#proposals.render(page, session.linkedProposals),
      collected: this.#proposals.renderCollected(page, session.id),
      programme: this.#renderProgramme(page, retry),
      addToCalendar: this.#registration.hasReceipt(session) ? undefined : addToCalendar,
      registration: this.#registration.renderFor(page, session, addToCalendar),
      onOpen,
    });
  }

  #renderProgramme(context: PageContext, onRetry: () => void) {
    const { parts = [] } = this.#reader.open ?? {};
    if (parts !== 'failed') return renderProgramme(context, parts, this.#options.onShowSession);
    return html`
      <p class="error" part="error">${context.pageMessages.programmeFailed}</p>
      <button class="button secondary" part="retry" @click=${onRetry}>
        ${context.messages.retry}
      </button>
    `;
  }

  /** The page that opens a registration with its code. */
  renderManagement(context: CalendarContext): TemplateResult {
    return this.#registration.renderManagement(context);
  }
}
