import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { launchChromium } from '../../harness/browser.mjs';
import { startChild } from '../../harness/child-processes.mjs';
import { freePort } from '../../harness/free-port.mjs';
import { root } from '../../harness/tree.mjs';
import { emptyProject } from '../project.mjs';

const readme = await readFile(join(root, 'packages/server/README.md'), 'utf8');
const [install, content] = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block);
const [installing, preparing, starting] = install.trim().split('\n');

describe('the README of @nafida/server, followed word by word from the tarballs', () => {
  let folder;
  let port;
  let server;
  let said = '';
  let isRunning = false;

  /** A shell in the folder, as in a terminal of its own, on a port that is free here. */
  const shell = (command) =>
    startChild('/bin/sh', ['-e', '-c', command], {
      cwd: folder,
      env: { ...process.env, NAFIDA_PORT: String(port), DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });

  before(async () => {
    port = await freePort();
    assert.match(installing, /^npm install @nafida\/server @nafida\/embed$/);
    const names = installing.split(' ').slice(2);
    folder = await emptyProject('server', Object.fromEntries(names.map((name) => [name, '*'])));
  });
  after(() => {
    if (isRunning) process.kill(-server.pid, 'SIGKILL');
  });

  it('starts the server, which prints where it is', async () => {
    server = shell(`${preparing}; exec ${starting}`);
    isRunning = true;
    server.once('exit', () => (isRunning = false));
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (piece) => (said += piece));
    }
    while (!said.includes('listening')) {
      assert.equal(server.exitCode, null, said);
      await delay(50);
    }
    assert.ok(
      said.includes(`http://127.0.0.1:${port}`) || said.includes(`localhost:${port}`),
      said,
    );
    assert.ok(readdirSync(folder).includes('nafida-data'));
  });

  it('makes a site and a page that shows its meeting', async () => {
    const made = shell(content);
    let output = '';
    for (const stream of [made.stdout, made.stderr]) {
      stream.on('data', (piece) => (output += piece));
    }
    const [code] = await once(made, 'close');
    assert.equal(code, 0, output);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(`http://localhost:${port}/index.html`);
      await page.getByText('Session d’écoute').first().waitFor();
    } finally {
      await browser.close();
    }
  });

  it('ends with Ctrl-C', async () => {
    const closed = once(server, 'close');
    // A terminal sends it to npx and to the program.
    process.kill(-server.pid, 'SIGINT');
    await closed;
    assert.match(said, /"msg":"ending"/);
    await assert.rejects(fetch(`http://127.0.0.1:${port}/readyz`));
  });
});
