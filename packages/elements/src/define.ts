import './provider/define.js';
import './region-picker/define.js';
import './proposal-form/define.js';
import './proposal/define.js';
import './proposal-list/define.js';
import './proposal-status/define.js';
import './session-calendar/define.js';

// So that TypeScript knows the tags and their events.
export type {} from './index.js';
