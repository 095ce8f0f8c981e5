import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import http2 from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { startServer } from '@nafida/server';
import { prepareDemonstration, site } from '../../../examples/plain-html/demonstration.mjs';

/** What stands on each page; the last two show what an iframe of such a page costs, and what the whole bundle does. */
const bodies = {
  form: '<nafida-proposal-form></nafida-proposal-form>',
  calendar: '<nafida-session-calendar></nafida-session-calendar>',
  picker: '<nafida-region-picker></nafida-region-picker>',
};
bodies.three = bodies.calendar + bodies.form + bodies.picker;
const framed = '<iframe src="/page/form" width="100%" height="900"></iframe>';

const page = (script, body) =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page</title><body><h1>Page</h1>${script}${body}</body></html>`;

const pages = {
  ...Object.fromEntries(
    Object.entries(bodies).map(([name, body]) => [
      name,
      page(`<script type="module" src="/nafida.js" data-site="${site}"></script>`, body),
    ]),
  ),
  iframe: page('', framed),
  all: page(`<script src="/nafida.all.js" data-site="${site}" defer></script>`, bodies.form),
};

/**
 * The demonstration behind two fronts that also have a page for each tag: HTTP/1.1, as nafida-server speaks, and HTTP/2, as a
 * proxy does.
 *
 * @returns {Promise<{ origins: Record<'HTTP/1.1' | 'HTTP/2', string>, flags: string[], close: () => Promise<void> }>}
 *   `flags` have Chromium trust the second
 */
export async function startSite() {
  const folder = await mkdtemp(join(tmpdir(), 'nafida-slow-line-'));
  const server = await startServer({
    data: join(folder, 'data'),
    port: 0,
    publicDirectories: [
      fileURLToPath(new URL('.', import.meta.resolve('@nafida/embed/nafida.js'))),
    ],
    log: pino({ level: 'error' }),
  });
  const certificate = await selfSigned(folder);
  const answer = (request, response) => respond(new URL(server.url), request, response);
  const plain = http.createServer(answer);
  const secure = http2.createSecureServer(certificate, answer);
  const ports = await Promise.all([plain, secure].map(listen));
  const origins = {
    'HTTP/1.1': `http://localhost:${ports[0]}`,
    'HTTP/2': `https://localhost:${ports[1]}`,
  };
  await prepareDemonstration(server, Object.values(origins));
  return {
    origins,
    // A certificate that is only put up with would keep the browser from storing anything.
    flags: [`--ignore-certificate-errors-spki-list=${fingerprintOf(certificate.cert)}`],
    async close() {
      plain.closeAllConnections();
      plain.close();
      secure.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

function respond({ hostname, port }, request, response) {
  const name = /^\/page\/(\w+)$/.exec(request.url)?.[1];
  if (name in pages) {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
    response.end(pages[name]);
    return;
  }
  if (request.url === '/favicon.ico') {
    response.writeHead(204, { 'cache-control': 'max-age=86400' }).end();
    return;
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([header]) => !header.startsWith(':')),
  );
  headers.host = `${hostname}:${port}`;
  const { method, url: path } = request;
  const onward = http.request({ hostname, port, path, method, headers }, (answered) => {
    const { connection: _1, 'keep-alive': _2, 'transfer-encoding': _3, ...kept } = answered.headers;
    response.writeHead(answered.statusCode, kept);
    answered.pipe(response);
  });
  onward.on('error', () => response.writeHead(502).end());
  request.pipe(onward);
}

async function selfSigned(folder) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '2',
      ...subject,
    ],
    { stdio: 'ignore' },
  );
  return { key: await readFile(key), cert: await readFile(cert) };
}

function fingerprintOf(cert) {
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

async function listen(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server.address().port;
}
