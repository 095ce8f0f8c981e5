import type { CalendarContext } from '../view/calendar-context.js';
import type { SessionPageMessages } from './messages.js';

/** What the page of a session is drawn with. */
export interface PageContext extends CalendarContext {
  readonly pageMessages: SessionPageMessages;
}
