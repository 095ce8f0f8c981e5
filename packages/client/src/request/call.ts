import type { OperationId, ProvenOperation, ResponseOf } from '@nafida/contract';
import type { CallRequest } from './prepare.js';

/** Calls any operation of the protocol by its name. */
export type Call = <Id extends OperationId>(
  id: Id,
  request?: CallRequest<Id>,
) => Promise<ResponseOf<Id>>;

/** Asks for a challenge and solves it. */
export type Solve = (
  operation: ProvenOperation,
  options?: { readonly signal?: AbortSignal | undefined },
) => Promise<string>;
