import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// Linux takes 107 bytes, macOS 103.
const longestSocketPath = 103;

/** Where the holder of a data directory listens. */
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
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const isStale = error.code === 'ENOENT' || error.code === 'ECONNREFUSED';
      if (isStale) settle(false);
      else reject(error);
    });
  });
}

/** What the holder of a data directory answers to a command. */
export type ControlReply = { readonly output: unknown } | { readonly error: string };

/** Hands a command to whoever holds the data directory; undefined when nobody does. */
export async function sendCommand(
  socketPath: string,
  command: string,
  input: unknown,
): Promise<ControlReply | undefined> {
  if (!(await isAnswered(socketPath))) return undefined;
  return new Promise((settle, reject) => {
    const options = { socketPath, method: 'POST', path: '/', agent: false } as const;
    const outgoing = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('error', reject);
      incoming.once('end', () => {
        try {
          settle(JSON.parse(Buffer.concat(chunks).toString('utf8')) as ControlReply);
        } catch (error) {
          reject(error as Error);
        }
      });
    });
    outgoing.once('error', reject);
    outgoing.end(JSON.stringify({ command, input }));
  });
}
