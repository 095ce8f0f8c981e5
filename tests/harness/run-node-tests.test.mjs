import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { temporaryFolder } from './temporary-folder.mjs';

const IMPORTS = `import test, { before, describe, it } from 'node:test';\n`;

/** Runs the sources as test files, in a process of their own, as node:test refuses to run inside itself. */
async function run(sources) {
  const folder = await temporaryFolder('runner');
  const files = Object.entries(sources).map(([name, source]) => {
    const file = `${folder}/${name}.test.mjs`;
    writeFileSync(file, IMPORTS + source);
    return file;
  });
  const script = `${folder}/run.mjs`;
  const program = `
    import { runNodeTests } from '${new URL('run-node-tests.mjs', import.meta.url)}';
    const { passed, failed, skipped } = await runNodeTests(${JSON.stringify(files)}, 20_000);
    console.log(JSON.stringify([passed, failed, skipped]));`;
  writeFileSync(script, program);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  assert.equal(stderr, '');
  const lines = stdout.trim().split('\n');
  const [passed, failed, skipped] = JSON.parse(lines.pop());
  return { passed, failed, skipped, output: lines.join('\n') };
}

test('counts tests, not suites, and not a parent again for its child', async () => {
  const { passed, failed, skipped, output } = await run({
    mixed: `
      test('good', () => {});
      test.skip('later', () => {});
      test.todo('one day');
      describe('suite', () => { it('good', () => {}); it('bad', () => { throw new Error('boom'); }); });
      test('parent', async (t) => { await t.test('bad', () => { throw new Error('bang'); }); });`,
  });
  assert.deepEqual([passed, failed, skipped], [2, 2, 2]);
  assert.match(output, /✖ bad\n\s+Error: boom\n\s+at .*mixed\.test\.mjs/);
});

test('counts tests that another file declares', async () => {
  const { passed } = await run({
    suite: `export const suite = () => test('shared', () => {}); suite();`,
    user: `import { suite } from './suite.test.mjs'; suite();`,
  });
  assert.equal(passed, 3);
});

test('fails a file that crashes, ends early, hangs on nothing, or has no test', async () => {
  const { passed, failed } = await run({
    crash: `throw new Error('crash');`,
    early: `process.exit(0);`,
    none: ``,
    pending: `test('never', () => new Promise(() => {}));`,
    hook: `before(() => { throw new Error('hook'); }); test('after it', () => {});`,
    leak: `test('good', () => {}); setTimeout(() => { throw new Error('too late'); }, 50);`,
  });
  assert.deepEqual([passed, failed], [1, 6]);
});
