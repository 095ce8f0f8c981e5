import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { keepScripts } from './kept-scripts.js';

const dayMs = 86_400_000;

describe('scripts of the version before', () => {
  let root: string;
  let data: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'nafida-scripts-'));
    data = join(root, 'data');
  });
  afterEach(() => rm(root, { recursive: true }));

  /** What an installed version serves. */
  async function version(name: string, files: readonly string[]): Promise<string> {
    const directory = join(root, name);
    await mkdir(join(directory, 'nafida'), { recursive: true });
    for (const file of files) await writeFile(join(directory, file), name);
    return directory;
  }
  const kept = async () => (await readdir(join(data, 'scripts/nafida'))).toSorted();

  it('are kept for a month after the update, compressed ones too, and then go', async () => {
    const start = new Date('2026-12-01T08:00:00Z');
    const old = await version('old', [
      'nafida.js',
      'nafida/form-aaaaaaa.js',
      'nafida/form-aaaaaaa.js.br',
      'nafida/same-ccccccc.js',
    ]);
    assert.equal(await keepScripts([old], data, start), join(data, 'scripts'));
    const next = await version('next', ['nafida/form-bbbbbbb.js', 'nafida/same-ccccccc.js']);
    await keepScripts([next], data, new Date(start.getTime() + 29 * dayMs));
    assert.deepEqual(await kept(), [
      'form-aaaaaaa.js',
      'form-aaaaaaa.js.br',
      'form-bbbbbbb.js',
      'same-ccccccc.js',
    ]);
    await keepScripts([next], data, new Date(start.getTime() + 31 * dayMs));
    assert.deepEqual(await kept(), ['form-bbbbbbb.js', 'same-ccccccc.js']);
  });

  it('stay permanently if a page may name the release, with everything that its script loads', async () => {
    const start = new Date('2026-12-01T08:00:00Z');
    const old = await version('old', [
      'nafida-0.1.0.js.integrity',
      'nafida/later-bbbbbbb.js',
      'nafida/later-bbbbbbb.js.br',
      'nafida/other-ccccccc.js',
    ]);
    await writeFile(join(old, 'nafida-0.1.0.js'), '({form:["./nafida/form-aaaaaaa.js"]})');
    await writeFile(join(old, 'nafida/form-aaaaaaa.js'), 'import("./later-bbbbbbb.js")');
    await keepScripts([old], data, start);
    const next = await version('next', ['nafida-0.2.0.js', 'nafida/form-ddddddd.js']);
    await keepScripts([next], data, new Date(start.getTime() + 400 * dayMs));
    assert.deepEqual(await kept(), [
      'form-aaaaaaa.js',
      'form-ddddddd.js',
      'later-bbbbbbb.js',
      'later-bbbbbbb.js.br',
    ]);
    assert.deepEqual((await readdir(join(data, 'scripts'))).toSorted(), [
      'nafida',
      'nafida-0.1.0.js',
      'nafida-0.1.0.js.integrity',
      'nafida-0.2.0.js',
    ]);
  });

  it('are not kept if a directory has none', async () => {
    assert.equal(await keepScripts([root], data), undefined);
    assert.deepEqual(await readdir(root), []);
  });
});
