export type { RegistrationOutcome } from './registration/registration-events.js';
export {
  RegistrationCancelEvent,
  RegistrationSubmitEvent,
  RegistrationSuccessEvent,
} from './registration/registration-events.js';
export {
  FilterChangeEvent,
  MonthChangeEvent,
  SessionOpenEvent,
} from './session-calendar-events.js';
export { SessionCalendarElement } from './session-calendar-element.js';

// TypeScript knows `nafida-error` with the tag.
export type {} from '../foundation/errors/error-event.js';
