import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { packedFileProblems } from './packed-files.mjs';

async function packageWith(manifest, files) {
  const folder = await temporaryFolder('packed-files');
  const all = ['LICENSE', 'README.md', ...files];
  await Promise.all(all.map((file) => mkdir(dirname(join(folder, file)), { recursive: true })));
  await Promise.all(all.map((file) => writeFile(join(folder, file), '{}')));
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return packedFileProblems(folder);
}

const library = {
  exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
  files: ['dist', 'src'],
};

test('a package is packed with all that was compiled of it, and with nothing else', async () => {
  const built = ['src/index.ts', 'dist/index.js', 'dist/index.d.ts'];
  assert.deepEqual(await packageWith(library, built), []);
  assert.deepEqual(await packageWith(library, [...built, 'src/call.ts', 'dist/old.js']), [
    'lacks dist/call.js',
    'lacks dist/call.d.ts',
    'holds dist/old.js, whose source is gone',
  ]);
  assert.deepEqual(await packageWith(library, ['dist/index.d.ts']), ['lacks dist/index.js']);
});

test('the script is packed with its other form, with what it loads, and with the notices', async () => {
  const embed = { exports: { './nafida.js': './dist/nafida.js' }, files: ['dist/nafida.*'] };
  const lacking = await packageWith(embed, ['dist/nafida.js', 'dist/nafida.js.LICENSE.txt']);
  assert.deepEqual(lacking, [
    'lacks dist/nafida.js.br',
    'lacks dist/nafida.js.gz',
    'lacks dist/nafida.all.js',
    'lacks dist/nafida.all.js.br',
    'lacks dist/nafida.all.js.gz',
    'lacks dist/nafida.all.js.LICENSE.txt',
  ]);
});
