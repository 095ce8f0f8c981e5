import type { RegistrationInput, Session } from '@nafida/contract';

/** A person pressed send; `preventDefault()` keeps the registration from being sent. */
export class RegistrationSubmitEvent extends Event {
  readonly detail: { readonly session: Session; readonly input: RegistrationInput };

  constructor(session: Session, input: RegistrationInput) {
    super('nafida-registration-submit', { bubbles: true, composed: true, cancelable: true });
    this.detail = { session, input };
  }
}

/** The outcome of a registration. The codes stay between the person and the element. */
export interface RegistrationOutcome {
  readonly session: Session;
  readonly status: 'unconfirmed' | 'confirmed' | 'waitlisted' | 'cancelled' | 'unknown';
  /** Place on the waiting list, from 1; null unless `waitlisted`. */
  readonly position: number | null;
}

/** A registration was stored by the server. */
export class RegistrationSuccessEvent extends Event {
  readonly detail: RegistrationOutcome;

  constructor(detail: RegistrationOutcome) {
    super('nafida-registration-success', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** A registration was given back. `session` is its id. */
export class RegistrationCancelEvent extends Event {
  readonly detail: { readonly session: string };

  constructor(session: string) {
    super('nafida-registration-cancel', { bubbles: true, composed: true });
    this.detail = { session };
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'nafida-registration-submit': RegistrationSubmitEvent;
    'nafida-registration-success': RegistrationSuccessEvent;
    'nafida-registration-cancel': RegistrationCancelEvent;
  }
}
