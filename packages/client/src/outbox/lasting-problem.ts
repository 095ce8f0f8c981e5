import { problems, type ProblemCode } from '@nafida/contract';
import { isNafidaError } from '../errors/is-nafida-error.js';
import type { OutboxProblem } from './outbox-item.js';

const known: Partial<Record<string, { readonly retryable: boolean }>> = problems;

/**
 * Why it cannot help to send the same proposal again; undefined if it may help, as after a lost connection, the sign-in page
 * of a public network, or a busy server.
 */
export function lastingProblemOf(error: unknown): OutboxProblem | undefined {
  if (!isNafidaError(error)) return undefined;
  switch (error.kind) {
    case 'input':
      return { reason: 'invalid_input', issues: error.issues };
    case 'proof':
      return { reason: 'proof', issues: [] };
    case 'problem':
      return isPassing(error.code, error.status)
        ? undefined
        : { reason: error.code, issues: error.issues };
    default:
      return undefined;
  }
}

function isPassing(code: ProblemCode | 'unknown', status: number): boolean {
  return known[code]?.retryable ?? (status >= 500 || status === 429);
}
