export * from './editorial.js';
export * from './question-input.js';
