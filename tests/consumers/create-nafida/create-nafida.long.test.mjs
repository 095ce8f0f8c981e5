import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { launchChromium } from '../../harness/browser.mjs';
import { endProcess, startChild } from '../../harness/child-processes.mjs';
import { freePort } from '../../harness/free-port.mjs';
import { temporaryFolder } from '../../harness/temporary-folder.mjs';
import { emptyProject, installPacked, run } from '../project.mjs';

let creator;
before(async () => {
  const folder = await emptyProject('creator', { 'create-nafida': '*' });
  creator = join(folder, 'node_modules/.bin/create-nafida');
});

const create = (place, ...args) => run(creator, args, place);

describe('npm create nafida', () => {
  it('refuses what it cannot make, and says what it can', async () => {
    const place = await temporaryFolder('refused');
    await assert.rejects(
      create(place, 'x', '--framework', 'cobol'),
      /one of plain, vite, not "cobol"/,
    );
    await assert.rejects(create(place, 'x', '--site', 'Béni Mellal'), /a name such as berkane/);
    await assert.rejects(create(place, 'x', '--languages', 'ar,es'), /one of ar, fr, en, not "es"/);
    await assert.rejects(create(place, 'x', '--colour', 'red'), /--colour/);
    assert.equal(existsSync(join(place, 'x')), false);
  });
  it('writes nothing into a folder that holds something', async () => {
    const place = await temporaryFolder('full');
    await writeFile(join(place, 'mine.txt'), 'mine');
    await assert.rejects(create(place, '.'), /is not empty/);
    assert.equal(existsSync(join(place, 'package.json')), false);
  });
});

for (const framework of ['plain', 'vite']) {
  describe(`a project that npm create nafida made (${framework})`, () => {
    let folder;
    let server;
    let port;
    let said = '';

    before(async () => {
      const place = await temporaryFolder('created');
      const options = ['--framework', framework, '--site', 'ahfir', '--languages', 'ar,fr'];
      assert.match(await create(place, 'my-site', ...options), /cd my-site\n {2}npm install/);
      folder = join(place, 'my-site');
      await installPacked(folder);
    });
    after(() => server && endProcess(server));

    it('names the packages of this release, and its own folder', async () => {
      const files = ['package.json', '.gitignore', 'demo-server.mjs', 'test/agenda.test.mjs'];
      for (const file of files) {
        assert.doesNotMatch(await readFile(join(folder, file), 'utf8'), /\{\{\w+\}\}/, file);
      }
      assert.equal(JSON.parse(await readFile(join(folder, 'package.json'))).name, 'my-site');
    });
    it('passes its own test, on the fake', async () => {
      // Else its runner would take itself for a part of this one.
      const test = ['--unset=NODE_TEST_CONTEXT', 'npm', 'test'];
      assert.match(await run('env', test, folder), /^(?:#|ℹ) pass 1$/m);
    });
    it('knows the tags in its types, and refuses what they do not have', async () => {
      await run('npm', ['run', 'check'], folder);
      const file = join(folder, framework === 'vite' ? 'src/main.ts' : 'site/page.js');
      const program = await readFile(file, 'utf8');
      await writeFile(file, program.replace('detail.reference', 'detail.nonsense'));
      await assert.rejects(run('npm', ['run', 'check'], folder), /'nonsense' does not exist/);
      await writeFile(file, program);
    });
    it('shows its pages beside a server that answers', async () => {
      port = await freePort();
      server = startChild(process.execPath, ['start.mjs'], {
        cwd: folder,
        env: { ...process.env, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [server.stdout, server.stderr]) {
        stream.on('data', (piece) => (said += piece));
      }
      while (!said.includes('fr.html')) {
        assert.equal(server.exitCode, null, said);
        await delay(50);
      }
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        for (const [language, session] of [
          ['ar', 'جلسة إنصات'],
          ['fr', "Session d'écoute"],
        ]) {
          await page.goto(said.match(new RegExp(`http\\S+/${language}\\.html`))[0]);
          const calendar = page.locator('nafida-session-calendar');
          await calendar.getByRole('grid').waitFor();
          await calendar.evaluate(
            (element, month) => Object.assign(element, { month, view: 'list' }),
            new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 7),
          );
          await calendar.getByText(session).first().waitFor();
          await page.locator('nafida-proposal-form').getByRole('textbox').first().waitFor();
        }
      } finally {
        await browser.close();
      }
    });
    if (framework === 'vite') {
      it('is built for a website', async () => {
        await run('npm', ['run', 'build'], folder);
        assert.ok(
          existsSync(join(folder, 'dist/ar.html')) && existsSync(join(folder, 'dist/fr.html')),
        );
      });
    }
  });
}
