import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../harness/tree.mjs';
import { formPages } from './form-page.mjs';

const openFormPage = formPages();

test('what is built has every colour and size of the sources', async () => {
  const source = await readFile(
    join(root, 'packages/elements/src/foundation/styles/tokens.styles.ts'),
    'utf8',
  );
  const names = new Set([...source.matchAll(/^\s*(--_[\w-]+):/gm)].map(([, name]) => name));
  assert.ok(names.size > 20);
  const { page } = await openFormPage({});
  const values = await page.locator('nafida-proposal-form .root').evaluate(
    (element, all) => {
      const style = getComputedStyle(element);
      return all.map((name) => [name, style.getPropertyValue(name)]);
    },
    [...names],
  );
  // A declaration that ran into the next one holds its name.
  const broken = values.filter(([, value]) => value === '' || /--_[\w-]+\s*:/.test(value));
  assert.deepEqual(broken, []);
  await page.close();
});

test('the main button can be read under the mouse', async () => {
  const { page } = await openFormPage({ viewport: { width: 1280, height: 900 } });
  const button = page.locator('nafida-proposal-form [part="submit"]');
  await button.hover();
  const colours = await button.evaluate((element) => {
    const { backgroundColor, color } = getComputedStyle(element);
    return { backgroundColor, color };
  });
  assert.notEqual(colours.backgroundColor, 'rgba(0, 0, 0, 0)');
  assert.notEqual(colours.backgroundColor, colours.color);
  await page.close();
});
