import {
  problemOf,
  problems,
  type FieldIssue,
  type FieldIssueCode,
  type Problem,
  type ProblemCode,
} from '@nafida/contract';

/** An error that is answered with a problem of the protocol: {@link problem}. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, extra: Pick<Problem, 'detail' | 'errors' | 'retryAfter'> = {}) {
    super(problems[code].title);
    this.name = 'ProblemError';
    this.problem = problemOf(code, extra);
  }
}

/** The error for invalid input: it names the issues of each field. */
export function invalidInput(...errors: FieldIssue[]): ProblemError {
  return new ProblemError('invalid_input', { errors });
}

/** The same for one field. */
export function invalidField(path: string, code: FieldIssueCode): ProblemError {
  return invalidInput({ path, code });
}
