import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ObjectStorageSettings } from './object-storage.js';

const keyId = 'AKIDNAFIDA';
const secretKey = 'the/key+of=the tests';
const region = 'ma-1';
const pageLength = 3;

/** What goes wrong with the next request. */
export type SimulatedError = 'busy' | 'cut' | 'silent';

/** An object storage on this machine that speaks as much of S3 as is asked of it, and takes nothing that is not signed. */
export interface FakeObjectStorage {
  /** For a bucket `nafida`, in a folder. */
  readonly settings: ObjectStorageSettings;
  /** The same as environment of a server, but for the variable that names the URL. */
  readonly environment: Readonly<Record<string, string>>;
  /** By bucket and key. */
  readonly objects: Map<string, { content: Buffer; storedAt: Date }>;
  /** One for each request that came, such as `PUT /nafida/files/one`. */
  readonly requests: string[];
  /** For the requests to come, one after the other. */
  readonly errors: SimulatedError[];
  close(): Promise<void>;
}

/** Starts a {@link FakeObjectStorage} on a free port of this machine. */
export async function fakeObjectStorage(): Promise<FakeObjectStorage> {
  const objects: FakeObjectStorage['objects'] = new Map();
  const requests: string[] = [];
  const errors: SimulatedError[] = [];
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const { pathname, searchParams } = new URL(url, endpoint);
    requests.push(`${method} ${pathname}`);
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const content = Buffer.concat(pieces);
    const refuse = (status: number, code: string) =>
      response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);

    const simulated = errors.shift();
    if (simulated === 'silent') return;
    if (simulated === 'busy') return void refuse(503, 'SlowDown');
    if (!isSigned(request, url)) return void refuse(403, 'SignatureDoesNotMatch');
    if (headers['x-amz-content-sha256'] !== createHash('sha256').update(content).digest('hex')) {
      return void refuse(400, 'XAmzContentSHA256Mismatch');
    }
    const name = decodeURIComponent(pathname);
    const object = objects.get(name);
    if (method === 'PUT') {
      if (headers['content-length'] === undefined) return void refuse(411, 'MissingContentLength');
      objects.set(name, { content, storedAt: new Date() });
      response.end();
    } else if (method === 'DELETE') {
      objects.delete(name);
      response.writeHead(204).end();
    } else if (searchParams.get('list-type') === '2') {
      response.end(pageOf(name, searchParams));
    } else if (!object) {
      refuse(404, 'NoSuchKey');
    } else {
      const [, from = '0', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
      const part = object.content.subarray(Number(from), to === '' ? undefined : Number(to) + 1);
      response.writeHead(headers.range ? 206 : 200, { 'Content-Length': part.length });
      if (simulated !== 'cut') return void response.end(part);
      response.write(part.subarray(0, part.length / 2), () => response.destroy());
    }
  }

  function pageOf(bucket: string, query: URLSearchParams): string {
    const prefix = `${bucket}/${query.get('prefix') ?? ''}`;
    const after = query.get('continuation-token') ?? '';
    const names = [...objects.keys()].filter((name) => name.startsWith(prefix) && name > after);
    const page = names.sort().slice(0, pageLength);
    const entries = page.map((name) => {
      const { content, storedAt } = objects.get(name) ?? { content: '', storedAt: new Date(0) };
      const key = encodeURIComponent(name.slice(bucket.length + 1));
      return `<Contents><Key>${key}</Key><LastModified>${storedAt.toISOString()}</LastModified><Size>${content.length}</Size></Contents>`;
    });
    const next = names.length > page.length ? page.at(-1) : undefined;
    const token = next ? `<NextContinuationToken>${next}</NextContinuationToken>` : '';
    return `<ListBucketResult>${entries.join('')}${token}</ListBucketResult>`;
  }

  return {
    settings: { url: 's3://nafida/files', endpoint, region, keyId, secretKey, silenceMs: 1_000 },
    environment: {
      NAFIDA_S3_ENDPOINT: endpoint,
      NAFIDA_S3_REGION: region,
      NAFIDA_S3_KEY_ID: keyId,
      NAFIDA_S3_SECRET_KEY: secretKey,
    },
    ...{ objects, requests, errors },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** As https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html says, apart from the client's library. */
function isSigned({ method = '', headers }: IncomingMessage, url: string): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$/;
  const [, key, day = '', place, names = '', signature] =
    form.exec(headers.authorization ?? '') ?? [];
  const at = String(headers['x-amz-date']);
  const isNow = Math.abs(Date.now() - instantOf(at)) < 15 * 60_000;
  const needed = ['host', 'x-amz-content-sha256', 'x-amz-date'];
  const signed = names.split(';');
  if (key !== keyId || place !== region || !isNow || !at.startsWith(day)) return false;
  if (!needed.every((name) => signed.includes(name))) return false;
  const [path = '', query = ''] = url.split('?');
  const canonical = [
    method,
    path,
    query.split('&').filter(Boolean).sort().join('&').replaceAll('+', '%20'),
    ...signed.map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const hash = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', at, scope, hash].join('\n');
  let signing: Buffer = Buffer.from(`AWS4${secretKey}`);
  for (const part of [day, region, 's3', 'aws4_request', text]) {
    signing = createHmac('sha256', signing).update(part).digest();
  }
  return signing.toString('hex') === signature;
}

function instantOf(basic: string): number {
  return Date.parse(basic.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
