export { ProposalElement } from './proposal-element.js';
export { ProposalSupportEvent } from './proposal-events.js';
