import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { aptInstall } from './apt.mjs';
import { endProcess, startChild } from './child-processes.mjs';
import { SetUpError } from './set-up-error.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const DEBIAN_VERSIONS = '/usr/lib/postgresql';
const OLDEST_VERSION = 15;

/** @returns {string | undefined} folder of the newest PostgreSQL's programs: $PG_BIN, then Debian's */
function findPostgres() {
  if (process.env.PG_BIN) return process.env.PG_BIN;
  const versions = existsSync(DEBIAN_VERSIONS) ? readdirSync(DEBIAN_VERSIONS).map(Number) : [];
  const newest = Math.max(...versions.filter((version) => version >= OLDEST_VERSION));
  return Number.isFinite(newest) ? `${DEBIAN_VERSIONS}/${newest}/bin` : undefined;
}

function requirePostgres() {
  const found = findPostgres() ?? (aptInstall('postgresql') ? findPostgres() : undefined);
  if (found) return found;
  throw new SetUpError(
    `No PostgreSQL ${OLDEST_VERSION} or newer found: install it, or point $PG_BIN at its programs.`,
  );
}

/**
 * Starts an empty PostgreSQL in a temporary folder, reachable only through a socket in that folder,
 * without waiting for the disk. It ends with this process at the latest.
 *
 * @param {{ settings?: string[], folder?: string }} [options] `settings` as in `postgresql.conf`, each `name=value`;
 *   `folder` another, empty folder
 * @returns {Promise<{ url: string, log(): string, stop(): Promise<void>, start(): Promise<void>,
 *   replica(): Promise<object> }>} `url` serves as DATABASE_URL; `log` is what the server has written so far; `stop` ends it
 *   at once, `start` starts it again on the same data; `replica` starts one that follows it, which is like it
 * @throws {SetUpError} where PostgreSQL is missing and cannot be installed
 */
export async function startPostgres({ settings: more = [], folder } = {}) {
  const programs = requirePostgres();
  folder ??= await temporaryFolder('pg');
  const owner = serverUser();
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);

  const data = `${folder}/data`;
  const initdb = ['-D', data, '-A', 'trust', '-U', 'nafida', '-N', '--no-locale', '-E', 'UTF8'];
  execFileSync(`${programs}/initdb`, initdb, { ...owner, cwd: folder, stdio: 'pipe' });
  return serve(programs, folder, more);
}

/** Starts a PostgreSQL that follows another one, with what that holds now. */
async function startReplica(programs, primaryUrl, settings) {
  const folder = await temporaryFolder('pg');
  const owner = serverUser();
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const copy = ['-d', primaryUrl, '-D', `${folder}/data`, '-R', '-X', 'stream', '-c', 'fast', '-N'];
  execFileSync(`${programs}/pg_basebackup`, copy, { ...owner, cwd: folder, stdio: 'pipe' });
  return serve(programs, folder, settings);
}

async function serve(programs, folder, more) {
  const owner = serverUser();
  const data = `${folder}/data`;
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off', ...more];
  const url = `postgresql://nafida@localhost/postgres?host=${encodeURIComponent(folder)}`;
  let log = '';
  let server;
  const start = async () => {
    server = startChild(
      `${programs}/postgres`,
      ['-D', data, ...settings.flatMap((set) => ['-c', set])],
      { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    server.stderr.on('data', (text) => (log += text));
    try {
      await untilItAnswers(url, server);
    } catch (error) {
      throw new Error(`PostgreSQL did not start: ${error.message}\n${log}`, { cause: error });
    }
  };
  await start();
  return {
    url,
    log: () => log,
    // Its "immediate" shutdown: without waiting for clients, and to be recovered from its log when started again.
    stop: () => endProcess(server, { signal: 'SIGQUIT' }),
    start,
    replica: () => startReplica(programs, url, more),
  };
}

/** PostgreSQL refuses to run as root: its own system user does then. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function untilItAnswers(url, server) {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (attempt === 200 || server.exitCode !== null) throw error;
      await delay(50);
    } finally {
      await client.end();
    }
  }
}
