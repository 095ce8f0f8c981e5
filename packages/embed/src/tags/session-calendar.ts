import '../apply-page-settings.js';
import '@nafida/elements/session-calendar/define.js';
