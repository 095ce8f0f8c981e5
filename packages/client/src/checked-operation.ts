import type { Operation, OperationId, Read, Shape, Validation } from '@nafida/contract';
import { fitShape, reads } from '@nafida/contract/reads.js';
import { neverSent } from './errors/nafida-error.js';
import { NetworkError } from './errors/network-error.js';

/** Checks a value, and gives it in normal form. */
export type Check = (value: unknown) => Validation<unknown>;

/** An operation with the checks of what is sent and of what comes back. */
export interface CheckedOperation extends Pick<
  Operation,
  'method' | 'path' | 'authentication' | 'idempotencyKey' | 'proof' | 'bodyType'
> {
  readonly id: OperationId;
  readonly query: Check;
  readonly body: Check | null;
  readonly response: Check;
}

const knownReads: Readonly<Record<string, Read>> = reads;

const fits =
  (shape: Shape): Check =>
  (value) =>
    fitShape(shape, value);

/** An operation that only reads, at once; undefined for every other. */
export function readOf(id: OperationId): CheckedOperation | undefined {
  if (!Object.hasOwn(knownReads, id)) return undefined;
  const { path, authentication, query, response } = knownReads[id]!;
  return {
    id,
    method: 'GET',
    path,
    authentication,
    idempotencyKey: false,
    proof: false,
    query: fits(query),
    body: null,
    response: fits(response),
  };
}

/**
 * Any operation. The schemas of what people send are loaded with the first that sends anything: whoever only reads never
 * pays for them.
 */
export async function operationOf(id: OperationId): Promise<CheckedOperation> {
  const read = readOf(id);
  if (read) return read;
  let all;
  try {
    all = await import('./all-operations.js');
  } catch (cause) {
    throw new NetworkError(neverSent, cause);
  }
  return all.checkedOperation(id);
}
