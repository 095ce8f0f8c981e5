import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';
import { png, upload } from '../conformance/files.mjs';
import { propose, publish, register } from '../conformance/inputs.mjs';
import { launchChromium } from '../harness/browser.mjs';
import { freePort } from '../harness/free-port.mjs';
import { makeProvince } from './province.mjs';

const scripts = fileURLToPath(new URL('.', import.meta.resolve('@nafida/embed/nafida.js')));
const waitMs = 60_000;
const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Commune</title>
<script type="module" src="/nafida/nafida.js" data-site="berkane"></script>
<nafida-session-calendar view="list" month="2031-06"></nafida-session-calendar>
<nafida-proposal-list></nafida-proposal-list>`;

for (const takesOff of [true, false]) {
  describe(`a server below a path, whose proxy ${takesOff ? 'takes the path off' : 'leaves the path'}`, () => {
    let province;
    let server;
    let website;
    let mails;
    let api;
    let publicUrl;
    before(async () => {
      mails = await startMailbox();
      province = await makeProvince('embedded');
      const port = await freePort();
      const websitePort = await freePort();
      publicUrl = `http://127.0.0.1:${websitePort}/nafida`;
      server = await province.serve({
        port,
        args: ['--public-dir', scripts, '--trust-proxy', '1'],
        env: {
          NAFIDA_PUBLIC_URL: publicUrl,
          NAFIDA_SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
          NAFIDA_MAIL_FROM: 'participation@berkane.example',
        },
      });
      website = await startWebsite({ port: websitePort, behind: server.origin, takesOff });
      api = await province.apiOf({ origin: publicUrl });
    });
    after(async () => {
      website?.close();
      await province?.close();
      mails?.close();
    });

    it('is taken part in as anywhere else', async () => {
      const token = await upload(api, png(), { consultation: 'general' });
      const { reference } = await propose(api, {
        attachments: [{ token }],
        title: 'Un pont pour le douar',
      });
      await publish(api, reference);
      const parameters = { proposal: reference };
      const { attachments } = await api.value('getProposal', { parameters });
      const file = await fetch(publicUrl + attachments[0].path);
      assert.deepEqual([file.status, file.headers.get('Content-Type')], [200, 'image/png']);
      await file.arrayBuffer();
      const list = await api.call('listProposals');
      const { status } = await api.send('GET', api.pathOf('listProposals'), {
        headers: { 'If-None-Match': list.headers.get('ETag') },
      });
      assert.equal(status, 304);
    });

    it('lets its own pages send, and no others', async () => {
      const challenge = (origin) =>
        api.call('createChallenge', {
          body: { operation: 'createProposal' },
          headers: { Origin: origin },
        });
      assert.equal((await challenge(new URL(publicUrl).origin)).status, 201);
      assert.equal((await challenge(server.origin)).status, 403);
    });

    it('links from the mail to the page on which people confirm', async () => {
      await register(api, 'two-seats', { email: 'salma@example.org' });
      const mail = await mails.next();
      const [address] = /http:\/\/127\.0\.0\.1\S+/.exec(mail);
      assert.ok(address.startsWith(`${publicUrl}/confirm/ar/berkane/`), address);
      const form = await (await fetch(address)).text();
      assert.match(form, /<form method="post">/);
      // Not a part of an identifier in the headers.
      const [code] = /(?<![\w-])[A-Z0-9]{4}(?:-[A-Z0-9]{4})+(?![\w-])/.exec(mail);
      const confirmed = await fetch(address, {
        method: 'POST',
        body: new URLSearchParams({ code }),
      });
      assert.equal(confirmed.status, 200, await confirmed.text());
    });

    it('writes no URL that leads elsewhere', async () => {
      for (const [id, query] of [
        ['getSite', {}],
        ['listSessions', { from: '2031-01-01', to: '2031-12-31' }],
        ['listProposals', {}],
        ['getProposalTable', {}],
        ['getSessionFeed', {}],
      ]) {
        const { text, headers } = await api.call(id, { query });
        assert.equal(headers.get('Location'), null);
        for (const origin of [server.origin, new URL(publicUrl).origin]) {
          assert.ok(!text.includes(origin), `${id} holds ${origin}`);
        }
      }
      const missing = await (await fetch(`${publicUrl}/v1/nothing`)).json();
      assert.equal(missing.type, 'urn:nafida:problem:not_found');
    });

    it('is found by the tags of a page that loads the script from there', async () => {
      const browser = await launchChromium();
      try {
        const tab = await browser.newPage();
        const asked = [];
        tab.on('request', (each) => asked.push(each.url()));
        await tab.goto(new URL('/page.html', publicUrl).href);
        for (const text of ['Rencontre', 'Un pont pour le douar']) {
          await tab.getByText(text).filter({ visible: true }).first().waitFor({ timeout: waitMs });
        }
        const ours = asked.filter((url) => /\/v1\/|nafida[^/]*\.js/.test(url));
        assert.ok(
          ours.every((url) => url.startsWith(`${publicUrl}/`)),
          ours.join('\n'),
        );
      } finally {
        await browser.close();
      }
    });
  });
}

/** The website of a commune, which hands what is below `/nafida/` to the server behind it. */
async function startWebsite({ port, behind, takesOff }) {
  const server = createServer((incoming, outgoing) => {
    const { url, method, headers, socket } = incoming;
    if (url === '/page.html') {
      outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
      return;
    }
    if (!url.startsWith('/nafida/')) return void outgoing.writeHead(404).end();
    const path = takesOff ? url.slice('/nafida'.length) : url;
    const forwarded = { ...headers, 'x-forwarded-for': socket.remoteAddress };
    const onward = request(behind + path, { method, headers: forwarded }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const listening = once(server, 'listening');
  server.listen(port, '127.0.0.1');
  await listening;
  return {
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function startMailbox() {
  const received = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const pieces = [];
      stream.on('data', (piece) => pieces.push(piece));
      stream.on('end', () => {
        received.push(textOf(Buffer.concat(pieces).toString()));
        done();
      });
    },
  });
  const listening = once(smtp.server, 'listening');
  smtp.listen(0, '127.0.0.1');
  await listening;
  return {
    port: smtp.server.address().port,
    async next() {
      const deadline = Date.now() + waitMs;
      while (received.length === 0) {
        assert.ok(Date.now() < deadline, 'a mail comes');
        await delay(50);
      }
      return received.shift();
    },
    close: () => smtp.close(),
  };
}

/** The text of a mail, however it was packed for the way. */
function textOf(mail) {
  const [head, ...rest] = mail.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) {
    return Buffer.from(body, 'base64').toString();
  }
  return body
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll('=', ''), 'hex').toString(),
    );
}
