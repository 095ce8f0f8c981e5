export { faultOf, type Fault, type LastingReason, type PassingReason } from './fault-of.js';
export { InputError } from './input-error.js';
export { isNafidaError, type AnyNafidaError } from './is-nafida-error.js';
export { NafidaError, type NafidaErrorKind, type RequestOutcome } from './nafida-error.js';
export { NetworkError, type NetworkObstacle } from './network-error.js';
export { ProblemError } from './problem-error.js';
export { ProofError, type ProofFault } from './proof-error.js';
export { ResponseShapeError, type ResponseFault } from './response-shape-error.js';
export { TimeoutError } from './timeout-error.js';
