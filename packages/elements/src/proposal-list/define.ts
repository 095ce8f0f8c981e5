import { define } from '../foundation/define.js';
import { ProposalListElement } from './proposal-list-element.js';

define('nafida-proposal-list', ProposalListElement);
