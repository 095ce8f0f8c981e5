// How long texts may be and how they are counted, without zod: what a form needs before anybody writes.
export * from './grapheme-count.js';
export * from './attachment-limits.js';
export * from './attachment-type.js';
export * from './proposal-limits.js';
