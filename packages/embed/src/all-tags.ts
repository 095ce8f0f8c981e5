import './apply-page-settings.js';
import '@nafida/elements/define.js';
