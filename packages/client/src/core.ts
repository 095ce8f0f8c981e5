// The client of a page that says by `reads/` what it asks for, and loads what sends with the first that it sends.
export { createClient } from './client.js';
export { diagnose, type LastingReason } from './errors/diagnose.js';
export { InputError } from './errors/input-error.js';
export { isNafidaError } from './errors/is-nafida-error.js';
export { NetworkError } from './errors/network-error.js';
export { ProblemError } from './errors/problem-error.js';
