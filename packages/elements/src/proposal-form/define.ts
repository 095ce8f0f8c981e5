import { define } from '../foundation/define.js';
import { ProposalFormElement } from './proposal-form-element.js';

define('nafida-proposal-form', ProposalFormElement);
