export { ProposalListElement } from './proposal-list-element.js';
export { ProposalOpenEvent } from './proposal-list-events.js';

// TypeScript knows `nafida-error` with the tag.
export type {} from '../foundation/errors/error-event.js';
