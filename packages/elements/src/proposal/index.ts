export { ProposalElement } from './proposal-element.js';
export { ProposalSupportEvent } from './proposal-events.js';

// TypeScript knows `nafida-error` with the tag.
export type {} from '../foundation/errors/error-event.js';
