export { diagnose, type Diagnosis, type LastingReason, type PassingReason } from './diagnose.js';
export { InputError } from './input-error.js';
export { isNafidaError, type AnyNafidaError } from './is-nafida-error.js';
export { NafidaError, type NafidaErrorKind, type RequestOutcome } from './nafida-error.js';
export { NetworkError, type NetworkErrorReason } from './network-error.js';
export { ProblemError } from './problem-error.js';
export { ProofError, type ProofErrorReason } from './proof-error.js';
export { ResponseShapeError, type ResponseShapeErrorReason } from './response-shape-error.js';
export { TimeoutError } from './timeout-error.js';
