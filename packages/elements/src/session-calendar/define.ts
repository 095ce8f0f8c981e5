import { define } from '../foundation/define.js';
import { SessionCalendarElement } from './session-calendar-element.js';

define('nafida-session-calendar', SessionCalendarElement);

// So that TypeScript knows the tag and its events.
export type {} from './index.js';
