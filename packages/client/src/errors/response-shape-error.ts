import type { FieldIssue } from '@nafida/contract';
import { isLoopback } from '@nafida/contract/reads.js';
import { NafidaError, type RequestOutcome } from './nafida-error.js';

/**
 * How an answer is not the protocol's: a `redirect` or another `content_type` (the sign-in page of a public
 * network, a proxy's own page), `invalid_json`, or JSON that the `schema` of the operation does not accept.
 */
export type ResponseShapeErrorReason = 'redirect' | 'content_type' | 'invalid_json' | 'schema';

const messages: Record<ResponseShapeErrorReason, string> = {
  redirect:
    'The answer is a redirect, not one of this protocol: check the base URL and the network',
  content_type: 'The answer is not JSON: something between here and the server answered instead',
  invalid_json: 'The answer is not valid JSON',
  schema: 'The answer does not have the shape of this protocol',
};

/** An answer came that is not the protocol's. It is never taken for success. */
export class ResponseShapeError extends NafidaError {
  override readonly name = 'ResponseShapeError';
  readonly kind = 'response_shape';

  readonly reason: ResponseShapeErrorReason;

  /** HTTP status; 0 if the browser hides it (redirects). */
  readonly status: number;

  /** What the schema found; empty for the other reasons. */
  readonly issues: readonly FieldIssue[];

  /** True if the sign-in page of a public network may have answered: the connection was not encrypted. */
  readonly mayBeSignIn: boolean;

  constructor(
    reason: ResponseShapeErrorReason,
    status: number,
    outcome: RequestOutcome,
    issues: readonly FieldIssue[] = [],
  ) {
    const [first] = issues;
    super(messages[reason] + (first ? ` (${first.path}: ${first.code})` : ''), outcome);
    this.reason = reason;
    this.status = status;
    this.issues = issues;
    // Nobody on the way can answer for an encrypted server, or for this device; no sign-in page says "not found".
    const { protocol, hostname } = new URL(outcome.url ?? 'https://unknown.invalid');
    const isOpenLine = protocol === 'http:' && !isLoopback(hostname);
    this.mayBeSignIn = isOpenLine && reason !== 'schema' && status < 400;
  }
}
