export { ProposalListElement } from './proposal-list-element.js';
export { ProposalOpenEvent } from './proposal-list-events.js';
