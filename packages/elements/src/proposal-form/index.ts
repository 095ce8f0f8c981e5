export { ProposalFormElement } from './proposal-form-element.js';
export { ProposalSubmitEvent, ProposalSuccessEvent } from './proposal-form-events.js';

// TypeScript knows `nafida-error` with the tag.
export type {} from '../foundation/errors/error-event.js';
