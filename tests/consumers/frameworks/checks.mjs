import assert from 'node:assert/strict';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { apps, installedApp, npmRun } from './app.mjs';

/**
 * Tests that the checker of an app takes what is right and refuses what is wrong: in its file in `refused`, each line
 * that says "wrong", and no other.
 *
 * @param {keyof typeof apps} name
 */
export function describeChecks(name) {
  describe(`the types of the tags in ${name}`, () => {
    let folder;
    before(async () => {
      folder = await installedApp(name);
    });

    it('take the right attributes, properties and events', async () => {
      await npmRun('check', folder);
    });

    it('refuse attributes that do not exist, wrong values and wrong events', async () => {
      const { refused: file, sources } = apps[name];
      const copy = join(folder, sources, file);
      await cp(join(import.meta.dirname, 'refused', file), copy);
      try {
        const text = await readFile(copy, 'utf8');
        assert.deepEqual(await linesWithErrors(folder, file), linesThatSayWrong(text));
      } finally {
        await rm(copy);
      }
    });
  });
}

function linesThatSayWrong(text) {
  return text.split('\n').flatMap((line, at) => (line.includes('wrong') ? [at + 1] : []));
}

/** Numbers of the lines of a file that the checker complains of, in order. */
async function linesWithErrors(folder, file) {
  const said = await npmRun('check', folder).then(
    () => '',
    ({ message }) => message,
  );
  // `template.vue(3,5): error` or `template.svelte:3:5`.
  const places = said.matchAll(new RegExp(`/${file}[(:](\\d+)`, 'g'));
  return [...new Set([...places].map(([, line]) => Number(line)))].sort((a, b) => a - b);
}
