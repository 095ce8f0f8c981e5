import { problemOf, type FieldIssue, type ProblemCode } from '@nafida/contract';

/** Ends a request on the fake server with a problem. */
export class FakeProblemError extends Error {
  readonly code: ProblemCode;
  readonly errors: FieldIssue[];

  constructor(code: ProblemCode, ...errors: FieldIssue[]) {
    super(code);
    this.code = code;
    this.errors = errors;
  }

  /** The problem's body. */
  toProblem() {
    return problemOf(this.code, this.errors.length > 0 ? { errors: this.errors } : {});
  }
}
