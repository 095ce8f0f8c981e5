import { define } from '../foundation/define.js';
import { SessionCalendarElement } from './session-calendar-element.js';

define('nafida-session-calendar', SessionCalendarElement);
