import type { Session } from '@nafida/contract';
import type { LitElement } from 'lit';
import { html, nothing } from 'lit';
import type { CalendarContext } from './calendar-context.js';
import { renderSkeleton } from './calendar-states.js';
import type { DeskOptions, RegistrationDesk } from './registration/registration-desk.js';
import { openKinds, seatsOf } from './session-state.js';

/**
 * The way to registering. Forms, consent and proof of work are loaded when someone is about to need them: people
 * who only read the agenda never pay for them.
 */
export class RegistrationPart {
  readonly #host: LitElement;
  readonly #options: DeskOptions;
  #loading: Promise<RegistrationDesk | undefined> | undefined;
  #desk: RegistrationDesk | undefined;
  #failed = false;

  constructor(host: LitElement, options: DeskOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Loads ahead while the person reads about `session`, so that the form opens at once even on a slow line. */
  prepare(session: Session): void {
    if (this.#isOffered(session, Date.now())) void this.#load();
  }

  /** Opens the form for a session. */
  async open(session: string): Promise<void> {
    (await this.#ask())?.open(session);
  }

  /** Gets ready to open registrations with their code. */
  async manage(): Promise<void> {
    await this.#ask();
  }

  /** The person goes back to the calendar. */
  close(): void {
    this.#failed = false;
    this.#desk?.close();
  }

  /** Looks whether what is shown of a registration still holds. */
  refresh(): void {
    void this.#desk?.refresh();
  }

  /** On the page of a session: the button that opens the form, the form, or what became of it. */
  renderFor(context: CalendarContext, session: Session) {
    if (this.#desk?.isOpenFor(session.id)) return this.#desk.renderFor(context, session);
    if (!this.#isOffered(session, context.now)) return nothing;
    const { messages } = context;
    const isFull = seatsOf(session, context.now).kind === 'full';
    return html`
      ${this.#renderFailure(context)}
      <button class="button register" part="register" @click=${() => void this.open(session.id)}>
        ${isFull ? messages.joinWaitingList : messages.register}
      </button>
    `;
  }

  /** The page that opens a registration with its code. */
  renderManagement(context: CalendarContext) {
    if (this.#desk) return this.#desk.renderCodes(context);
    if (!this.#failed) return renderSkeleton(context, 1);
    return html`
      ${this.#renderFailure(context)}
      <button class="button secondary" part="retry" @click=${() => void this.manage()}>
        ${context.messages.retry}
      </button>
    `;
  }

  #renderFailure({ messages }: CalendarContext) {
    return html`<div role="alert">
      ${
        this.#failed
          ? html`<p class="error" part="error">${messages.registrationFailed}</p>`
          : nothing
      }
    </div>`;
  }

  #isOffered(session: Session, now: number): boolean {
    return openKinds.has(seatsOf(session, now).kind);
  }

  async #ask(): Promise<RegistrationDesk | undefined> {
    this.#failed = false;
    const desk = (await this.#load()) ?? (await this.#load());
    this.#failed = desk === undefined;
    this.#host.requestUpdate();
    return desk;
  }

  #load(): Promise<RegistrationDesk | undefined> {
    this.#loading ??= import('./registration/registration-desk.js').then(
      ({ RegistrationDesk }) => (this.#desk = new RegistrationDesk(this.#host, this.#options)),
      () => {
        this.#loading = undefined;
        return undefined;
      },
    );
    return this.#loading;
  }
}
