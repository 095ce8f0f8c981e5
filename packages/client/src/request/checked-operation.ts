import type { Operation, OperationId, Validation } from '@nafida/contract';

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
