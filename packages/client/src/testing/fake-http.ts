import {
  attachmentLimits,
  idempotencyKeyHeader,
  idempotencyReplayedHeader,
  problemMediaType,
  proofHeader,
  requestIdHeader,
  type Operation,
  type OperationId,
} from '@nafida/contract';
import { allOperations } from '@nafida/contract/staff.js';
import { FakeProblemError } from './fake-problem-error.js';

/** An operation found by the path of a request. */
export interface Route {
  readonly id: OperationId;
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

const patterns = (Object.entries(allOperations) as [OperationId, Operation][]).map(
  ([id, operation]) => ({
    id,
    operation,
    pattern: patternOf(operation.path),
  }),
);

function patternOf(path: string): RegExp {
  const source = path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`);
}

/** All operations at `path`, whatever their method; the one whose path says most comes first. */
export function routesAt(path: string): Route[] {
  return patterns.flatMap(({ id, operation, pattern }) => {
    const match = pattern.exec(path);
    if (!match) return [];
    const parameters: Record<string, string> = {};
    for (const [name, value] of Object.entries(match.groups ?? {})) {
      parameters[name] = decoded(value);
    }
    return [{ id, operation, parameters }];
  });
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new FakeProblemError('bad_request');
  }
}

const maxBodyBytes = 64 * 1024;

/** The body of a request as JSON. Throws {@link FakeProblemError}. */
export async function jsonBodyOf(request: Request): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '')) {
    throw new FakeProblemError('unsupported_media_type');
  }
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > maxBodyBytes) throw new FakeProblemError('payload_too_large');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new FakeProblemError('malformed_json');
  }
}

/** The bytes of a part of a file. Throws {@link FakeProblemError}. */
export async function bytesOf(request: Request): Promise<Uint8Array> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^application\/octet-stream$/i.test(type))
    throw new FakeProblemError('unsupported_media_type');
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > attachmentLimits.partBytes)
    throw new FakeProblemError('payload_too_large');
  return bytes;
}

/** The bearer token of a request. Throws {@link FakeProblemError}. */
export function bearerOf(request: Request): string {
  const [, token] = /^Bearer +(.+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  if (!token)
    throw new FakeProblemError('unauthorized', { path: 'Authorization', code: 'required' });
  return token;
}

/**
 * Lets pages of any origin read the answer, problems included: without cookies, reading gives a page nothing that
 * its author could not fetch. Which pages may send is another matter.
 */
export const readableByAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': `Date, ETag, Retry-After, ${requestIdHeader}, ${idempotencyReplayedHeader}`,
};

/** The answer to a preflight. */
export function preflightAnswer(methods: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...readableByAll,
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': `Authorization, Content-Type, ${idempotencyKeyHeader}, ${proofHeader}`,
      'Access-Control-Max-Age': '7200',
    },
  });
}

/** A successful answer, or 304 if the reader already has it. */
export async function wellDone(
  request: Request,
  operation: Operation,
  value: unknown,
  headers: Record<string, string>,
): Promise<Response> {
  const isText = operation.mediaType !== 'application/json';
  const body = isText ? String(value) : JSON.stringify(value);
  const type = isText ? `${operation.mediaType}; charset=utf-8` : 'application/json';
  if (operation.cache === 'private') {
    return new Response(body, {
      status: operation.status,
      headers: { ...headers, 'Content-Type': type, 'Cache-Control': 'no-store' },
    });
  }
  const etag = await etagOf(body);
  const cached = { ...headers, 'Cache-Control': 'public, max-age=0, must-revalidate', ETag: etag };
  if (holds(request.headers.get('If-None-Match'), etag)) {
    return new Response(null, { status: 304, headers: cached });
  }
  return new Response(request.method === 'HEAD' ? null : body, {
    status: operation.status,
    headers: { ...cached, 'Content-Type': type },
  });
}

/** A problem as an answer. */
export function problemAnswer(error: FakeProblemError, headers: Record<string, string>): Response {
  const problem = error.toProblem();
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...headers,
      ...(error.code === 'unauthorized' && { 'WWW-Authenticate': 'Bearer' }),
      'Content-Type': problemMediaType,
      'Cache-Control': 'no-store',
    },
  });
}

async function etagOf(body: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  return `"${btoa(String.fromCharCode(...new Uint8Array(digest).slice(0, 15)))}"`;
}

function holds(ifNoneMatch: string | null, etag: string): boolean {
  const held = (ifNoneMatch ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return held.includes(etag) || held.includes('*');
}
