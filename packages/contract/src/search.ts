// What an agenda is searched by, without zod.
export * from './text/search-words.js';
export * from './session/session-texts.js';
