import '../apply-page-settings.js';
import '@nafida/elements/proposal-list/define.js';
