import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { aptInstall } from './apt.mjs';
import { endProcess, startChild } from './child-processes.mjs';
import { freePort } from './free-port.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const PGBOUNCER = '/usr/sbin/pgbouncer';

/** Whether there is a PgBouncer, or can be. */
export function hasPgbouncer() {
  return existsSync(PGBOUNCER) || aptInstall('pgbouncer');
}

/**
 * Starts a PgBouncer in transaction mode before a PostgreSQL of `startPostgres`: a few sessions for everybody, another one for
 * each transaction.
 *
 * @param {string} databaseUrl
 * @param {{ sessions?: number }} [options]
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startPgbouncer(databaseUrl, { sessions = 3 } = {}) {
  const folder = await temporaryFolder('pgbouncer');
  const port = await freePort();
  const { searchParams, username, pathname } = new URL(databaseUrl);
  const file = `${folder}/pgbouncer.ini`;
  const lines = [
    '[databases]',
    `nafida = host=${searchParams.get('host')} dbname=${pathname.slice(1)} user=${username}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    `default_pool_size = ${sessions}`,
    'ignore_startup_parameters = lock_timeout, statement_timeout, idle_in_transaction_session_timeout',
  ];
  writeFileSync(file, lines.join('\n'));
  const owner = userThatMayRunIt();
  for (const path of owner.uid === undefined ? [] : [folder, file]) {
    chownSync(path, owner.uid, owner.gid);
  }
  const child = startChild(PGBOUNCER, [file], { ...owner, cwd: folder, stdio: 'pipe' });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text));
  const url = `postgresql://nafida@127.0.0.1:${port}/nafida`;
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      break;
    } catch (error) {
      if (attempt === 200 || child.exitCode !== null) throw new Error(log, { cause: error });
      await delay(50);
    } finally {
      await client.end();
    }
  }
  return { url, stop: () => endProcess(child) };
}

/** PgBouncer refuses to run as root, as PostgreSQL does. */
function userThatMayRunIt() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
