import type { Client } from '@nafida/client';
import type { Session } from '@nafida/contract';
import type { LitElement } from 'lit';
import { html } from 'lit';
import { failureReasonOf } from '../../foundation/failure-reason.js';
import { addStyles } from '../../foundation/lazy-part.js';
import type { Agenda } from '../agenda.js';
import type { CalendarContext } from '../calendar-context.js';
import { renderFailure, renderSkeleton } from '../calendar-states.js';
import { RegistrationPart } from './registration-part.js';
import { renderSessionPage } from './session-page-template.js';
import { sessionPageStyles } from './session-page.styles.js';
import { SessionReader } from './session-reader.js';

/** What the page of a session needs of the calendar around it. */
export interface SessionPageOptions {
  readonly client: () => Client | undefined;
  readonly agenda: () => Agenda | undefined;
  /** The server told something new about a session. */
  readonly onRead: (session: Session) => void;
  readonly onShowSession: (id: string) => void;
  /** Has something read out. */
  readonly say: (text: string) => void;
}

/** What stands in place of the calendar: the page of one session, or a registration opened with its code. */
export class SessionPage {
  readonly #reader: SessionReader;
  readonly #registration: RegistrationPart;

  constructor(host: LitElement, options: SessionPageOptions) {
    addStyles(host, sessionPageStyles);
    this.#reader = new SessionReader(host, (session) => options.onRead(session));
    this.#registration = new RegistrationPart(host, {
      client: options.client,
      onSeatsChanged: () => void this.#reader.refresh(),
      findSession: (id) => options.agenda()?.session(id, {}),
      onShowSession: options.onShowSession,
      say: options.say,
    });
  }

  /** Shows a session, or none. */
  show(agenda: Agenda, id: string | null): void {
    this.#reader.show(agenda, id);
    const session = this.#reader.open?.session;
    if (session) this.#registration.prepare(session);
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
  }

  /** The page of the session that is shown. */
  render(context: CalendarContext) {
    const { messages } = context;
    const { open } = this.#reader;
    if (!open || open.status === 'loading') return renderSkeleton(context, 3);
    if (open.status === 'gone') {
      return html`<p class="notice" part="notice">${messages.notFound}</p>`;
    }
    if (!open.session) {
      const retry = () => void this.#reader.refresh();
      return renderFailure(context, messages.failed, failureReasonOf(open.error), retry);
    }
    const registration = this.#registration.renderFor(context, open.session);
    return renderSessionPage(context, open.session, registration);
  }

  /** The page that opens a registration with its code. */
  renderManagement(context: CalendarContext) {
    return this.#registration.renderManagement(context);
  }
}
