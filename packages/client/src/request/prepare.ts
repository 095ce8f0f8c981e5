import type { BodyOf, FieldIssue, OperationId, Operations, QueryOf } from '@nafida/contract';
import { idempotencyKeyHeader, idempotencyKeyPattern } from '@nafida/contract/reads.js';
import { typedToken } from '@nafida/contract/typed-code.js';
import { InputError } from '../errors/input-error.js';
import { plainCopy, toJson } from '../natives.js';
import type { Check, CheckedOperation } from './checked-operation.js';
import type { ClientSettings } from './client-options.js';

type ParameterIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Exclude<Name, 'site'> | ParameterIn<Rest>
  : never;

/** The input of a call of the operation `Id`. */
export interface CallRequest<Id extends OperationId> {
  readonly parameters?: Readonly<Record<ParameterIn<Operations[Id]['path']>, string>>;
  readonly query?: QueryOf<Id>;
  readonly body?: BodyOf<Id>;
  readonly token?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly proof?: string | undefined;
  readonly fresh?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** {@link CallRequest} of any operation. */
export interface AnyCallRequest extends Omit<
  CallRequest<OperationId>,
  'parameters' | 'query' | 'body'
> {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** A request that has been checked and can be sent any number of times. */
export interface PreparedRequest {
  readonly operation: CheckedOperation;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
  readonly idempotencyKey: string | undefined;
  /** Ignores copies in the browser's cache. */
  readonly fresh: boolean;
}

/** Checks all that a request is made of. Throws one `InputError` with the issues of every part. */
export function prepare(
  { baseUrl, site, locale }: ClientSettings,
  operation: CheckedOperation,
  request: AnyCallRequest,
): PreparedRequest {
  const issues: FieldIssue[] = [];
  const { idempotencyKey } = request;
  const token = request.token === undefined ? undefined : typedToken(request.token);

  const path = operation.path.replace(/\{(\w+)\}/g, (_braces, name: string) =>
    pathSegment(name, { ...request.parameters, site }[name], issues),
  );
  const query = valid(operation.query, request.query ?? {}, issues);
  const { bodyType } = operation;
  const body = operation.body && valid(operation.body, request.body, issues, bodyType);
  if (operation.authentication !== 'none') {
    const path = tokenNames[operation.authentication];
    if (!token) issues.push({ path, code: 'required' });
    else if (!headerText.test(token)) issues.push({ path, code: 'invalid_format' });
  }
  if (operation.idempotencyKey && !idempotencyKeyPattern.test(idempotencyKey ?? '')) {
    issues.push({ path: 'idempotencyKey', code: 'invalid_format' });
  }
  if (request.proof !== undefined && !headerText.test(request.proof)) {
    issues.push({ path: 'proof', code: 'invalid_format' });
  }
  if (issues.length > 0) throw new InputError(issues, operation.id);

  return {
    operation,
    url: `${baseUrl}${path}${searchOf(query as Record<string, string | number | undefined>)}`,
    headers: {
      Accept: 'application/json',
      ...(locale && { 'Accept-Language': locale }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== null && { 'Content-Type': bodyType ?? 'application/json' }),
      ...(idempotencyKey !== undefined && { [idempotencyKeyHeader]: idempotencyKey }),
    },
    body: body === null ? undefined : bodyType ? (body as Uint8Array<ArrayBuffer>) : toJson(body),
    idempotencyKey,
    fresh: request.fresh ?? false,
  };
}

const tokenNames = {
  tracking_code: 'trackingCode',
  manage_token: 'manageToken',
  device_secret: 'deviceSecret',
  upload_token: 'uploadToken',
  staff_token: 'staffToken',
} as const;

const headerText = /^[\x21-\x7E]+$/;

function pathSegment(name: string, value: string | undefined, issues: FieldIssue[]): string {
  if (!value) issues.push({ path: name, code: 'required' });
  // URLs resolve these, encoded or not: the request would go to another operation.
  else if (value === '.' || value === '..') issues.push({ path: name, code: 'invalid_format' });
  return encodeURIComponent(value ?? '');
}

/** The normalised value; if it is not valid, its issues are added to `issues`. */
function valid(check: Check, value: unknown, issues: FieldIssue[], bodyType?: string) {
  const result = check(bodyType ? value : plainCopy(value));
  if (result.ok) return result.value;
  issues.push(...result.issues);
  return {};
}

function searchOf(query: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const key of Object.keys(query)) {
    const value = query[key];
    if (value !== undefined) search.set(key, String(value));
  }
  const text = search.toString();
  return text && `?${text}`;
}
