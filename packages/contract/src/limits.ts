// How long texts may be and how they are counted, without zod: what a form needs before anybody writes.
export * from './text/grapheme-count.js';
export * from './attachment/attachment-limits.js';
export * from './attachment/attachment-type.js';
export * from './proposal/proposal-limits.js';
