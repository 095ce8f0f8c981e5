import type { ProblemCode } from './problem-codes.js';
import type { Problem } from './problem-schema.js';

/**
 * Every problem the protocol knows: HTTP status, an English title for developers, and whether sending the
 * same request again later can help. Texts for citizens are in the catalogues of the elements, by code.
 */
export const problems = {
  malformed_json: { status: 400, title: 'The body is not valid JSON', retryable: false },
  bad_request: { status: 400, title: 'The request cannot be understood', retryable: false },
  bad_cursor: { status: 400, title: 'The cursor does not belong to this list', retryable: false },
  idempotency_key_missing: {
    status: 400,
    title: 'An Idempotency-Key header of 16 to 128 characters is needed',
    retryable: false,
  },
  unauthorized: { status: 401, title: 'A valid bearer token is needed', retryable: false },
  origin_not_allowed: {
    status: 403,
    title: 'This site does not accept requests from this origin',
    retryable: false,
  },
  proof_required: {
    status: 403,
    title: 'A proof of work is needed in the Nafida-Proof header',
    retryable: false,
  },
  proof_invalid: {
    status: 403,
    title: 'The proof of work is not valid for this request',
    retryable: false,
  },
  proof_expired: { status: 403, title: 'The proof of work is too old', retryable: false },
  proof_used: { status: 403, title: 'The proof of work was used before', retryable: false },
  unknown_site: { status: 404, title: 'No site has this name', retryable: false },
  not_found: { status: 404, title: 'Nothing is here', retryable: false },
  method_not_allowed: { status: 405, title: 'This method is not offered here', retryable: false },
  idempotency_in_flight: {
    status: 409,
    title: 'A request with this key is still running',
    retryable: true,
  },
  consent_outdated: {
    status: 409,
    title: 'The privacy notice has changed since it was accepted',
    retryable: false,
  },
  consultation_not_open: {
    status: 409,
    title: 'The consultation has not opened yet',
    retryable: false,
  },
  consultation_closed: { status: 409, title: 'The consultation is closed', retryable: false },
  registration_not_open: {
    status: 409,
    title: 'Registration has not opened yet',
    retryable: false,
  },
  registration_closed: { status: 409, title: 'Registration is closed', retryable: false },
  registration_not_confirmed: {
    status: 409,
    title: 'This registration holds no seat',
    retryable: false,
  },
  already_registered: {
    status: 409,
    title: 'This address or telephone number has served for a registration',
    retryable: false,
  },
  capacity_below_confirmed: {
    status: 409,
    title: 'More places are confirmed than this capacity has',
    retryable: false,
  },
  session_exists: { status: 409, title: 'A session has this id already', retryable: false },
  session_over: { status: 409, title: 'The session is over', retryable: false },
  already_moderated: { status: 409, title: 'The proposal was moderated before', retryable: false },
  not_published: { status: 409, title: 'The proposal is not public', retryable: false },
  attachments_not_allowed: {
    status: 409,
    title: 'The consultation takes no files',
    retryable: false,
  },
  attachment_offset: {
    status: 409,
    title: 'The part begins after what has been received',
    retryable: false,
  },
  question_open: {
    status: 409,
    title: 'A question to the author still waits for its reply',
    retryable: false,
  },
  already_replied: { status: 409, title: 'The question was replied to before', retryable: false },
  proposal_withdrawn: { status: 410, title: 'Its author withdrew the proposal', retryable: false },
  payload_too_large: { status: 413, title: 'The body is too large', retryable: false },
  unsupported_media_type: {
    status: 415,
    title: 'The body is not of the media type that is asked for',
    retryable: false,
  },
  invalid_input: { status: 422, title: 'Some fields are not valid', retryable: false },
  attachment_corrupted: {
    status: 422,
    title: 'The bytes received are not those that were announced: send them again from the start',
    retryable: false,
  },
  attachment_type: {
    status: 422,
    title: 'The file is not of the type that was announced',
    retryable: false,
  },
  attachment_unreadable: {
    status: 422,
    title: 'The file cannot be read: damaged or locked',
    retryable: false,
  },
  attachment_too_large: {
    status: 422,
    title: 'The file has too many pixels or pages, or is too large once it is written anew',
    retryable: false,
  },
  attachment_unsupported: {
    status: 422,
    title: 'The file shows what would be lost when it is written anew',
    retryable: false,
  },
  idempotency_mismatch: {
    status: 422,
    title: 'This key was used with other content',
    retryable: false,
  },
  rate_limited: { status: 429, title: 'Too many requests', retryable: true },
  internal_error: { status: 500, title: 'The server met an error of its own', retryable: true },
  unavailable: { status: 503, title: 'The service cannot answer just now', retryable: true },
} as const satisfies Record<ProblemCode, { status: number; title: string; retryable: boolean }>;

/** Media type of {@link Problem} bodies. */
export const problemMediaType = 'application/problem+json';

/** A complete problem body for `code`. */
export function problemOf(
  code: ProblemCode,
  extra: Pick<Problem, 'detail' | 'errors' | 'retryAfter'> = {},
): Problem {
  const { status, title } = problems[code];
  return { type: `urn:nafida:problem:${code}`, title, status, code, ...extra };
}
