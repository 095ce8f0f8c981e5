import { diagnose } from '@nafida/client/diagnosis.js';

/** What went wrong. */
export interface ErrorDetail {
  /** What the client rejected with; `isNafidaError` of `@nafida/client` tells its kind. */
  readonly error: unknown;
  /** What the person was doing, for example `agenda` or `registration`. */
  readonly during: string;
}

/** Something a person did could not be done. The element has already told them; the page may log it. */
export class NafidaErrorEvent extends Event {
  readonly detail: ErrorDetail;

  constructor(detail: ErrorDetail) {
    super('nafida-error', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/**
 * Tells the page that something could not be done for a person; and its developer, in one line per cause, what to mend
 * where another try is of no use. What says so is loaded by pages that need it.
 */
export function dispatchError(host: HTMLElement, error: unknown, during: string): void {
  host.dispatchEvent(new NafidaErrorEvent({ error, during }));
  const diagnosis = diagnose(error);
  if (!diagnosis.isLasting && diagnosis.reason !== 'sign_in') return;
  void import('./explain-error.js').then(
    ({ explainError }) => explainError(error),
    () => undefined,
  );
}

declare global {
  interface GlobalEventHandlersEventMap {
    'nafida-error': NafidaErrorEvent;
  }
}
