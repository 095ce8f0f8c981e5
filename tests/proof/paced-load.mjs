// Requests that come when they come, as many a second as are wanted, however long the answers take.
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const endOfHead = Buffer.from('\r\n\r\n');
const tickMs = 5;

/**
 * Asks for paths at a steady rate. A request that finds every connection busy waits, and its time counts from when it was due.
 *
 * @param {string} origin
 * @param {{ rate: number, seconds: number, connections: number, pathOf: (index: number) => string }} load
 * @returns {Promise<{ answered: number, perSecond: number, p50: number, p99: number, statuses: Record<string, number>,
 *   fromCache: number }>} milliseconds; `statuses` holds `broken` for connections that ended without an answer
 */
export async function pacedLoad(origin, { rate, seconds, connections, pathOf }) {
  const due = [];
  const idle = [];
  const taken = [];
  const statuses = {};
  let fromCache = 0;
  let open = 0;
  const note = (status, askedAt) => {
    statuses[status] = (statuses[status] ?? 0) + 1;
    taken.push(performance.now() - askedAt);
  };
  const next = (line) => {
    const request = due.shift();
    if (request) line.ask(request);
    else idle.push(line);
  };
  const openLine = () => {
    open += 1;
    const line = lineTo(origin, {
      onAnswer: (head, { at }) => {
        note(head.slice(9, 12), at);
        if (/\r\nx-cache: (?:HIT|STALE|UPDATING|REVALIDATED)/i.test(head)) fromCache += 1;
        next(line);
      },
      onBroken: (request) => {
        open -= 1;
        const at = idle.indexOf(line);
        if (at >= 0) idle.splice(at, 1);
        if (request) note('broken', request.at);
        if (due.length > 0) next(openLine());
      },
    });
    return line;
  };
  const startedAt = performance.now();
  const count = rate * seconds;
  for (let index = 0; index < count;) {
    const now = performance.now();
    for (; index < count && startedAt + (index * 1_000) / rate <= now; index += 1) {
      due.push({ path: pathOf(index), at: startedAt + (index * 1_000) / rate });
      const line = idle.pop() ?? (open < connections ? openLine() : undefined);
      if (line) next(line);
    }
    await delay(tickMs);
  }
  // Whoever waits still is answered; the rate says how long that took.
  while (taken.length < count) await delay(tickMs);
  const passed = (performance.now() - startedAt) / 1_000;
  for (const line of idle) line.end();
  taken.sort((one, other) => one - other);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))];
  return {
    answered: taken.length,
    perSecond: taken.length / passed,
    ...{ p50: at(0.5), p99: at(0.99), statuses, fromCache },
  };
}

/** One kept-alive connection. */
function lineTo(origin, { onAnswer, onBroken }) {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname).setNoDelay(true);
  let received = Buffer.alloc(0);
  let asked;
  socket.on('error', () => {});
  socket.on('close', () => {
    const request = asked;
    asked = undefined;
    onBroken(request);
  });
  socket.on('data', (bytes) => {
    received = received.byteLength === 0 ? bytes : Buffer.concat([received, bytes]);
    const at = received.indexOf(endOfHead);
    if (at < 0) return;
    const head = received.toString('latin1', 0, at + 2);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    if (received.byteLength < at + endOfHead.byteLength + length) return;
    received = Buffer.alloc(0);
    const request = asked;
    asked = undefined;
    onAnswer(head, request);
  });
  return {
    ask: (request) => {
      asked = request;
      socket.write(`GET ${request.path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    },
    end: () => socket.destroy(),
  };
}
