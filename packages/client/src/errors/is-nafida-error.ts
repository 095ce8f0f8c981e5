import type { InputError } from './input-error.js';
import { isBranded } from './nafida-error.js';
import type { NetworkError } from './network-error.js';
import type { ProblemError } from './problem-error.js';
import type { ProofError } from './proof-error.js';
import type { ResponseShapeError } from './response-shape-error.js';
import type { TimeoutError } from './timeout-error.js';

/** Every error of the client, a union by `kind`. */
export type AnyNafidaError =
  NetworkError | TimeoutError | ProblemError | ResponseShapeError | InputError | ProofError;

/**
 * True for any error of the client, also from another frame or another copy of this package, where `instanceof` is
 * false. Switch on `error.kind` afterwards.
 */
export function isNafidaError(value: unknown): value is AnyNafidaError {
  return isBranded(value);
}
