import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { json } from 'node:stream/consumers';

// Linux takes 107 bytes, macOS 103.
const longestSocketPath = 103;

/** The socket on which the holder of a data directory listens. */
export function controlSocketPath(dataDirectory: string): string {
  const directory = resolve(dataDirectory);
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\nafida-${name}`;
  const path = join(directory, 'control.sock');
  return Buffer.byteLength(path) <= longestSocketPath
    ? path
    : join(privateFolder(), `${name}.sock`);
}

/** A folder for sockets whose own directory has too long a name; nobody else may have prepared it. */
function privateFolder(): string {
  const user = process.getuid?.();
  const folder = join(tmpdir(), `nafida-${user}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = statSync(folder);
  if (uid !== user || (mode & 0o077) !== 0) {
    throw new Error(
      `${folder} is not private to this user: remove it, or use a shorter data directory.`,
    );
  }
  return folder;
}

/** Whether anyone listens. A socket that a killed process left behind is there, but nobody answers. */
export function isAnswered(socketPath: string): Promise<boolean> {
  return new Promise((settle, reject) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', (error) => {
      if (isUnanswered(error)) settle(false);
      else reject(error);
    });
  });
}

function isUnanswered({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ENOENT' || code === 'ECONNREFUSED';
}

/** What the holder of a data directory answers to a command; `ending`: it did not carry it out, nor will it. */
export type ControlReply =
  { readonly output: unknown } | { readonly error: string } | { readonly ending: true };

/**
 * Sends a command to the holder of the data directory; undefined if nobody holds it. Rejects if the holder died during
 * the command.
 */
export function sendCommand(
  socketPath: string,
  command: string,
  input: unknown,
): Promise<ControlReply | undefined> {
  return new Promise((settle, reject) => {
    // The command itself goes out once the holder has said that it listens: before that, a broken connection
    // means that nothing was done.
    let isSent = false;
    const outgoing = request({
      socketPath,
      method: 'POST',
      path: '/',
      agent: false,
      headers: { Expect: '100-continue' },
    });
    outgoing.once('continue', () => {
      isSent = true;
      outgoing.end(JSON.stringify({ command, input }));
    });
    outgoing.once('response', (incoming) => {
      json(incoming).then((reply) => settle(reply as ControlReply), reject);
    });
    outgoing.once('error', (error: NodeJS.ErrnoException) => {
      if (isUnanswered(error) || (!isSent && error.code === 'ECONNRESET')) settle(undefined);
      else reject(new Error(`The server broke off: ${error.message}. See whether it was done.`));
    });
    outgoing.flushHeaders();
  });
}
