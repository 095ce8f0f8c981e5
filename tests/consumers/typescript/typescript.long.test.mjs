import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { emptyProject, run } from '../project.mjs';
import { tool } from '../tools.mjs';

const compilers = ['5.9', '6.0', '7.0'];
const modules = [{ module: 'nodenext' }, { module: 'esnext', moduleResolution: 'bundler' }];
const places = [
  { files: ['elements.ts', 'client.ts', 'contract.ts', 'staff.ts'], lib: ['DOM', 'DOM.Iterable'] },
  { files: ['worker.ts', 'contract.ts'], lib: ['WebWorker', 'WebWorker.Iterable'] },
];

describe('a program with strict types', () => {
  let folder;
  before(async () => {
    folder = await emptyProject(
      'typed',
      Object.fromEntries(
        ['elements', 'client', 'contract', 'territory'].map((name) => [`@nafida/${name}`, '*']),
      ),
      { isolated: true },
    );
    await cp(join(import.meta.dirname, 'consumer'), folder, { recursive: true });
  });

  for (const version of compilers) {
    for (const options of modules) {
      test(`compiles with TypeScript ${version}, ${Object.values(options).join(' and ')}`, async () => {
        for (const { files, lib } of places) {
          await compile(folder, version, files, { ...options, lib: ['ES2023', ...lib] });
        }
      });
    }
  }

  test('is refused what the packages do not have', async () => {
    const program = await readFile(join(folder, 'client.ts'), 'utf8');
    await writeFile(join(folder, 'wrong.ts'), program.replaceAll('@ts-expect-error', ''));
    const wrong = compile(folder, '6.0', ['wrong.ts'], { ...modules[0], lib: ['ES2023', 'DOM'] });
    await assert.rejects(wrong, ({ message }) => {
      assert.equal(message.match(/error TS/g).length, program.match(/@ts-expect-error/g).length);
      return true;
    });
  });
});

async function compile(folder, version, files, options) {
  const config = join(folder, `tsconfig.${version}.${options.module}.json`);
  const compilerOptions = {
    ...{ target: 'es2022', strict: true, skipLibCheck: false, noEmit: true, types: [] },
    ...options,
  };
  await writeFile(config, JSON.stringify({ compilerOptions, files }));
  await run(
    process.execPath,
    [join(tool(`typescript-${version}`), 'bin/tsc'), '-p', config],
    folder,
  );
}
