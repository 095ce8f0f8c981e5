import type { Problem, ProblemCode } from '@nafida/contract';
import { fitShape, problemShape, requestIdHeader } from '@nafida/contract/reads.js';
import type { RequestOutcome } from '../errors/nafida-error.js';
import { ProblemError } from '../errors/problem-error.js';
import { ResponseShapeError } from '../errors/response-shape-error.js';
import { plainCopy } from '../natives.js';
import type { CheckedOperation } from './checked-operation.js';
import { takesEffect } from './takes-effect.js';
import { withoutUnreadable } from './without-unreadable.js';

const jsonMediaType = /^application\/(?:[\w.+-]+\+)?json\b/i;

// Proxies and gateways in between answer in their own words; their status says as much as one of our problems.
const codeOfProxyStatus: Partial<Record<number, ProblemCode>> = {
  413: 'payload_too_large',
  429: 'rate_limited',
  500: 'internal_error',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** The parts of an answer that {@link readAnswer} needs; the body has been read. */
export interface Answer {
  readonly type: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * The value that an answer carries, checked against the operation. Throws `ProblemError` for a problem and
 * `ResponseShapeError` for whatever is not the protocol's. `maybeSent` tells whether an earlier attempt may have
 * taken effect, `writes` whether this one could.
 */
export function readAnswer(
  { type, status, headers, text }: Answer,
  operation: CheckedOperation,
  outcome: RequestOutcome,
): unknown {
  const known = { ...outcome, requestId: headers.get(requestIdHeader) ?? undefined };
  const uncertain = { ...known, maybeSent: outcome.maybeSent || takesEffect(operation) };
  const redirected = type === 'opaqueredirect' || (status >= 300 && status < 400);
  if (redirected) throw new ResponseShapeError('redirect', status, uncertain);

  const isJson = jsonMediaType.test(headers.get('Content-Type') ?? '');
  if (status >= 400) {
    const problem = (isJson && problemIn(text)) || proxyProblem(status);
    if (problem) {
      const refused = status < 500 && problem.code !== 'idempotency_in_flight';
      throw new ProblemError(
        { ...problem, ...retryAfterOf(problem.retryAfter, headers) },
        refused ? known : uncertain,
      );
    }
  }
  if (!isJson) throw new ResponseShapeError('content_type', status, uncertain);
  const parsed = jsonIn(text);
  if (!parsed) throw new ResponseShapeError('invalid_json', status, uncertain);
  const result = withoutUnreadable(operation.response, plainCopy(parsed.value));
  if (status >= 400 || !result.ok) {
    throw new ResponseShapeError('schema', status, uncertain, result.ok ? [] : result.issues);
  }
  return result.value;
}

function jsonIn(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function problemIn(text: string) {
  const result = fitShape(problemShape, jsonIn(text)?.value);
  return result.ok ? (result.value as Problem) : undefined;
}

function proxyProblem(status: number): Problem | undefined {
  const code = codeOfProxyStatus[status];
  return code && { type: `urn:nafida:problem:${code}`, title: `HTTP ${status}`, status, code };
}

// Only seconds: a date would be measured by the device's clock, which may be years off.
function retryAfterOf(inBody: number | undefined, headers: Headers) {
  if (inBody !== undefined) return { retryAfter: inBody };
  const header = headers.get('Retry-After') ?? '';
  return /^\d{1,9}$/.test(header) ? { retryAfter: Number(header) } : {};
}
