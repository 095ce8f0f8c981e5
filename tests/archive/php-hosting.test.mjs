import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { archiveName, releaseArchive } from '../../packages/embed/archive/archive.mjs';
import { aptInstall } from '../harness/apt.mjs';
import { launchChromium } from '../harness/browser.mjs';
import { endProcess, startChild } from '../harness/child-processes.mjs';
import { freePort } from '../harness/free-port.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { root } from '../harness/tree.mjs';

const run = promisify(execFile);
const program = join(root, 'packages/embed/archive/write-archive.mjs');

const php = '/usr/bin/php';
const hasPhp = existsSync(php) || aptInstall('php-cli');

describe('the release for websites without Node', () => {
  const files = unzipSync(releaseArchive());
  const textOf = (name) => Buffer.from(files[`${archiveName}/${name}`]).toString('utf8');

  it('is the same to the last byte in any time zone', async () => {
    const folder = await temporaryFolder('archives');
    for (const TZ of ['Africa/Casablanca', 'Asia/Tokyo']) {
      const written = await run(process.execPath, [program, folder], {
        env: { ...process.env, TZ },
      });
      assert.match(written.stdout, /nafida-.*\.zip \(\d+ kB\)/);
      const archive = await readFile(join(folder, `${archiveName}.zip`));
      assert.deepEqual(archive, Buffer.from(releaseArchive()));
    }
    const names = Object.keys(files);
    assert.deepEqual(names, [...names].sort());
  });
  it('holds the hash of its script that never changes', () => {
    const version = archiveName.replace('nafida-', '');
    for (const name of [`nafida-${version}.js`, `nafida.all-${version}.js`]) {
      const hash = createHash('sha384').update(textOf(name)).digest('base64');
      assert.equal(textOf(`${name}.integrity`).trim(), `sha384-${hash}`);
      for (const language of ['ar', 'fr']) {
        assert.ok(textOf(`README.${language}.txt`).includes(`nafida-${version}.js.integrity`));
      }
    }
  });
  it('holds the licences of the code, of what is bundled and of the places', () => {
    assert.match(textOf('LICENSE'), /MIT License/);
    assert.match(textOf('DATA-LICENSE.md'), /HCP/);
    for (const script of ['nafida.js', 'nafida.all.js']) {
      assert.match(textOf(script).split('\n', 1)[0], new RegExp(`${script}.LICENSE.txt`));
      assert.match(textOf(`${script}.LICENSE.txt`), /zod/);
    }
  });
  it('holds all that its READMEs name', () => {
    for (const language of ['ar', 'fr']) {
      const named = textOf(`README.${language}.txt`).matchAll(/«\s([\w.-]+\.\w+)\s»/g);
      const missing = [...named]
        .map(([, name]) => name)
        .filter((name) => !files[`${archiveName}/${name}`]);
      assert.deepEqual(missing, []);
    }
  });

  describe('on a PHP hosting', { skip: hasPhp ? false : 'php is not installed' }, () => {
    let host;
    let browser;
    let page;
    let origin;
    const failed = [];
    before(async () => {
      const folder = await temporaryFolder('archive');
      for (const [name, bytes] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), bytes);
      }
      origin = `http://127.0.0.1:${await freePort()}`;
      host = startChild(php, ['-S', new URL(origin).host, '-t', join(folder, archiveName)], {
        stdio: 'ignore',
      });
      browser = await launchChromium();
      page = await browser.newPage();
      page.on('pageerror', ({ message }) => failed.push(message));
      page.on('response', (answer) => {
        const isIcon = answer.url().endsWith('/favicon.ico');
        if (!answer.ok() && !isIcon) failed.push(`${answer.status()} ${answer.url()}`);
      });
      await untilServed(`${origin}/sessions.json`);
    });
    after(async () => {
      await browser?.close();
      await endProcess(host);
    });

    for (const language of ['ar', 'fr']) {
      it(`shows its agenda in ${language}, with the meetings of the file`, async () => {
        await page.goto(`${origin}/agenda.${language}.html`);
        const calendar = page.locator('nafida-session-calendar');
        await calendar.getByRole('grid').waitFor();
        const [, { title, startDate }] = JSON.parse(textOf('sessions.json')).sessions;
        await calendar.evaluate(
          (element, month) => Object.assign(element, { month, view: 'list' }),
          startDate.slice(0, 7),
        );
        await calendar.getByRole('button', { name: title[language] }).press('Enter');
        await calendar.getByRole('heading', { name: title[language] }).waitFor();
        assert.deepEqual(failed, []);
      });
    }
  });
});

async function untilServed(url) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`nothing answers at ${url}`);
    await delay(20);
  }
}
