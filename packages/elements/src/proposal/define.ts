import { define } from '../foundation/define.js';
import { ProposalElement } from './proposal-element.js';

define('nafida-proposal', ProposalElement);

// So that TypeScript knows the tag and its events.
export type {} from './index.js';
