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

declare global {
  interface GlobalEventHandlersEventMap {
    'nafida-error': NafidaErrorEvent;
  }
}
