export * from './civil-days.js';
export * from './editorial.js';
export * from './near-duplicates.js';
export * from './question-input.js';
export * from './session-input.js';
export * from './staff-operations.js';
export * from './staff-proposal.js';
export * from './staff-registration.js';
