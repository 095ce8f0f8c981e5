// The search of an agenda, without zod.
export * from './text/search-words.js';
export * from './session/session-texts.js';
