import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:http2';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { aptInstall } from '../harness/apt.mjs';
import { endProcess, startChild } from '../harness/child-processes.mjs';
import { freePort } from '../harness/free-port.mjs';
import { startServer } from '../harness/server.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { root } from '../harness/tree.mjs';

const caddy = '/usr/bin/caddy';
const hasCaddy = existsSync(caddy) || aptInstall('caddy');
const guide = await readFile(join(root, 'docs/server.md'), 'utf8');
const [, lines] = guide.match(/^```caddy\n(participation\..*?)^```/ms);

describe('the four lines for Caddy', { skip: hasCaddy ? false : 'caddy is not installed' }, () => {
  let server;
  let proxy;
  let session;
  let said = '';

  before(async () => {
    server = await startServer({
      args: [
        ...['--trust-proxy', '1', '--public-dir'],
        fileURLToPath(new URL('.', import.meta.resolve('@nafida/embed/nafida.js'))),
      ],
    });
    const folder = await temporaryFolder('caddy');
    const port = await freePort();
    // As in the document, with certificates of its own: nobody outside can be asked for one here.
    const settings = [
      'admin off',
      'local_certs',
      'skip_install_trust',
      'auto_https disable_redirects',
    ];
    const site = lines
      .replace('participation.berkane.ma', `https://localhost:${port}`)
      .replace('127.0.0.1:8080', new URL(server.origin).host);
    await writeFile(join(folder, 'Caddyfile'), `{\n${settings.join('\n')}\n}\n${site}`);
    proxy = startChild(caddy, ['run', '--config', join(folder, 'Caddyfile')], {
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    proxy.stderr.on('data', (piece) => (said += piece));
    const authority = join(folder, 'caddy/pki/authorities/local/root.crt');
    const isThere = () => existsSync(authority) && said.includes('serving initial configuration');
    while (!isThere()) {
      assert.equal(proxy.exitCode, null, said);
      await delay(20);
    }
    session = await trusted(`https://localhost:${port}`, await readFile(authority));
  });
  after(async () => {
    session?.close();
    if (proxy) await endProcess(proxy);
    await server?.stop();
  });

  const get = (path, headers = {}) =>
    new Promise((resolve, reject) => {
      const request = session.request({ ':path': path, ...headers });
      let answered;
      let bytes = 0;
      request.once('response', (given) => (answered = given));
      request.on('data', (piece) => (bytes += piece.length));
      request.once('end', () => resolve({ headers: answered, bytes }));
      request.once('error', reject);
      request.end();
    });

  it('are four', () => assert.equal(lines.trim().split('\n').length, 4));

  it('bring TLS and HTTP/2 with a certificate that a browser trusts', async () => {
    assert.equal(session.socket.authorized, true);
    assert.equal(session.alpnProtocol, 'h2');
    assert.equal((await get('/readyz')).headers[':status'], 200);
  });
  it('hand on what the server has packed, and what it says to other websites', async () => {
    const plain = await get('/nafida.js');
    const packed = await get('/nafida.js', { 'accept-encoding': 'br' });
    assert.deepEqual(
      [
        plain.headers[':status'],
        plain.headers['content-encoding'],
        packed.headers['content-encoding'],
      ],
      [200, undefined, 'br'],
    );
    assert.ok(packed.bytes < plain.bytes / 2, `${packed.bytes} of ${plain.bytes} bytes`);
    const problem = await get('/v1/sites/nobody', { origin: 'https://www.berkane.ma' });
    assert.equal(problem.headers[':status'], 404);
    assert.equal(problem.headers['access-control-allow-origin'], '*');
  });
});

/** A connection to `origin`, once Caddy has made its certificate. */
async function trusted(origin, ca) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const session = connect(origin, { ca });
    const error = await new Promise((resolve) => {
      session.once('connect', () => resolve(undefined));
      session.once('error', resolve);
    });
    if (!error) return session;
    if (Date.now() > deadline) throw error;
    await delay(50);
  }
}
