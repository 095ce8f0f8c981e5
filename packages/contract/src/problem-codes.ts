/** All problem codes, in the order of their status. What they mean stands in `problems`. */
export const problemCodes = [
  'malformed_json',
  'bad_request',
  'bad_cursor',
  'idempotency_key_missing',
  'unauthorized',
  'origin_not_allowed',
  'proof_required',
  'proof_invalid',
  'proof_expired',
  'proof_used',
  'unknown_site',
  'not_found',
  'method_not_allowed',
  'idempotency_in_flight',
  'consent_outdated',
  'consultation_not_open',
  'consultation_closed',
  'registration_not_open',
  'registration_closed',
  'registration_not_confirmed',
  'capacity_below_confirmed',
  'session_exists',
  'session_over',
  'already_moderated',
  'not_published',
  'attachments_not_allowed',
  'attachment_offset',
  'question_open',
  'already_replied',
  'proposal_withdrawn',
  'payload_too_large',
  'unsupported_media_type',
  'invalid_input',
  'attachment_corrupted',
  'attachment_type',
  'attachment_unreadable',
  'idempotency_mismatch',
  'rate_limited',
  'internal_error',
  'unavailable',
] as const;

/** Stable name of a problem; texts for people are chosen by it. */
export type ProblemCode = (typeof problemCodes)[number];

/** What can be wrong with one field. `minimum` and `maximum` of an issue are grapheme clusters or numbers. */
export const fieldIssueCodes = [
  'required',
  'too_short',
  'too_long',
  'too_small',
  'too_large',
  'invalid_text',
  'invalid_name',
  'invalid_format',
  'invalid_type',
  'invalid_choice',
  'unknown_field',
  'contact_required',
  'unknown_territory',
  'territory_outside_site',
  'territory_level',
  'consent_required',
] as const;

/** See {@link fieldIssueCodes}. */
export type FieldIssueCode = (typeof fieldIssueCodes)[number];
