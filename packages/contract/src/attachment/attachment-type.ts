import type { AttachmentType } from './attachment-limits.js';

// Of WebP, the four bytes in between are a length.
const signatures: readonly (readonly [type: AttachmentType, pattern: RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['application/pdf', /^%PDF-/],
];

/** The type of a file, by its first 16 bytes; undefined if it cannot be attached. */
export function attachmentTypeOf(beginning: Uint8Array): AttachmentType | undefined {
  const text = String.fromCharCode(...beginning.subarray(0, 16));
  return signatures.find(([, pattern]) => pattern.test(text))?.[0];
}
