import type { FieldIssue, Problem, ProblemCode } from '@nafida/contract';
import { problemCodes } from '@nafida/contract/reads.js';
import { NafidaError, type RequestOutcome } from './nafida-error.js';

const knownCodes = new Set<string>(problemCodes);

/** The server answered with a problem (RFC 9457). Texts for people are chosen by {@link code}. */
export class ProblemError extends NafidaError {
  override readonly name = 'ProblemError';
  readonly kind = 'problem';

  /** The problem's stable code; `unknown` when a newer server uses one that this version does not know. */
  readonly code: ProblemCode | 'unknown';

  /** HTTP status. */
  readonly status: number;

  /** The whole body as the server sent it, unknown code included. */
  readonly problem: Problem;

  /** Issues by field, in the same form as those of `InputError`; empty if the problem is about no field. */
  readonly issues: readonly FieldIssue[];

  /** Seconds the server asks to wait before another try. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, outcome: RequestOutcome) {
    super(problem.detail ? `${problem.title}: ${problem.detail}` : problem.title, outcome);
    this.code = knownCodes.has(problem.code) ? (problem.code as ProblemCode) : 'unknown';
    this.status = problem.status;
    this.problem = problem;
    this.issues = problem.errors ?? [];
    this.retryAfter = problem.retryAfter;
  }
}
