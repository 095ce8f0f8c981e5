// What tells errors apart, for elements that draw before there is a client to reject with one.
export {
  diagnose,
  type Diagnosis,
  type LastingReason,
  type PassingReason,
} from './errors/diagnose.js';
export { isNafidaError } from './errors/is-nafida-error.js';
