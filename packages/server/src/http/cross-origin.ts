import { idempotencyReplayedHeader, requestIdHeader, type Operation } from '@nafida/contract';
import { ProblemError } from '../operations/problem-error.js';
import type { SiteRecord } from '../operations/site-record.js';

// `Date`: a device whose clock is years off goes by the server's.
const exposedHeaders = [
  'Date',
  'ETag',
  idempotencyReplayedHeader,
  'Retry-After',
  requestIdHeader,
].join(', ');

/** Seconds for which a browser remembers a preflight; Chromium keeps none longer. */
const preflightSeconds = 7200;

/**
 * Headers that let pages of any origin read the answer. The server knows no cookies, so reading gives a page
 * nothing that its author could not fetch; and a problem that pages cannot read would look like a broken connection.
 * Which pages may send is decided by {@link requireAllowedOrigin}.
 */
export function readableBy(
  origin: string | undefined,
  cache: Operation['cache'] = 'private',
): Record<string, string> {
  const expose = { 'Access-Control-Expose-Headers': exposedHeaders };
  if (cache === 'public') return { 'Access-Control-Allow-Origin': '*', ...expose };
  return { ...(origin && { 'Access-Control-Allow-Origin': origin }), ...expose, Vary: 'Origin' };
}

/**
 * Answer to a browser that asks before it sends. Host pages wrap `fetch` and add headers of their own, so
 * whatever header it asks for is granted.
 */
export function preflightResponse(
  origin: string,
  requestedHeaders: string | undefined,
  methods: string,
): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...readableBy(origin),
      'Access-Control-Allow-Methods': methods,
      ...(requestedHeaders && { 'Access-Control-Allow-Headers': requestedHeaders }),
      'Access-Control-Max-Age': String(preflightSeconds),
      Vary: 'Origin, Access-Control-Request-Headers',
    },
  });
}

/**
 * Throws `origin_not_allowed` unless the site lists the origin. Requests without one come from programs, not
 * from pages.
 */
export function requireAllowedOrigin(site: SiteRecord, origin: string | undefined): void {
  if (origin !== undefined && !site.origins.includes(origin)) {
    throw new ProblemError('origin_not_allowed');
  }
}
