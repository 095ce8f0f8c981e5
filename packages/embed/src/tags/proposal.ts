import '../apply-page-settings.js';
import '@nafida/elements/proposal/define.js';
