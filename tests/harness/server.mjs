import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { endProcess, startChild } from './child-processes.mjs';
import { freePort } from './free-port.mjs';
import { temporaryFolder } from './temporary-folder.mjs';
import { root } from './tree.mjs';

const PROGRAM = join(root, 'packages/server/bin/nafida-server.mjs');
const READY_WITHIN_MS = 60_000;

/**
 * Where a server keeps what it stores: a data directory, or a PostgreSQL server.
 * @typedef {{ dataDir?: string, databaseUrl?: string }} Storage
 */

/**
 * Starts the real `nafida-server` in a process of its own and waits until it is ready. It ends with
 * this process at the latest. Start it again with the same `dataDir` and `port` to see what it kept.
 *
 * @param {Storage & { port?: number, args?: string[], env?: NodeJS.ProcessEnv, program?: string }} [options]
 *   a new data directory and a free port where none is named; `args` go to `nafida-server start`; `program` is another
 *   build of it
 */
export async function startServer({
  dataDir,
  databaseUrl,
  port,
  args = [],
  env = {},
  program,
} = {}) {
  dataDir ??= await temporaryFolder('data');
  port ??= await freePort();
  const child = launchServer(['start', '--port', String(port), ...args], {
    dataDir,
    databaseUrl,
    env,
    program,
  });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (log += piece));

  const origin = `http://127.0.0.1:${port}`;
  await untilReady(origin, child, () => log);
  return {
    origin,
    port,
    dataDir,
    pid: child.pid,
    /** Resolves with its exit code once it has ended, null when a signal ended it. */
    ended,
    /** Everything the server has written so far. */
    log: () => log,
    /** Waits until something that it wrote matches. */
    async logged(pattern) {
      const deadline = Date.now() + READY_WITHIN_MS;
      while (!pattern.test(log)) {
        if (Date.now() > deadline) throw new Error(`nothing like ${pattern} in:\n${log}`);
        await delay(20);
      }
    },
    /** Ends it at once: it can do nothing more. */
    kill9: () => endProcess(child, { signal: 'SIGKILL' }),
    /** Asks it to finish; answers its exit code, null when it had to be killed. */
    async stop() {
      await endProcess(child, { graceMs: 40_000 });
      return child.exitCode;
    },
  };
}

/**
 * Runs one `nafida-server` command to its end, as a person at the shell does.
 *
 * @param {string[]} args e.g. `['proposals', 'publish', reference]`
 * @param {Storage & { input?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>}
 */
export async function runServerCommand(args, { input = '', ...storage }) {
  const child = launchServer(args, storage);
  child.stdin.end(input);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  return { status, stdout, stderr };
}

/** A process of `nafida-server` with these arguments, which says nothing of when it is ready. */
export function launchServer(args, { dataDir, databaseUrl, env, program = PROGRAM }) {
  const where = databaseUrl || !dataDir ? [] : ['--data', dataDir];
  return startChild(process.execPath, [program, ...args, ...where], {
    env: { ...environmentOfOthers(), ...(databaseUrl && databaseSettings(databaseUrl)), ...env },
    stdio: 'pipe',
  });
}

/** Without what would point the server of a test at somebody's data. */
function environmentOfOthers() {
  const ours = (name) => /^(?:DATABASE|NAFIDA)_/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours(name)));
}

/** The servers on one database share a secret: tracking codes and manage tokens come of it. */
function databaseSettings(databaseUrl) {
  return { DATABASE_URL: databaseUrl, NAFIDA_SECRET: 'known to the tests of Nafida and to all' };
}

async function untilReady(origin, child, log) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(`nafida-server ended with code ${child.exitCode}:\n${log()}`);
    }
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(50);
  }
  await endProcess(child, { signal: 'SIGKILL' });
  throw new Error(`nafida-server was not ready after ${READY_WITHIN_MS / 1000} s:\n${log()}`);
}
