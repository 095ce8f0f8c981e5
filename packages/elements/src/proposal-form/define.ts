import { define } from '../foundation/define.js';
import { ProposalFormElement } from './proposal-form-element.js';

define('nafida-proposal-form', ProposalFormElement);

// So that TypeScript knows the tag and its events.
export type {} from './index.js';
