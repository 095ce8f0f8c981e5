import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { emptyProject } from '../project.mjs';

let folder;
let packed;
let elements;

before(async () => {
  const project = await emptyProject('editors', { '@nafida/elements': '*' });
  folder = join(project, 'node_modules/@nafida/elements');
  packed = await read('package.json');
  const { modules } = await read(packed.customElements);
  elements = modules.flatMap(({ declarations }) => declarations);
});

async function read(path) {
  return JSON.parse(await readFile(join(folder, path), 'utf8'));
}

test('tools find the manifest with all tags, and the modules that it names', async () => {
  assert.ok(elements.some(({ tagName }) => tagName === 'nafida-region-picker'));
  const { modules } = await read(packed.customElements);
  const exported = Object.values(packed.exports).map((entry) => entry.default);
  for (const { path } of modules) assert.ok(exported.includes(`./${path}`), path);
});

test('VS Code completes each tag with its attributes, and each part once', async () => {
  const { tags } = await read('dist/vscode.html-data.json');
  assert.deepEqual(
    tags.map(({ name, attributes }) => [name, attributes.map((each) => each.name)]),
    elements.map(({ tagName, attributes }) => [tagName, attributes.map((each) => each.name)]),
  );
  const { pseudoElements, properties } = await read('dist/vscode.css-data.json');
  const parts = new Set(elements.flatMap(({ cssParts }) => cssParts).map(({ name }) => name));
  assert.deepEqual(
    pseudoElements.map(({ name }) => name),
    [...parts].map((name) => `::part(${name})`),
  );
  assert.ok(properties.some(({ name }) => name === '--nafida-color-accent'));
});

test('JetBrains editors complete each tag with its properties and events', async () => {
  const { version, contributions } = await read(packed['web-types']);
  assert.equal(version, packed.version);
  assert.deepEqual(
    contributions.html.elements.map(({ name, js }) => [name, js.events.map((each) => each.name)]),
    elements.map(({ tagName, events }) => [tagName, events.map((each) => each.name)]),
  );
});
