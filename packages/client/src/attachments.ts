import type { Attachment } from '@nafida/contract';
import { attachmentLimits, attachmentTypeOf } from '@nafida/contract/limits.js';
import type { Client } from './client.js';
import { InputError } from './errors/input-error.js';
import { isNafidaError } from './errors/is-nafida-error.js';
import { createIdempotencyKey } from './idempotency-key.js';

/** The options of {@link uploadAttachment}. */
export interface UploadOptions {
  /** Id of the consultation that the proposal is for. */
  readonly consultation: string;
  /** Id of the question that the file answers; none for one that goes with the proposal itself. */
  readonly question?: string | undefined;
  /** The token of an interrupted upload of the same file: the upload continues where it stopped. */
  readonly token?: string | undefined;
  /** Called with the token as soon as it exists: store it to continue after a reload. */
  readonly onToken?: (token: string) => unknown;
  /** Told the bytes that have arrived; at the last ones the server has yet to check the file. */
  readonly onProgress?: (received: number, bytes: number) => void;
  /** Ends the sending: it rejects with the signal's reason. What has arrived waits for a day. */
  readonly signal?: AbortSignal;
}

/** Sizes of parts in bytes: the first is small, for nobody knows the line; those after are as large as it lets through. */
const part = { first: 64 * 1024, smallest: 8 * 1024, largest: attachmentLimits.partBytes };

/** A part that took less, in milliseconds, may be followed by one of twice its size. */
const quickMs = 2_000;

/**
 * Sends a photo or document in parts, and a part again if that can help. Resolves with its token once the server has
 * checked the file; give the token to `proposals.create`. The first bytes decide its type. Rejects with an `InputError`
 * if the type cannot be attached, and with problems such as `attachment_unreadable`.
 */
export async function uploadAttachment(
  client: Client,
  file: Blob,
  { consultation, question, token: earlier, onToken, onProgress, signal }: UploadOptions,
): Promise<string> {
  const options = signal ? { signal } : {};
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = attachmentTypeOf(bytes);
  if (!mediaType) throw new InputError([{ path: 'mediaType', code: 'invalid_choice' }]);

  let state = earlier === undefined ? undefined : await stateOf(client, earlier, options);
  let token = state && earlier;
  if (state === undefined || token === undefined) {
    const sha256 = await hashOf(bytes);
    const answered = question === undefined ? {} : { question };
    const input = { consultation, ...answered, mediaType, bytes: bytes.byteLength, sha256 };
    const idempotencyKey = createIdempotencyKey();
    state = await client.attachments.create(input, { ...options, idempotencyKey });
    token = state.token ?? '';
    await onToken?.(token);
  }
  let size = part.first;
  let isSentAnew = false;
  let offset = state.received;
  // A state that only a later version knows is no reason to stop halfway.
  const isReceiving = ({ state }: Attachment) =>
    state === 'receiving' || (state === 'unknown' && offset < bytes.byteLength);
  while (isReceiving(state)) {
    onProgress?.(offset, bytes.byteLength);
    // All has arrived and was not answered: the last byte again asks for the answer.
    const start = Math.min(offset, bytes.byteLength - 1);
    const startedAt = performance.now();
    try {
      state = await client.attachments.append(
        token,
        start,
        bytes.slice(start, start + size),
        options,
      );
      offset = state.received;
      if (performance.now() - startedAt < quickMs) size = Math.min(part.largest, size * 2);
    } catch (error) {
      if (!isNafidaError(error)) throw error;
      const problem = error.kind === 'problem' ? error : undefined;
      if (problem?.code === 'attachment_offset') offset = problem.issues[0]?.maximum ?? 0;
      else if (problem?.code === 'attachment_corrupted' && !isSentAnew) {
        isSentAnew = true;
        offset = 0;
      } else if (error.kind === 'timeout' && size > part.smallest) {
        // The line is slower than that: what is smaller arrives in time.
        size = Math.max(part.smallest, size / 4);
      } else throw error;
    }
  }
  onProgress?.(bytes.byteLength, bytes.byteLength);
  return token;
}

/** Undefined if the server knows the upload no more. */
async function stateOf(
  client: Client,
  token: string,
  options: { signal?: AbortSignal },
): Promise<Attachment | undefined> {
  try {
    return await client.attachments.get(token, options);
  } catch (error) {
    const isGone = isNafidaError(error) && error.kind === 'problem' && error.status === 401;
    if (isGone) return undefined;
    throw error;
  }
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
