import type { Session } from '@nafida/contract';
import type { Month } from './day/civil-day.js';

/** A person opened a session of a `<nafida-session-calendar>`. */
export class SessionOpenEvent extends Event {
  readonly detail: { readonly session: Session };

  constructor(session: Session) {
    super('nafida-session-open', { bubbles: true, composed: true });
    this.detail = { session };
  }
}

/** A person went to another month, `YYYY-MM`. */
export class MonthChangeEvent extends Event {
  readonly detail: { readonly month: Month };

  constructor(month: Month) {
    super('nafida-month-change', { bubbles: true, composed: true });
    this.detail = { month };
  }
}

/** A person filtered the agenda; an empty value filters nothing. */
export class FilterChangeEvent extends Event {
  readonly detail: Readonly<Record<'territory' | 'type' | 'audience' | 'q', string>>;

  constructor(detail: FilterChangeEvent['detail']) {
    super('nafida-filter-change', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'nafida-session-open': SessionOpenEvent;
    'nafida-month-change': MonthChangeEvent;
    'nafida-filter-change': FilterChangeEvent;
  }
}
