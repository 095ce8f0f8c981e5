import type * as z from 'zod/mini';
import type { ProblemCode } from '../problem/problem-codes.js';

/** Which bearer token an operation asks for. */
export type Authentication =
  'none' | 'tracking_code' | 'manage_token' | 'device_secret' | 'upload_token' | 'staff_token';

/** One row of the table that the client, the server and `openapi.json` are all made from. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path template under the server's base URL, parameters in braces. */
  readonly path: `/v1/sites/{site}${string}`;
  readonly summary: string;
  readonly authentication: Authentication;
  /** The request needs an `Idempotency-Key`, and is safe to send again with the same one. */
  readonly idempotencyKey: boolean;
  /** The request needs a solved challenge in `Nafida-Proof`. */
  readonly proof: boolean;
  /** `public` answers carry an ETag and may be kept by shared caches; `private` ones by nobody. */
  readonly cache: 'public' | 'private';
  readonly query: z.ZodMiniObject;
  readonly body: z.ZodMiniType | null;
  /** Media type of the body; default: JSON. */
  readonly bodyType?: 'application/octet-stream';
  /** Status of the answer when all went well. */
  readonly status: 200 | 201;
  /** Media type of that answer; a calendar (RFC 5545) and a table (RFC 4180) are UTF-8 text, which `response` describes. */
  readonly mediaType: 'application/json' | 'text/calendar' | 'text/csv';
  readonly response: z.ZodMiniType;
  /** Its own problems, in addition to those of any request. */
  readonly problems: readonly ProblemCode[];
}
