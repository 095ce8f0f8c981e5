import { define } from '../foundation/define.js';
import { ProposalElement } from './proposal-element.js';

define('nafida-proposal', ProposalElement);
