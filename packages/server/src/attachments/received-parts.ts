import { createHash } from 'node:crypto';
import type { DatabaseReader } from '../database/database.js';
import type { AttachmentRow } from './attachment-records.js';

/** The received parts of a file, joined, with its SHA-256 (hex). One part is read after the other. */
export async function receivedBytes(
  reader: DatabaseReader,
  { site, attachment, bytes }: AttachmentRow,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; sha256: string }> {
  const whole = new Uint8Array(bytes);
  const hash = createHash('sha256');
  let at = 0;
  while (at < bytes) {
    const part = await reader
      .selectFrom('attachment_part')
      .select('content')
      .where('site', '=', site)
      .where('attachment', '=', attachment)
      .where('start', '=', at)
      .executeTakeFirst();
    // Another process was faster, and has cleared the parts away.
    if (!part || part.content.byteLength === 0) break;
    whole.set(part.content, at);
    hash.update(part.content);
    at += part.content.byteLength;
  }
  return { bytes: whole, sha256: hash.digest('hex') };
}
