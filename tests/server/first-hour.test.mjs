import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { launchChromium } from '../harness/browser.mjs';
import { endProcess, startChild } from '../harness/child-processes.mjs';
import { freePort } from '../harness/free-port.mjs';
import { runServerCommand } from '../harness/server.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { root } from '../harness/tree.mjs';

const run = promisify(execFile);
const guide = await readFile(join(root, 'docs/server.md'), 'utf8');
const blocksIn = (text, language) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, block]) => block,
  );

describe('docs/server.md, followed to the letter in a checkout', () => {
  const [first, second] = blocksIn(guide.slice(guide.indexOf('## Start')), 'sh');
  let env;
  let server;
  before(async () => {
    const port = await freePort();
    env = { ...process.env, NAFIDA_DATA: join(await temporaryFolder('hour'), 'data') };
    env.NAFIDA_PORT = String(port);
    const start = first.split('\n').find((line) => line.startsWith('npx nafida-server start '));
    // The shell gives way to the program, so that ending it ends the server.
    const args = start.replace('npx nafida-server ', '').split(' ');
    const program = join(root, 'node_modules/.bin/nafida-server');
    server = startChild(program, args, { cwd: root, env, stdio: 'ignore' });
    for (let ready = false; !ready; await delay(100)) {
      assert.equal(server.exitCode, null, 'the server runs');
      ready = await fetch(`http://127.0.0.1:${port}/nafida.js`).then(
        ({ ok }) => ok,
        () => false,
      );
    }
  });
  after(() => server && endProcess(server));

  it('has only commands that can be pasted, and ends with a site and its agenda', async () => {
    assert.match(second, /npx nafida-server site create /);
    const { stdout } = await run('sh', ['-e', '-c', second], { cwd: root, env });
    assert.match(stdout, /Site berkane is there/);
    assert.match(stdout, /\+ http:\/\/localhost:3000/);
    const url = `http://127.0.0.1:${env.NAFIDA_PORT}/v1/sites/berkane`;
    const site = await (await fetch(url)).json();
    assert.deepEqual([site.territory.code, site.privacy === null], ['02.113', false]);
    const consultations = await (await fetch(`${url}/consultations`)).json();
    const sessions = await (await fetch(`${url}/sessions`)).json();
    assert.deepEqual([consultations.items.length, sessions.items.length], [1, 1]);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(`http://localhost:${env.NAFIDA_PORT}/page.html`);
      await page.getByText('Rencontre à Berkane').first().waitFor();
      await page.getByText('Envoyer la proposition').first().waitFor();
    } finally {
      await browser.close();
    }
  });
});

describe('docs/server.md', () => {
  it('shows the sample files as they are', async () => {
    const shown = ['json', 'csv', 'html'].flatMap((language) => blocksIn(guide, language));
    for (const name of [
      'privacy.json',
      'consultation.json',
      'agenda.csv',
      'sessions.json',
      'holidays.json',
      'page.html',
    ]) {
      const sample = await readFile(join(root, 'docs/samples', name), 'utf8');
      assert.ok(shown.includes(sample), `${name} is shown`);
    }
  });

  it('names commands and options that there are', async () => {
    const commands = blocksIn(guide, 'sh')
      .join('\n')
      .replaceAll('\\\n', ' ')
      .split('\n')
      .map((line) => /(?:^|\s)nafida-server (.*)/.exec(line.replace(/#.*/, ''))?.[1])
      .filter((words) => words !== undefined);
    assert.ok(commands.length > 8, 'commands are found');
    for (const command of commands) {
      const words = command.split(' ').filter((word) => /^[a-z][a-z-]*$/.test(word));
      const help = await runServerCommand([...words.slice(0, 2), '--help'], {});
      const one = help.status === 0 ? help : await runServerCommand([words[0], '--help'], {});
      assert.equal(one.status, 0, command);
      for (const [option] of command.matchAll(/--[a-z-]+/g)) {
        assert.ok(one.stdout.includes(`${option} `), `${command}: ${option}`);
      }
    }
  });
});
