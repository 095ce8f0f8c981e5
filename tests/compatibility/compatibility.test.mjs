import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { startCommuneSite } from './commune-site.mjs';
import { engines } from './engines.mjs';
import { hostilePages } from './hostile-pages.mjs';
import { report } from './report.mjs';
import { tryTag } from './try-tag.mjs';

// What the whole run takes half an hour for, in the few cells that something was mended for.
const cells = [
  ['sandbox allow-scripts`', 'nafida-proposal-form'],
  ['MooTools', 'nafida-region-picker'],
  ['property on `Object.prototype`', 'nafida-proposal-form'],
  ['property on `Object.prototype`', 'nafida-session-calendar'],
  ['closed in itself', 'nafida-proposal-list'],
  ['removed by the editor', 'nafida-session-calendar'],
  ['inside a form', 'nafida-proposal-status'],
  ['XHTML', 'nafida-proposal-list'],
];

let commune;
let browser;

before(async () => {
  [commune, browser] = await Promise.all([startCommuneSite(), engines[0].open()]);
});

after(async () => {
  await browser?.close();
  commune?.close();
});

for (const [part, tag] of cells) {
  const hostile = hostilePages.find(({ name }) => name.includes(part));
  test(`${tag} is as expected on a page with ${hostile.name}`, async () => {
    const language = tag.length % 2 === 0 ? 'ar' : 'fr';
    assert.equal(await tryTag({ browser, commune, hostile, tag, language }), undefined);
  });
}

test('the document is what the rows and their outcomes make it', async () => {
  const [document, outcomes] = await Promise.all(
    ['../../docs/compatibility.md', 'outcomes.json'].map((path) =>
      readFile(new URL(path, import.meta.url), 'utf8'),
    ),
  );
  const squeezed = (text) => text.replace(/ +|-{3,}/g, ' ');
  assert.equal(squeezed(document), squeezed(report(JSON.parse(outcomes))));
});
