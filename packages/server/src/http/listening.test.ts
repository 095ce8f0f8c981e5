import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';

/** As many as the system may keep at all. */
const longest = '/proc/sys/net/core/somaxconn';

/** A server that has been told to listen, and takes nobody until it is ended. */
const program = `
  const { createServer } = require('node:http');
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.listening).then(async ({ listen }) => {
    parentPort.postMessage(await listen(createServer(), '127.0.0.1', 0));
    setImmediate(() => Atomics.wait(workerData.never, 0, 0));
  });
`;

describe('a crowd that comes at one instant', () => {
  const skip = !existsSync(longest) && 'only Linux tells how many it keeps';
  it('is let in though the server is just busy', { skip, timeout: 60_000 }, async () => {
    const never = new Int32Array(new SharedArrayBuffer(4));
    const listening = new URL('./listening.js', import.meta.url).href;
    const worker = new Worker(program, { eval: true, workerData: { listening, never } });
    const sockets: Socket[] = [];
    try {
      const [url] = (await once(worker, 'message')) as [string];
      const count = Math.min(1_500, Number(readFileSync(longest, 'utf8')));
      for (let index = 0; index < count; index++) {
        sockets.push(connect(Number(new URL(url).port), '127.0.0.1'));
      }
      await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    } finally {
      for (const socket of sockets) socket.destroy();
      Atomics.notify(never, 0);
      await worker.terminate();
    }
  });
});
