import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium } from '../harness/browser.mjs';
import { startServer } from '../harness/server.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { root } from '../harness/tree.mjs';
import { startFixtureSite } from './fixture-site.mjs';

const PICKER = 'nafida-region-picker';
const FALLBACK = 'Contacter la commune';
const picker = `<${PICKER} label="Commune"><a href="/contact">${FALLBACK}</a></${PICKER}>`;
const dist = join(root, 'packages/embed/dist');
const { version } = JSON.parse(await readFile(join(root, 'packages/embed/package.json'), 'utf8'));

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([startFixtureSite(), launchChromium()]);
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** The script of a release as the documentation writes it, with the hash that lies beside it in `folder`. */
async function documentedSnippet(origin, { folder = dist, release = version } = {}) {
  const name = `nafida-${release}.js`;
  const integrity = await readFile(join(folder, `${name}.integrity`), 'utf8');
  const readme = await readFile(join(root, 'packages/embed/README.md'), 'utf8');
  const [, written] = /```html\n(<script[^`]*integrity=[^`]*<\/script>)\n```/.exec(readme);
  return written
    .replace(/src="[^"]*"/, `src="${origin}/${name}"`)
    .replace(/integrity="[^"]*"/, `integrity="${integrity.trim()}"`);
}

/** A page with a picker, and the files that it asks for, with the status of each answer. */
async function open(snippet) {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const files = new Map();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) files.set(pathname, response.status());
  });
  await page.goto(site.page(snippet + picker));
  return { page, files };
}

/** Types a name, which loads the files that come when somebody uses the field. */
async function chooseBerkane(page) {
  await page.locator(`${PICKER} input`).fill('berkane');
  await page.locator(`${PICKER} [role="option"]`).first().waitFor();
}

/** Writes the build into `folder` as a release before this one: no file of it has a name of today. */
async function writeEarlierRelease(folder, release) {
  const renamed = (text) =>
    text.replace(/-([0-9a-z]{7})\.js/g, (_all, hash) => `-${[...hash].toReversed().join('')}.js`);
  await mkdir(join(folder, 'nafida'), { recursive: true });
  for (const name of await readdir(join(dist, 'nafida'))) {
    if (!name.endsWith('.js')) continue;
    const text = await readFile(join(dist, 'nafida', name), 'utf8');
    await writeFile(join(folder, 'nafida', renamed(name)), renamed(text));
  }
  const script = renamed(await readFile(join(dist, 'nafida.js'), 'utf8'));
  const hash = createHash('sha384').update(script).digest('base64');
  await writeFile(join(folder, 'nafida.js'), script);
  await writeFile(join(folder, `nafida-${release}.js`), script);
  await writeFile(join(folder, `nafida-${release}.js.integrity`), `sha384-${hash}\n`);
}

test('the script of a release works with its hash as the documentation writes it', async () => {
  const { page, files } = await open(await documentedSnippet(site.assetsOrigin));
  await chooseBerkane(page);
  assert.ok(files.has(`/nafida-${version}.js`), [...files.keys()].join());
  await page.close();
});

test('the script of a release is refused when a byte of it has changed, and what the page offers stays', async () => {
  const script = await readFile(join(dist, `nafida-${version}.js`), 'utf8');
  const snippet = await documentedSnippet(site.assetsOrigin);
  const url = site.page(snippet + picker);
  site.intercept((path) => (path === `/nafida-${version}.js` ? `${script} ` : undefined));
  const page = await browser.newPage();
  const refused = page.waitForEvent('console', {
    predicate: (message) => message.type() === 'error' && /integrity/.test(message.text()),
  });
  await page.goto(url);
  await refused;
  assert.equal(await page.getByRole('link', { name: FALLBACK }).isVisible(), true);
  assert.deepEqual(
    site.requests.filter((path) => path.startsWith('/nafida/')),
    [],
  );
  await page.close();
});

test('after an update a release before it works as before, on new pages and on one that is open', async () => {
  const release = '0.0.9';
  const [folder, dataDir] = [await temporaryFolder('release'), await temporaryFolder('data')];
  await writeEarlierRelease(folder, release);
  const old = await startServer({ dataDir, args: ['--public-dir', folder] });
  const { origin, port } = old;
  const snippet = await documentedSnippet(origin, { folder, release });
  const before = await open(snippet);
  await before.page.locator(`${PICKER} input`).waitFor();
  await old.stop();

  const updated = await startServer({ dataDir, port, args: ['--public-dir', dist] });
  try {
    const names = new Set(await readdir(join(folder, 'nafida')));
    const fresh = await open(snippet);
    for (const { page, files } of [before, fresh]) {
      await chooseBerkane(page);
      const parts = [...files].filter(([path]) => path.startsWith('/nafida/'));
      assert.ok(parts.length > 3);
      for (const [path, status] of parts) {
        assert.equal(status, 200, path);
        assert.ok(names.has(path.replace('/nafida/', '')), `${path} is of another release`);
      }
      await page.close();
    }
    const { page, files } = await open(await documentedSnippet(origin));
    await chooseBerkane(page);
    assert.ok(files.has(`/nafida-${version}.js`));
    await page.close();
  } finally {
    await updated.stop();
  }
});
