import {
  problemOf,
  problems,
  type FieldIssue,
  type FieldIssueCode,
  type Problem,
  type ProblemCode,
} from '@nafida/contract';

/** A refusal in the protocol's own vocabulary; what the client gets is {@link problem}. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, extra: Pick<Problem, 'detail' | 'errors' | 'retryAfter'> = {}) {
    super(problems[code].title);
    this.name = 'ProblemError';
    this.problem = problemOf(code, extra);
  }
}

/** A refusal that names what is wrong with which field. */
export function invalidInput(...errors: FieldIssue[]): ProblemError {
  return new ProblemError('invalid_input', { errors });
}

/** The same for one field. */
export function invalidField(path: string, code: FieldIssueCode): ProblemError {
  return invalidInput({ path, code });
}
