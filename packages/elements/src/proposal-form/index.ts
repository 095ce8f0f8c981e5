export { ProposalFormElement } from './proposal-form-element.js';
export { ProposalSubmitEvent, ProposalSuccessEvent } from './proposal-form-events.js';
