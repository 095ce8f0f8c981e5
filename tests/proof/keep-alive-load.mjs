// Many requests on few connections, at the least cost of its own: what is measured is the server.
import { connect } from 'node:net';

const endOfHead = Buffer.from('\r\n\r\n');

/**
 * Asks for one path after another, each connection for the next as soon as it has an answer.
 *
 * @param {string} origin
 * @param {{ connections: number, seconds: number, pathOf: (index: number) => string, headers?: Record<string, string> }} load
 * @returns {Promise<{ perSecond: number, p50: number, p99: number, statuses: Record<string, number> }>} milliseconds
 */
export async function keepAliveLoad(origin, { connections, seconds, pathOf, headers = {} }) {
  const { hostname, port, host } = new URL(origin);
  const lines = Object.entries({ Host: host, ...headers }).map((pair) => `${pair.join(': ')}\r\n`);
  const taken = [];
  const statuses = {};
  let index = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  const ask = () =>
    new Promise((settle, refuse) => {
      const socket = connect(Number(port), hostname);
      let received = Buffer.alloc(0);
      let askedAt;
      const send = () => {
        if (performance.now() >= endsAt) return socket.end();
        askedAt = performance.now();
        socket.write(`GET ${pathOf(index++)} HTTP/1.1\r\n${lines.join('')}\r\n`);
      };
      socket.setNoDelay(true).on('connect', send).on('error', refuse).on('close', settle);
      socket.on('data', (bytes) => {
        received = received.byteLength === 0 ? bytes : Buffer.concat([received, bytes]);
        const at = received.indexOf(endOfHead);
        if (at < 0) return;
        const head = received.toString('latin1', 0, at);
        const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
        if (received.byteLength < at + endOfHead.byteLength + length) return;
        received = Buffer.alloc(0);
        const status = head.slice(9, 12);
        statuses[status] = (statuses[status] ?? 0) + 1;
        taken.push(performance.now() - askedAt);
        send();
      });
    });
  await Promise.all(Array.from({ length: connections }, ask));
  const passed = (performance.now() - startedAt) / 1_000;
  taken.sort((one, other) => one - other);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))];
  return { perSecond: taken.length / passed, p50: at(0.5), p99: at(0.99), statuses };
}
