import '../apply-page-settings.js';
import '@nafida/elements/proposal-form/define.js';
