/** What can be attached to a proposal. */
export const attachmentTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
] as const;

/** See {@link attachmentTypes}. */
export type AttachmentType = (typeof attachmentTypes)[number];

/** The limits if a consultation's policy is not stricter: files, bytes of each, bytes of one part. */
export const attachmentLimits = {
  count: 10,
  bytes: 10_000_000,
  partBytes: 256 * 1024,
  description: { min: 1, max: 200 },
} as const;
