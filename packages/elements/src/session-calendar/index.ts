export type { RegistrationOutcome } from './session-calendar-events.js';
export {
  FilterChangeEvent,
  MonthChangeEvent,
  RegistrationCancelEvent,
  RegistrationSubmitEvent,
  RegistrationSuccessEvent,
  SessionOpenEvent,
} from './session-calendar-events.js';
export { SessionCalendarElement } from './session-calendar-element.js';
