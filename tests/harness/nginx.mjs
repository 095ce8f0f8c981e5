import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { aptInstall } from './apt.mjs';
import { endProcess, startChild } from './child-processes.mjs';
import { freePort } from './free-port.mjs';
import { SetUpError } from './set-up-error.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const NGINX = '/usr/sbin/nginx';

/** Whether there is an nginx, or can be. */
export function hasNginx() {
  return existsSync(NGINX) || aptInstall('nginx-light');
}

/**
 * Starts an nginx that keeps public answers as long as they may be kept, as docs/server.md sets it up, before several server
 * processes. `X-Cache` of an answer says what it made of it.
 *
 * @param {string[]} origins of the servers
 * @returns {Promise<{ origin: string, stop(): Promise<void> }>}
 * @throws {SetUpError} where nginx is missing and cannot be installed
 */
export async function startNginx(origins) {
  if (!hasNginx()) throw new SetUpError('No nginx found: install it.');
  const folder = await temporaryFolder('nginx');
  const port = await freePort();
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const lines = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${folder}/pid;`,
    `error_log ${folder}/error.log;`,
    'events { worker_connections 4096; }',
    'http {',
    'access_log off;',
    'keepalive_requests 1000000;',
    ...own.map((name) => `${name}_temp_path ${folder}/${name};`),
    `proxy_cache_path ${folder}/cache keys_zone=nafida:20m max_size=500m inactive=1h use_temp_path=off;`,
    'upstream nafida {',
    ...origins.map((origin) => `server ${new URL(origin).host} max_fails=1 fail_timeout=2s;`),
    'keepalive 32;',
    '}',
    'server {',
    `listen 127.0.0.1:${port};`,
    'client_max_body_size 300k;',
    'location / {',
    'proxy_pass http://nafida;',
    'proxy_http_version 1.1;',
    'proxy_set_header Host $host;',
    'proxy_set_header Connection "";',
    'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    'proxy_connect_timeout 1s;',
    'proxy_cache nafida;',
    'proxy_cache_lock on;',
    'proxy_cache_revalidate on;',
    'proxy_cache_background_update on;',
    'proxy_cache_use_stale error timeout updating http_502 http_503 http_504;',
    'add_header X-Cache $upstream_cache_status always;',
    '} } }',
  ];
  const file = `${folder}/nginx.conf`;
  writeFileSync(file, lines.join('\n'));
  const child = startChild(NGINX, ['-e', `${folder}/error.log`, '-c', file, '-p', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 1; ; attempt += 1) {
    if (await fetch(`${origin}/livez`).catch(() => undefined)) break;
    if (attempt === 200 || child.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
    await delay(50);
  }
  return { origin, stop: () => endProcess(child) };
}
