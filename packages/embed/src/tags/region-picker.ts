import '../apply-page-settings.js';
import '@nafida/elements/region-picker/define.js';
