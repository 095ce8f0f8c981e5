import type { FieldIssue, OperationId } from '@nafida/contract';
import { NafidaError, neverSent } from './nafida-error.js';

/** The input is not valid, and nothing was sent. `issues` have the same form as the server's. */
export class InputError extends NafidaError {
  override readonly name = 'InputError';
  readonly kind = 'input';

  readonly issues: readonly FieldIssue[];

  constructor(issues: readonly FieldIssue[], operation?: OperationId) {
    super(
      `Not valid: ${issues.map(({ path, code }) => (path ? `${path} (${code})` : code)).join(', ')}`,
      { ...neverSent, operation },
    );
    this.issues = issues;
  }
}
