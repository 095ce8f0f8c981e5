// What a page needs that reads and does not write yet, without zod. Pages load this first, and of `reads/` the tables of
// what they ask for.
export * from './operations/headers.js';
export * from './identifiers.js';
export * from './text/isolates.js';
export * from './loopback.js';
export * from './problem/field-issue-codes.js';
export * from './problem/problem-codes.js';
export * from './reads/problem.data.js';
export * from './shape.js';
export * from './text/text-in.js';
