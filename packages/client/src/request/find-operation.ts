import type { OperationId, Shape } from '@nafida/contract';
import { fitShape } from '@nafida/contract/reads.js';
import { neverSent } from '../errors/nafida-error.js';
import { NetworkError } from '../errors/network-error.js';
import type { Check, CheckedOperation } from './checked-operation.js';
import { knownReads } from './known-reads.js';

const fits =
  (shape: Shape): Check =>
  (value) =>
    fitShape(shape, value);

/** An operation that only reads, at once where its table is known; undefined for every other. */
export function readOf(id: OperationId): CheckedOperation | undefined {
  const read = knownReads.get(id);
  if (!read) return undefined;
  const { path, authentication, query, response } = read;
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

/** Any operation. */
export async function operationOf(id: OperationId): Promise<CheckedOperation> {
  const read = readOf(id);
  if (read) return read;
  return (await loadSending()).checkedOperation(id);
}

/**
 * The first call that sends something loads the code and the schemas for sending, so a page that only reads does not
 * load them.
 */
export async function loadSending(): Promise<typeof import('./all-operations.js')> {
  try {
    return await import('./all-operations.js');
  } catch (cause) {
    throw new NetworkError(neverSent, cause);
  }
}
