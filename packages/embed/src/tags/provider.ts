import '../apply-page-settings.js';
import '@nafida/elements/provider/define.js';
