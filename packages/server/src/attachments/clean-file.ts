import type { AttachmentType } from '@nafida/contract/limits.js';

/** A file that is clean; a picture that would have become too large comes out as JPEG. */
export interface CleanFile {
  readonly bytes: Uint8Array;
  readonly mediaType: AttachmentType;
}
