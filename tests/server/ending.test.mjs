import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { png, upload } from '../conformance/files.mjs';
import { propose, publish } from '../conformance/inputs.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { engines, makeProvince } from './province.mjs';

const waitMs = 30_000;

for (const engine of engines) {
  describe(`a server that is asked to end (${engine})`, () => {
    let province;
    before(async () => (province = await makeProvince(engine)));
    after(() => province?.close());

    it('says at once that it is not ready, and still answers for a while', async () => {
      const server = await province.serve({ env: { NAFIDA_DRAIN_SECONDS: '3' } });
      for (let time = 0; time < 2; time++) await readyz(server);
      const line = new Line(server.port);
      assert.doesNotMatch(await line.ask('/livez'), /^connection: close/im);
      const silent = new Line(server.port);
      await silent.ask('/livez');

      const endedAt = performance.now();
      const ended = server.stop();
      let answer;
      do answer = await readyz(server);
      while (answer.status === 200);
      assert.equal(answer.status, 503);
      assert.deepEqual([answer.body.code, answer.body.detail], ['unavailable', 'draining']);
      // Who came late is answered, and told to go elsewhere the next time.
      const last = await line.ask('/v1/sites/berkane');
      assert.match(last, /^HTTP\/1\.1 200 /);
      assert.match(last, /^connection: close/im);
      await line.closed;
      await silent.closed;
      assert.equal(await ended, 0);
      assert.ok(performance.now() - endedAt >= 2_900, 'there was time to notice');
    });

    it('ends at once if nobody asks whether it is ready', async () => {
      const server = await province.serve({ env: { NAFIDA_DRAIN_SECONDS: '600' } });
      // As browsers open them in advance.
      const unused = connect(server.port, '127.0.0.1').on('error', () => {});
      await once(unused, 'connect');
      const askedAt = performance.now();
      assert.equal(await server.stop(), 0);
      assert.ok(performance.now() - askedAt < 25_000, 'it does not wait for who says nothing');
    });

    it('lets what is being downloaded arrive whole', async () => {
      const folder = await temporaryFolder('pages');
      const large = Buffer.alloc(40_000_000, 'nafida ');
      await writeFile(join(folder, 'large.txt'), large);
      const server = await province.serve({ args: ['--public-dir', folder] });
      const api = await province.apiOf(server);
      const token = await upload(api, png({ width: 280, height: 300 }), {
        consultation: 'general',
      });
      const { reference } = await propose(api, { attachments: [{ token }] });
      await publish(api, reference);
      const parameters = { proposal: reference };
      const { attachments } = await api.value('getProposal', { parameters });
      const [{ path, bytes }] = attachments;

      const downloads = [
        await slowly(server.origin + path),
        await slowly(`${server.origin}/large.txt`),
      ];
      const ended = server.stop();
      await untilRefused(server);
      const [file, page] = await Promise.all(downloads.map((download) => download.rest()));
      assert.equal(file, bytes);
      assert.equal(page, large.byteLength);
      assert.equal(await ended, 0);
    });

    it('ends at once when it is asked again', async () => {
      const server = await province.serve();
      const line = new Line(server.port);
      const head = ['POST /v1/sites/berkane/challenges HTTP/1.1', 'Host: x'];
      const body = ['Content-Type: application/json', 'Content-Length: 20', '', ''];
      // Answered as soon as the head was read: from then on the request is under way.
      line.write([...head, 'Expect: 100-continue', ...body].join('\r\n'));
      await line.receives('100 Continue');
      await server.logged(/"msg":"listening"/);
      process.kill(server.pid, 'SIGTERM');
      await server.logged(/"msg":"ending"/);
      await delay(400);
      process.kill(server.pid, 'SIGINT');
      await line.closed;
      assert.equal(await server.ended, 130);
      assert.match(server.log(), /"msg":"ended at once"/);
    });
  });
}

async function readyz({ origin }) {
  const answer = await fetch(`${origin}/readyz`);
  return { status: answer.status, body: await answer.json() };
}

async function untilRefused({ origin }) {
  const deadline = Date.now() + waitMs;
  for (;;) {
    try {
      await (await fetch(`${origin}/livez`)).arrayBuffer();
    } catch {
      return;
    }
    assert.ok(Date.now() < deadline, 'no new connections are taken');
    await delay(50);
  }
}

/** A download that stops after its first bytes until the rest is asked for. */
function slowly(url) {
  return new Promise((settle, refuse) => {
    get(url, { agent: false }, (answer) => {
      let size = 0;
      answer.on('data', (piece) => (size += piece.byteLength));
      answer.pause();
      const rest = () =>
        new Promise((done, fail) => {
          answer.on('end', () => done(size)).on('error', fail);
          answer.resume();
        });
      settle({ rest });
    }).on('error', refuse);
  });
}

/** One connection that stays open as long as the server lets it. */
class Line {
  #received = '';
  #socket;

  constructor(port) {
    this.#socket = connect(port, '127.0.0.1');
    this.#socket.on('data', (piece) => (this.#received += piece));
    this.#socket.on('error', () => {});
    this.closed = new Promise((settle) => this.#socket.once('close', settle));
  }

  write(text) {
    this.#socket.write(text);
  }

  /** Asks for a path and gives the answer, its head and at least the beginning of its body. */
  async ask(path) {
    this.#received = '';
    this.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await this.receives('\r\n\r\n');
    return this.#received;
  }

  /** Waits until `text` has come. */
  async receives(text) {
    const deadline = Date.now() + waitMs;
    while (!this.#received.includes(text)) {
      assert.ok(Date.now() < deadline, `${text} comes`);
      await delay(10);
    }
  }
}
