/** The issues of one field. `minimum` and `maximum` of an issue are grapheme clusters or numbers. */
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
