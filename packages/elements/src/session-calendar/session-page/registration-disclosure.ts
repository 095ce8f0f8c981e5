import { presentTime } from '@nafida/client/present-time.js';
import type { Session } from '@nafida/contract';
import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { LazyModule } from '../../foundation/loading/lazy-module.js';
import type { CalendarContext } from '../view/calendar-context.js';
import type { PageContext } from './page-context.js';
import { renderSkeleton } from '../view/calendar-states.js';
import type {
  RegistrationSectionOptions,
  RegistrationSection,
} from '../registration/registration-section.js';
import { openKinds, seatsOf } from '../session/session-state.js';

/**
 * The way to registering. Forms, consent and proof of work are loaded when someone is about to need them: people
 * who only read never pay for them.
 */
export class RegistrationDisclosure {
  readonly #section: LazyModule<RegistrationSection>;

  constructor(host: LitElement, options: RegistrationSectionOptions) {
    this.#section = new LazyModule(host, async () => {
      const { RegistrationSection } = await import('../registration/registration-section.js');
      return new RegistrationSection(host, options);
    });
  }

  /** Loads ahead while the person reads about `session`, so that the form opens at once even on a slow line. */
  prepare(session: Session): void {
    if (isOffered(session, presentTime())) this.#section.prepare();
  }

  /** Opens the form for a session. */
  async open(session: string): Promise<void> {
    (await this.#section.need())?.open(session);
  }

  /** Gets ready to open registrations with their code. */
  async manage(): Promise<void> {
    await this.#section.need();
  }

  /** The person goes back to the calendar. */
  close(): void {
    this.#section.part?.close();
  }

  /** Looks whether what is shown of a registration still holds. */
  refresh(): void {
    void this.#section.part?.refresh();
  }

  /** Whether {@link renderFor} shows a registration that holds. */
  hasReceipt(session: Session): boolean {
    return this.#section.part?.hasReceipt(session.id) ?? false;
  }

  /** On the page of a session: the button that opens the form, the form, or what became of it, with `addToCalendar` in it. */
  renderFor(
    context: PageContext,
    session: Session,
    addToCalendar: TemplateResult | undefined,
  ): TemplateResult | typeof nothing {
    const { part } = this.#section;
    if (part?.isOpenFor(session.id)) return part.renderFor(context, session, addToCalendar);
    if (!isOffered(session, context.now)) return nothing;
    const { pageMessages } = context;
    const isFull = seatsOf(session, context.now).kind === 'full';
    return html`
      ${this.#renderLoadError(context)}
      <button class="button register" part="register" @click=${() => void this.open(session.id)}>
        ${isFull ? pageMessages.joinWaitingList : pageMessages.register}
      </button>
    `;
  }

  /** The page that opens a registration with its code. */
  renderManagement(context: CalendarContext): TemplateResult {
    const { part, failed } = this.#section;
    if (part) return part.renderCodes(context);
    if (!failed) return renderSkeleton(context, 1);
    return html`
      ${this.#renderLoadError(context)}
      <button class="button secondary" part="retry" @click=${() => void this.manage()}>
        ${context.messages.retry}
      </button>
    `;
  }

  #renderLoadError({ messages }: CalendarContext) {
    return html`<div role="alert">
      ${
        this.#section.failed
          ? html`<p class="error" part="error">${messages.partFailed}</p>`
          : nothing
      }
    </div>`;
  }
}

function isOffered(session: Session, now: number): boolean {
  return openKinds.has(seatsOf(session, now).kind);
}
