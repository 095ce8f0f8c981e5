import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { uploadAttachment } from './attachments.js';
import { isNafidaError } from './errors/is-nafida-error.js';
import { createClient } from './index.js';
import { createFakeServer } from './testing/index.js';
import { sampleConsultation } from './testing/samples.js';

const { policy } = sampleConsultation();
const consultation = 'digital-2030';

/** A document of so many bytes. */
function documentOf(bytes: number): Blob {
  return new Blob(['%PDF-1.4 ', new Uint8Array(bytes - 9).map((_value, at) => at * 31)]);
}

function setUp() {
  const server = createFakeServer({
    consultations: [
      sampleConsultation({ policy: { ...policy, attachments: { count: 2, bytes: 2_000_000 } } }),
    ],
  });
  const client = createClient({
    baseUrl: server.baseUrl,
    site: server.site,
    fetch: server.fetch,
    retry: { baseDelayMs: 0 },
  });
  return { server, client };
}

const partsOf = (requests: readonly Request[]) =>
  requests.flatMap(({ url, method }) =>
    method === 'PUT' ? Number(new URL(url).searchParams.get('offset')) : [],
  );

describe('sending a file', () => {
  it('goes in parts that grow with the line, and says how far it is', async () => {
    const { server, client } = setUp();
    const progress: number[] = [];
    const token = await uploadAttachment(client, documentOf(600_000), {
      consultation,
      onProgress: (received) => progress.push(received),
    });
    const kib = 1024;
    assert.deepEqual(partsOf(server.requests), [0, 64 * kib, 192 * kib, 448 * kib]);
    assert.deepEqual(progress, [...partsOf(server.requests), 600_000]);
    assert.equal((await client.attachments.get(token)).state, 'ready');
  });
  it('comes to an end although answers are lost and the line breaks', async () => {
    const { server, client } = setUp();
    const token = await uploadAttachment(client, documentOf(300_000), {
      consultation,
      onToken: () => server.failNext('lost_answer', 'unavailable', 'unreachable'),
    });
    assert.equal((await client.attachments.get(token)).state, 'ready');
  });
  it('does not take the sign-in page of a public network for an answer', async () => {
    const { server, client } = setUp();
    await assert.rejects(
      uploadAttachment(client, documentOf(300_000), {
        consultation,
        onToken: () => server.failNext('captive_portal'),
      }),
      (error) => isNafidaError(error) && error.kind === 'response_shape',
    );
  });
  it('continues where it stopped, also after a reload', async () => {
    const { server, client } = setUp();
    const file = documentOf(600_000);
    let token = '';
    const ending = new AbortController();
    await assert.rejects(
      uploadAttachment(client, file, {
        consultation,
        onToken: (each) => (token = each),
        onProgress: (received) => received > 0 && ending.abort(new Error('left')),
        signal: ending.signal,
      }),
      /left/,
    );
    const before = server.requests.length;
    assert.equal(await uploadAttachment(client, file, { consultation, token }), token);
    const after = partsOf(server.requests.slice(before));
    assert.ok((after[0] ?? 0) > 0, 'not from the start');
  });
  it('is sent whole, although a newer server names a state that is not known', async () => {
    const { server, client } = setUp();
    const later: typeof fetch = async (...request) => {
      const answer = await server.fetch(...request);
      const text = (await answer.text()).replace('"receiving"', '"brand_new"');
      return new Response(text, answer);
    };
    const { baseUrl, site } = server;
    const file = documentOf(600_000);
    const old = createClient({ baseUrl, site, fetch: later });
    const token = await uploadAttachment(old, file, { consultation });
    assert.equal((await client.attachments.get(token)).state, 'ready');
  });
  it('starts again if the server has forgotten it', async () => {
    const { client } = setUp();
    const token = await uploadAttachment(client, documentOf(1000), { consultation, token: 'gone' });
    assert.notEqual(token, 'gone');
  });
  it('is refused here when it is nothing that can be attached', async () => {
    const { server, client } = setUp();
    await assert.rejects(
      uploadAttachment(client, new Blob(['GIF89a']), { consultation }),
      (error) => isNafidaError(error) && error.kind === 'input',
    );
    assert.equal(server.requests.length, 0);
  });
});
