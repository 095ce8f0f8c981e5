import { join } from 'node:path';
import { describe, test } from 'node:test';
import { tarballs } from '../packages.mjs';
import { run } from '../project.mjs';
import { tool } from '../tools.mjs';

const publint = join(tool('publint'), 'src/cli.js');
const attw = join(tool('@arethetypeswrong/cli'), 'dist/index.js');
// A script for pages, and a program: nobody imports them.
const untyped = ['@nafida/embed', 'create-nafida'];

for (const [name, tarball] of tarballs()) {
  describe(name, () => {
    test('is a package that every tool can read', async () => {
      await run(process.execPath, [publint, 'run', tarball, '--strict'], import.meta.dirname);
    });
    test('has the types of what it exports', { skip: untyped.includes(name) }, async () => {
      const options = ['--profile', 'esm-only', '--no-emoji', '--format', 'ascii'];
      await run(process.execPath, [attw, tarball, ...options], import.meta.dirname);
    });
  });
}
