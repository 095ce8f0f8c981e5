import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);

/** Bytes from which packing saves a packet on the way. */
const worthPacking = 1_024;

/** What a client says about the answer it wants. */
export interface Conditions {
  /** `If-None-Match`. */
  readonly known: string | undefined;
  /** `Accept-Encoding`. */
  readonly encodings: string | undefined;
}

/**
 * An answer that anyone may keep: with a strong ETag, packed where the client can unpack it, and without its
 * body for a client that has it already.
 */
export async function publicResponse(
  text: string,
  { known, encodings }: Conditions,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const bytes = Buffer.from(text);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  const isPacked = bytes.byteLength >= worthPacking && takesGzip(encodings);
  // Two byte sequences, two strong ETags; either tells that the client knows the content.
  const answerHeaders = {
    ...headers,
    ETag: isPacked ? `"${hash}-gzip"` : `"${hash}"`,
    Vary: 'Accept-Encoding',
  };
  if (isKnown(known, hash)) return new Response(null, { status: 304, headers: answerHeaders });
  return isPacked
    ? new Response((await pack(bytes)) as BodyInit, {
        headers: { ...answerHeaders, 'Content-Encoding': 'gzip' },
      })
    : new Response(bytes, { headers: answerHeaders });
}

function takesGzip(encodings = ''): boolean {
  return encodings.split(',').some((encoding) => {
    const [name = '', ...parameters] = encoding.split(';').map((part) => part.trim().toLowerCase());
    return name === 'gzip' && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}

function isKnown(known: string | undefined, hash: string): boolean {
  if (known === undefined) return false;
  const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.some((tag) => tag === '*' || tag === `"${hash}"` || tag === `"${hash}-gzip"`);
}
