import { define } from '../foundation/define.js';
import { ProposalListElement } from './proposal-list-element.js';

define('nafida-proposal-list', ProposalListElement);

// So that TypeScript knows the tag and its events.
export type {} from './index.js';
