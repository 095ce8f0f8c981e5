// What a page needs that reads and does not write yet, without zod. Pages load this first, and of `reads/` the tables of
// what they ask for.
export * from './headers.js';
export * from './identifiers.js';
export * from './isolates.js';
export * from './loopback.js';
export * from './problem-codes.js';
export * from './reads/problem.data.js';
export * from './shape.js';
export * from './text-in.js';
