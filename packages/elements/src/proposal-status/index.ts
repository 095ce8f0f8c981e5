export { ProposalStatusElement } from './proposal-status-element.js';

// TypeScript knows `nafida-error` with the tag.
export type {} from '../foundation/errors/error-event.js';
