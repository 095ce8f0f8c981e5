import assert from 'node:assert/strict';
import { test } from 'node:test';
import { root } from '../harness/tree.mjs';
import { compareWithCeilings } from './ceilings.mjs';
import { undocumentedIn } from './doc-comments.mjs';
import { circlesOfRooms } from './rooms.mjs';
import { drawn } from './drawing.mjs';
import { nameProblems, textProblems } from './tracked-files.mjs';

test('a bundle over its ceiling, a bundle without one, and a ceiling without a bundle are reported', () => {
  const ceilings = { big: 100, fits: 100, gone: 100 };
  assert.deepEqual(compareWithCeilings({ big: 101, fits: 100, fresh: 1 }, ceilings), [
    'big: 101, ceiling 100',
    'fresh: 1, no ceiling in tests/size/ceilings.json',
    'gone: has a ceiling, but was not measured',
  ]);
});

test('paths of one machine, registries and open work are reported, with the line', () => {
  const home = ['', 'home', 'amina', 'nafida'].join('/');
  const open = ['TO', 'DO'].join('');
  for (const line of [`cd ${home}`, `"${root}/x"`, `registry=${home}`, `// ${open}: later`]) {
    assert.match(textProblems('notes.md', `first\n${line}`)[0], /^notes\.md:2 /);
  }
  const sound = 'https://example.ma/home/page ./home/x /usr/bin/chromium /v1/sites/x';
  assert.deepEqual(textProblems('notes.md', sound), []);
});

test('source files out of kebab-case are reported', () => {
  assert.equal(nameProblems('packages/elements/src/RegionPicker.ts').length, 1);
  assert.deepEqual(nameProblems('packages/elements/src/region-picker.styles.ts'), []);
});

test('an export without a doc comment is reported, with its line', () => {
  const source = '/** Said. */\nexport const a = 1;\n\nexport function b() {}\nconst c = 2;\n';
  assert.deepEqual(undocumentedIn('x.ts', source), ['x.ts:4 has no doc comment: b']);
});

test('files and folders that import each other in a circle are reported', () => {
  const imports = [
    ['a/b/x.ts', 'a/y.ts'],
    ['a/y.ts', 'a/b/z.ts'],
    ['a/b/x.ts', 'a/b/z.ts'],
  ];
  assert.deepEqual(circlesOfRooms(imports), [['a', ['b', 'y.ts']]]);
});

test('a drawing has the top floor first, without imports that others lead to anyway', () => {
  const graph = new Map([
    ['top', new Set(['middle', 'ground'])],
    ['middle', new Set(['ground'])],
  ]);
  assert.deepEqual(drawn(graph), [' 3  top     → middle', ' 2  middle  → ground', ' 1  ground']);
});
