import { getRequestListener, RequestError } from '@hono/node-server';
import { problemMediaType, problemOf } from '@nafida/contract';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { ProblemError } from '../operations/problem-error.js';
import { listen } from './listening.js';
import { problemErrorOf, problemResponse } from './problem-response.js';
import { withoutPublicPath } from './public-path.js';

/** How long requests may still run when the server ends, in milliseconds: as long as what is sent waits for its turn. */
const graceMs = 30_000;

/** How long a connection on which nothing came yet is kept then, in milliseconds. */
const silenceMs = 1_000;

/** The server as one function from request to answer. */
export type Fetch = Parameters<typeof getRequestListener>[0];

/** An HTTP server that answers every request, even one that is not HTTP, in the protocol's words. */
export class HttpServer {
  readonly #server: Server;
  /** The last answer on every connection that is open; undefined before the first. */
  readonly #answers = new Map<Socket, ServerResponse | undefined>();
  #isEnding = false;

  /** @param publicPath path under which browsers reach the server; see {@link withoutPublicPath} */
  constructor(fetch: Fetch, publicPath = '') {
    const listener = getRequestListener(fetch, {
      overrideGlobalObjects: false,
      errorHandler: (error) =>
        problemResponse(
          (error instanceof RequestError ? new ProblemError('bad_request') : problemErrorOf(error))
            .problem,
        ),
    });
    const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
      this.#answers.set(incoming.socket, outgoing);
      // Node says `Connection: close` then, and closes once the answer has gone.
      if (this.#isEnding) outgoing.shouldKeepAlive = false;
      if (publicPath !== '') incoming.url = withoutPublicPath(incoming.url ?? '/', publicPath);
      void listener(incoming, outgoing);
    };
    this.#server = createServer(
      // Longer than proxies keep theirs, so that none writes to a connection that is just closing.
      { keepAliveTimeout: 75_000, headersTimeout: 30_000, requestTimeout: 60_000 },
      answer,
    );
    // An expectation that nobody knows is no reason for a 417 without a word (RFC 9110, section 10.1.1).
    this.#server.on('checkExpectation', answer);
    this.#server.on('clientError', refuseConnection);
    this.#server.on('connection', (socket) => {
      this.#answers.set(socket, undefined);
      socket.once('close', () => this.#answers.delete(socket));
    });
  }

  /** Answers the URL to reach it by. Rejects with a sentence when the port is taken. */
  listen(host: string, port: number): Promise<string> {
    return listen(this.#server, host, port);
  }

  /** From now on, each answer is the last on its connection. The client opens the next one, perhaps to another server. */
  letGo(): void {
    this.#isEnding = true;
    for (const answer of this.#answers.values()) {
      if (answer && !answer.headersSent) answer.shouldKeepAlive = false;
    }
  }

  /** Takes no more connections and waits for the requests that run, half a minute at most. */
  async close(): Promise<void> {
    this.letGo();
    const closed = new Promise((settle) => this.#server.close(settle));
    const sweep = setInterval(() => this.#server.closeIdleConnections(), 100);
    const silence = setTimeout(() => this.#closeSilentConnections(), silenceMs);
    const end = setTimeout(() => this.#server.closeAllConnections(), graceMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(silence);
    clearTimeout(end);
  }

  /** Browsers open connections before they need them; Node takes those for requests that are still to come. */
  #closeSilentConnections(): void {
    for (const socket of this.#answers.keys()) {
      if (socket.bytesRead === 0) socket.destroy();
    }
  }
}

function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  // In a crowd it may be this server that was too slow to read: worth another try.
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const body = JSON.stringify(problemOf(isLate ? 'unavailable' : 'bad_request'));
  socket.end(
    [
      isLate ? 'HTTP/1.1 503 Service Unavailable' : 'HTTP/1.1 400 Bad Request',
      ...(isLate ? ['Retry-After: 1'] : []),
      'Cache-Control: no-store',
      `Content-Type: ${problemMediaType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
