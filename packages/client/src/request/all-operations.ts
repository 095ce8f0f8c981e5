import { operations, validate, type Operation, type OperationId } from '@nafida/contract';
import type { Check, CheckedOperation } from './checked-operation.js';

export { send, solve } from './sending.js';

/** An operation with the checks of its schemas. */
export function checkedOperation(
  id: OperationId,
  table: Readonly<Partial<Record<OperationId, Operation>>> = operations,
): CheckedOperation {
  const { method, path, authentication, idempotencyKey, proof, ...rest } = table[id]!;
  const { query, body, bodyType, response } = rest;
  const checked =
    (schema: typeof response): Check =>
    (value) =>
      validate(schema, value);
  return {
    id,
    method,
    path,
    authentication,
    idempotencyKey,
    proof,
    ...(bodyType && { bodyType }),
    query: checked(query),
    body: body && checked(body),
    response: checked(response),
  };
}
