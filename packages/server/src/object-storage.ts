import { AwsV4Signer } from 'aws4fetch';
import { createHash } from 'node:crypto';
import { ReadableStream } from 'node:stream/web';
import { setTimeout as delay } from 'node:timers/promises';

/** The place of objects, and its key; see {@link objectStorageAt}. */
export interface ObjectStorageSettings {
  /** `s3://BUCKET` or `s3://BUCKET/PREFIX`: every key begins with the prefix. */
  readonly url: string;
  /** `https://…` of a storage that speaks the protocol of S3. */
  readonly endpoint: string;
  readonly region: string;
  readonly keyId: string;
  readonly secretKey: string;
  /** Milliseconds without a byte after which a request is given up; default: 30,000. */
  readonly silenceMs?: number;
}

/** The content to store. Its SHA-256 (hex) is signed with it, so the storage takes these bytes or none. */
export interface ObjectContent {
  readonly bytes: number;
  readonly sha256: string;
  /** The bytes from the first one; called again after a failed attempt. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** An object in a list. */
export interface ListedObject {
  readonly key: string;
  readonly bytes: number;
  readonly storedAt: Date;
}

/**
 * Private objects in one bucket: each request is signed, and no address is given to others. Content passes through
 * piece by piece. After a passing error it tries again, and a download continues where it stopped. One object has at
 * most 5 GB.
 */
export class ObjectStorageError extends Error {
  override readonly name = 'ObjectStorageError';
  /** The storage's code, such as `AccessDenied` or `NoSuchKey`; `Unreachable` if it did not answer. */
  readonly code: string;

  constructor(code: string, what: string, cause?: unknown) {
    super(`The object storage did not ${what} (${code}).`, { cause });
    this.code = code;
  }
}

const attempts = 4;
const firstPauseMs = 200;

/**
 * Objects in one bucket, private all of them: each request is signed, and nobody else is given an address. Content goes
 * through piece by piece. What fails for a passing reason is tried again, a download from where it broke off. One object
 * has 5 GB at most.
 */
export class ObjectStorage {
  readonly #base: string;
  readonly #prefix: string;
  readonly #credentials;
  readonly #silenceMs: number;

  constructor({
    url,
    endpoint,
    region,
    keyId,
    secretKey,
    silenceMs = 30_000,
  }: ObjectStorageSettings) {
    const { host, pathname } = new URL(url);
    this.#base = `${endpoint.replace(/\/+$/, '')}/${host}`;
    this.#prefix = pathname.replace(/^\/+|\/+$/g, '').replace(/.$/, '$&/');
    this.#credentials = { accessKeyId: keyId, secretAccessKey: secretKey, region, service: 's3' };
    this.#silenceMs = silenceMs;
  }

  /** Stores an object, or replaces it as a whole. */
  async put(key: string, { bytes, sha256, open }: ObjectContent): Promise<void> {
    await this.#persevere('store', async () => {
      const headers = { 'Content-Length': String(bytes), 'X-Amz-Content-Sha256': sha256 };
      const { response, silence } = await this.#ask('PUT', this.#urlOf(key), headers, open());
      await emptied(response, silence);
    });
  }

  /**
   * The bytes of an object from `from` until before `to`, as fast as they are read.
   *
   * @throws ObjectStorageError `NoSuchKey` if there is none; `Incomplete` if bytes are missing
   */
  async *get(
    key: string,
    { from, to }: { from: number; to: number },
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
    let at = from;
    for (let attempt = 1; at < to; attempt++) {
      try {
        const headers = { Range: `bytes=${at}-${to - 1}` };
        const { response, silence } = await this.#ask('GET', this.#urlOf(key), headers);
        if (response.status !== 206) {
          await response.body?.cancel();
          silence.end();
          throw new ResponseError(response.status, `HTTP ${response.status}`, 'give a part');
        }
        for await (const piece of listenedTo(response, silence)) {
          at += piece.byteLength;
          attempt = 0;
          yield piece;
        }
        if (at < to) throw new ObjectStorageError('Incomplete', 'give all that was asked for');
      } catch (error) {
        if (attempt >= attempts || !isPassing(error)) throw asStorageError(error, 'give');
        await pauseAfter(attempt);
      }
    }
  }

  /** Deletes an object; it is no error when there is none. */
  async delete(key: string): Promise<void> {
    await this.#persevere('delete', async () => {
      const { response, silence } = await this.#ask('DELETE', this.#urlOf(key), {}, undefined, 404);
      await emptied(response, silence);
    });
  }

  /** The objects whose keys begin with `prefix`, by their keys. */
  async *list(prefix: string): AsyncGenerator<ListedObject, void> {
    for (let after: string | undefined = ''; after !== undefined;) {
      const query = [
        ...(after ? [`continuation-token=${encoded(after)}`] : []),
        'encoding-type=url',
        'list-type=2',
        `prefix=${encoded(this.#prefix + prefix)}`,
      ].join('&');
      const page: string = await this.#persevere('list', async () => {
        const { response, silence } = await this.#ask('GET', `${this.#base}?${query}`, {});
        return textOf(response, silence);
      });
      for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
        const key = decodeURIComponent(valueIn(entry, 'Key').replaceAll('+', ' '));
        yield {
          key: key.slice(this.#prefix.length),
          bytes: Number(valueIn(entry, 'Size')),
          storedAt: new Date(valueIn(entry, 'LastModified')),
        };
      }
      after = valueIn(page, 'NextContinuationToken') || undefined;
    }
  }

  #urlOf(key: string): string {
    return `${this.#base}/${(this.#prefix + key).split('/').map(encoded).join('/')}`;
  }

  /** One signed request; throws if its answer is none of success, nor `taken`. */
  async #ask(
    method: string,
    url: string,
    headers: Record<string, string>,
    content?: AsyncIterable<Uint8Array>,
    taken?: number,
  ): Promise<{ response: Response; silence: Silence }> {
    const silence = new Silence(this.#silenceMs);
    try {
      const signer = new AwsV4Signer({
        ...this.#credentials,
        ...{ method, url },
        headers: { 'X-Amz-Content-Sha256': hashOfNothing, ...headers },
      });
      const signed = await signer.sign();
      const response = await fetch(signed.url, {
        ...{ method, headers: signed.headers, signal: silence.signal, redirect: 'error' },
        ...(content && { body: ReadableStream.from(silence.watch(content)), duplex: 'half' }),
      } as RequestInit);
      if (response.ok || response.status === taken) return { response, silence };
      throw await responseErrorOf(response, silence, `take a ${method}`);
    } catch (error) {
      silence.end();
      throw error;
    }
  }

  async #persevere<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt >= attempts || !isPassing(error)) throw asStorageError(error, what);
        await pauseAfter(attempt);
      }
    }
  }
}

