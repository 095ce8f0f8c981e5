import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runWithSecondRun } from './second-run.mjs';
import { Tally } from './tally.mjs';

const tally = (passed, failed) => Object.assign(new Tally(), { passed, failed });

/** Runs that answer each file with the next of its tallies, and what they were asked to run. */
function scripted(outcomes) {
  const asked = [];
  const run = async (files) => {
    asked.push(files);
    return new Map(files.map((file) => [file, outcomes[file].shift()]));
  };
  return { asked, run };
}

test('a file that fails once and then passes counts as passed', async () => {
  const { asked, run } = scripted({ a: [tally(2, 0)], b: [tally(1, 1), tally(2, 0)] });
  assert.equal(String(await runWithSecondRun(['a', 'b'], run)), '4 passed, 0 failed');
  assert.deepEqual(asked, [['a', 'b'], ['b']]);
});

test('a file that fails twice has failed', async () => {
  const { run } = scripted({ a: [tally(1, 1), tally(1, 1)] });
  assert.equal(String(await runWithSecondRun(['a'], run)), '1 passed, 1 failed');
});

test('many failures are no mishap and are not run again', async () => {
  const names = ['a', 'b', 'c', 'd'];
  const { asked, run } = scripted(Object.fromEntries(names.map((name) => [name, [tally(0, 1)]])));
  assert.equal(String(await runWithSecondRun(names, run)), '0 passed, 4 failed');
  assert.equal(asked.length, 1);
});
