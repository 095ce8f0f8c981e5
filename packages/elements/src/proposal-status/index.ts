export { ProposalStatusElement } from './proposal-status-element.js';
