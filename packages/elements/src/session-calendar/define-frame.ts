// Registers the tag alone, for loaders that fetch `agenda-service.js` beside it: the empty month is drawn meanwhile.
import { define } from '../foundation/define.js';
import { SessionCalendarElement } from './session-calendar-element.js';

define('nafida-session-calendar', SessionCalendarElement);
