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
      let received = Buffer.alloc(0);
      let askedAt;
      const write = (socket) =>
        socket.write(`GET ${pathOf(index++)} HTTP/1.1\r\n${lines.join('')}\r\n`);
      const open = () => {
        askedAt = performance.now();
        const socket = connect(Number(port), hostname);
        socket
          .setNoDelay(true)
          .on('error', refuse)
          .on('connect', () => write(socket));
        socket.on('data', (bytes) => take(socket, bytes));
        // A server that lets go is asked again on a new connection.
        socket.on('close', () => (performance.now() < endsAt ? open() : settle()));
      };
      const take = (socket, bytes) => {
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
        if (/\r\nconnection: *close/i.test(head)) return;
        if (performance.now() >= endsAt) return socket.end();
        askedAt = performance.now();
        write(socket);
      };
      open();
    });
  await Promise.all(Array.from({ length: connections }, ask));
  const passed = (performance.now() - startedAt) / 1_000;
  taken.sort((one, other) => one - other);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))];
  return { perSecond: taken.length / passed, p50: at(0.5), p99: at(0.99), statuses };
}
