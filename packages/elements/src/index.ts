export * from './provider/index.js';
export * from './region-picker/index.js';
export * from './proposal-form/index.js';
export * from './proposal/index.js';
export * from './proposal-list/index.js';
export * from './proposal-status/index.js';
export * from './session-calendar/index.js';
export type { ErrorDetail } from './foundation/errors/error-event.js';
export { NafidaErrorEvent } from './foundation/errors/error-event.js';
