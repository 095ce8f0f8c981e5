import { define } from '../foundation/define.js';
import { ProposalStatusElement } from './proposal-status-element.js';

define('nafida-proposal-status', ProposalStatusElement);
