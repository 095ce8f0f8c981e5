import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClient } from '../index.js';
import { createFakeServer } from '../testing/index.js';
import { diagnose } from './index.js';

const html = (status = 200) =>
  new Response('<!doctype html><title>Connexion</title>', {
    status,
    headers: { 'Content-Type': 'text/html' },
  });
const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });

async function reasonFor(answer: () => Response, baseUrl = 'https://participation.example') {
  const client = createClient({
    baseUrl,
    site: 'berkane',
    fetch: () => Promise.resolve(answer()),
    retry: false,
  });
  return client.site.get().then(
    () => assert.fail('It did not fail.'),
    (error: unknown) => diagnose(error),
  );
}

describe('what lasts until somebody mends it', () => {
  const lasting = (reason: string) => ({ isLasting: true, reason });

  it('is an answer of something that is not the server', async () => {
    for (const status of [200, 401, 403, 404, 405]) {
      assert.deepEqual(await reasonFor(() => html(status)), lasting('other_server'), `${status}`);
    }
    const wordPress = { code: 'rest_no_route', message: 'No route', data: { status: 404 } };
    assert.deepEqual(await reasonFor(() => json(wordPress, 404)), lasting('other_shape'));
    assert.deepEqual(await reasonFor(() => json({ hello: 'world' })), lasting('other_shape'));
  });
  it('is a redirect, as to a login page', async () => {
    const redirect = () => new Response(null, { status: 302, headers: { Location: '/login' } });
    assert.deepEqual(await reasonFor(redirect), lasting('redirect'));
  });
  it('is any answer of a server on this device, because nobody is in between', async () => {
    for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080']) {
      assert.deepEqual(await reasonFor(() => html(), `http://${host}`), lasting('other_server'));
    }
  });
  it('is a header that a proxy kept back, and no wrong code', async () => {
    const { fetch, baseUrl, site } = createFakeServer();
    const client = createClient({
      baseUrl,
      site,
      retry: false,
      fetch: (url, init) => {
        const headers = new Headers(init?.headers);
        headers.delete('Authorization');
        return fetch(url, { ...init, headers });
      },
    });
    const error = await client.receipts.get('K7QF2M9DXT4P').catch((reason: unknown) => reason);
    assert.deepEqual(diagnose(error), lasting('altered'));
    const wrong = createClient({ baseUrl, site, retry: false, fetch });
    const unknown = await wrong.receipts.get('K7QF2M9DXT4P').catch((reason: unknown) => reason);
    assert.equal(diagnose(unknown).isLasting, false);
  });
  it('is a site that the server does not have, at the address that the error tells', async () => {
    const { fetch, baseUrl } = createFakeServer();
    const client = createClient({ baseUrl, site: 'nowhere', retry: false, fetch });
    const error = await client.sessions
      .list({ q: 'secret' })
      .page()
      .catch((reason: { url?: string }) => reason);
    assert.deepEqual(diagnose(error), lasting('unknown_site'));
    assert.equal((error as { url?: string }).url, `${baseUrl}/v1/sites/nowhere/sessions`);
  });
});

describe('what may pass', () => {
  it('is the sign-in page of a public network, if the connection is not encrypted', async () => {
    const address = 'http://participation.example';
    const passing = { isLasting: false, reason: 'sign_in' };
    assert.deepEqual(await reasonFor(() => html(), address), passing);
    assert.deepEqual(await reasonFor(() => html(404), address), {
      isLasting: true,
      reason: 'other_server',
    });
  });
  it('is a server that rests, in whatever words', async () => {
    for (const status of [500, 502, 503, 504]) {
      assert.deepEqual(await reasonFor(() => html(status)), { isLasting: false, reason: 'server' });
    }
  });
  it('is whatever is no error of the client', () => {
    assert.deepEqual(diagnose(new TypeError('a bug')), { isLasting: false, reason: 'server' });
  });
});
