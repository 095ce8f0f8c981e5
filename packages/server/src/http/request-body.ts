import { attachmentLimits } from '@nafida/contract';
import { ProblemError } from '../operations/problem-error.js';

/** Bytes of the largest body of JSON: the longest proposal, every character escaped, fits twice. */
const bodyLimit = 128 * 1024;

const jsonType = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/**
 * The JSON value in the body of a request.
 *
 * @throws ProblemError `unsupported_media_type`, `payload_too_large`, `malformed_json`
 */
export async function readJson(request: Request): Promise<unknown> {
  if (!jsonType.test(request.headers.get('Content-Type') ?? '')) {
    throw new ProblemError('unsupported_media_type');
  }
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemError('malformed_json');
  }
}

/**
 * The bytes of a part of a file.
 *
 * @throws ProblemError `unsupported_media_type`, `payload_too_large`
 */
export async function readPart(request: Request): Promise<Uint8Array> {
  if (!/^application\/octet-stream\s*$/i.test(request.headers.get('Content-Type') ?? '')) {
    throw new ProblemError('unsupported_media_type');
  }
  return readBytes(request, attachmentLimits.partBytes);
}

/**
 * The body of a request.
 *
 * @throws ProblemError `payload_too_large`, `bad_request` when the connection breaks
 */
export async function readBytes(request: Request, limit = bodyLimit): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length')) > limit) {
    throw new ProblemError('payload_too_large');
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw new ProblemError('payload_too_large');
      chunks.push(chunk);
    }
  } catch (error) {
    // A connection that breaks in mid-body: nobody reads the answer.
    throw error instanceof ProblemError ? error : new ProblemError('bad_request');
  }
  return Buffer.concat(chunks);
}
