import { define } from '../foundation/define.js';
import { ProposalStatusElement } from './proposal-status-element.js';

define('nafida-proposal-status', ProposalStatusElement);

// So that TypeScript knows the tag and its events.
export type {} from './index.js';
