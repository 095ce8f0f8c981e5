import '../apply-page-settings.js';
import '@nafida/elements/proposal-status/define.js';
