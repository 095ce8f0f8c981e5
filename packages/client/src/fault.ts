// What tells errors apart, for elements that draw before there is a client to reject with one.
export { faultOf, type Fault, type LastingReason, type PassingReason } from './errors/fault-of.js';
export { isNafidaError } from './errors/is-nafida-error.js';