const hashOfNothing = createHash('sha256').digest('hex');

/** Breaks a request off on whose line nothing has moved for too long. */
class Silence {
  readonly #ms: number;
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    this.#ms = ms;
    this.broken();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something moved. */
  broken(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(new Error('Silence')), this.#ms);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  async *watch(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      this.broken();
      yield piece;
    }
    this.broken();
  }
}

/** The body of an answer. While somebody takes their time over a piece, the line is not to blame for its silence. */
async function* listenedTo(
  { body }: Response,
  silence: Silence,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  try {
    for await (const piece of body ?? []) {
      silence.end();
      yield piece;
      silence.broken();
    }
  } finally {
    silence.end();
  }
}

async function emptied(response: Response, silence: Silence): Promise<void> {
  for await (const _piece of listenedTo(response, silence));
}

async function textOf(response: Response, silence: Silence): Promise<string> {
  const pieces = [];
  for await (const piece of listenedTo(response, silence)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

class ResponseError extends ObjectStorageError {
  readonly status: number;

  constructor(status: number, code: string, what: string) {
    super(code, what);
    this.status = status;
  }
}

async function responseErrorOf(
  response: Response,
  silence: Silence,
  what: string,
): Promise<ResponseError> {
  const code = valueIn(await textOf(response, silence), 'Code');
  return new ResponseError(response.status, code || `HTTP ${response.status}`, what);
}

/** Whether another request may help: not if the storage would give the same answer again. */
function isPassing(error: unknown): boolean {
  return (
    !(error instanceof ResponseError) || error.status >= 500 || [408, 429].includes(error.status)
  );
}

function asStorageError(error: unknown, what: string): ObjectStorageError {
  return error instanceof ObjectStorageError
    ? error
    : new ObjectStorageError('Unreachable', what, error);
}

/** As RFC 3986 does it: `encodeURIComponent` leaves some characters that the signature does not. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Longer each time, and never the same for all that wait. */
function pauseAfter(attempt: number): Promise<void> {
  return delay(firstPauseMs * 2 ** attempt * (0.5 + Math.random() / 2));
}

function valueIn(xml: string, tag: string): string {
  return new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? '';
}

/**
 * Settings of an object storage that a variable names by its URL, with the key from the environment of a process.
 *
 * @param name of the variable, for what an error says
 * @throws if something is missing or is not what it should be
 */
export function objectStorageAt(
  name: string,
  url: string,
  environment: NodeJS.ProcessEnv,
): ObjectStorageSettings {
  if (!/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/[A-Za-z0-9/._-]*)?$/.test(url)) {
    throw new Error(`${name} must be s3://BUCKET or s3://BUCKET/PREFIX, not "${url}".`);
  }
  const keyId = environment.NAFIDA_S3_KEY_ID;
  const secretKey = environment.NAFIDA_S3_SECRET_KEY;
  if (!keyId || !secretKey) {
    throw new Error(`With ${name} set NAFIDA_S3_KEY_ID and NAFIDA_S3_SECRET_KEY too.`);
  }
  const region = environment.NAFIDA_S3_REGION || 'us-east-1';
  const endpoint = environment.NAFIDA_S3_ENDPOINT || `https://s3.${region}.amazonaws.com`;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
    throw new Error(
      `NAFIDA_S3_ENDPOINT must be a URL such as https://s3.example, not "${endpoint}".`,
    );
  }
  return { url, endpoint, region, keyId, secretKey };
}
