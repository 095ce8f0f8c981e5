import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);

/** Bytes from which packing saves a packet on the way. */
const worthPacking = 1_024;

/** The conditions of a request for its answer. */
export interface Conditions {
  /** `If-None-Match`. */
  readonly known: string | undefined;
  /** `Accept-Encoding`. */
  readonly encodings: string | undefined;
}

/** The body and headers to send. */
export interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

/**
 * An answer that anyone may keep, ready to be sent again and again: with a strong ETag, compressed if the client can
 * read it, and without its body if the client already has it.
 */
export class PublicAnswer {
  readonly #bytes: Buffer;
  readonly #hash: string;
  readonly #plain: Sent;
  #packed: Promise<Sent> | undefined;

  /** @param headers those that say what it is, and how long it may be kept */
  constructor(text: string, headers: Readonly<Record<string, string>>) {
    this.#bytes = Buffer.from(text);
    this.#hash = createHash('sha256').update(this.#bytes).digest('base64url').slice(0, 27);
    const ownHeaders = { ...headers, ETag: `"${this.#hash}"`, Vary: 'Accept-Encoding' };
    this.#plain = sent(ownHeaders, this.#bytes);
  }

  /** About how much memory it takes, packed and unpacked. */
  get size(): number {
    return this.#bytes.byteLength * 1.5 + 1_000;
  }

  /** The answer for one client. */
  async to({ known, encodings }: Conditions): Promise<Sent> {
    const isPacked = this.#bytes.byteLength >= worthPacking && takesGzip(encodings);
    if (isKnown(known, this.#hash)) {
      const { headers } = this.#plain;
      const { 'Content-Length': _length, ...others } = headers;
      return { status: 304, headers: isPacked ? this.#tagged(others) : others, body: null };
    }
    if (!isPacked) return this.#plain;
    this.#packed ??= this.#pack();
    return this.#packed;
  }

  async #pack(): Promise<Sent> {
    const bytes = await pack(this.#bytes);
    return sent({ ...this.#tagged(this.#plain.headers), 'Content-Encoding': 'gzip' }, bytes);
  }

  /** Two byte sequences, two strong ETags; either tells that the client knows the content. */
  #tagged(headers: Readonly<Record<string, string>>) {
    return { ...headers, ETag: `"${this.#hash}-gzip"` };
  }
}

function sent(headers: Readonly<Record<string, string>>, body: Uint8Array): Sent {
  return { status: 200, headers: { ...headers, 'Content-Length': String(body.byteLength) }, body };
}

function takesGzip(encodings = ''): boolean {
  return encodings.split(',').some((encoding) => {
    const [name = '', ...parameters] = encoding.split(';').map((part) => part.trim().toLowerCase());
    return name === 'gzip' && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}

/** Whether `If-None-Match` names the content with this hash, packed or not. */
export function isKnown(known: string | undefined, hash: string): boolean {
  if (known === undefined) return false;
  const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.some((tag) => tag === '*' || tag === `"${hash}"` || tag === `"${hash}-gzip"`);
}
