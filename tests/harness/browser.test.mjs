import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { assertAccessible, axeViolations, launchChromium } from './browser.mjs';

const HOSTILE = `<!doctype html><html lang="en"><title>Test</title>
<script nonce="page">
  Array.from = () => [];
  Array.prototype.toJSON = () => 'broken';
  customElements.define('x-field', class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open' }).append(document.createElement('input')); }
  });
</script>
<main><h1>Test</h1><x-field></x-field></main>`;
const SOUND =
  '<!doctype html><html lang="en"><title>Test</title><main><h1>Test</h1><label>Name <input></label></main>';

let server;
let browser;
let origin;

before(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; script-src 'nonce-page'; require-trusted-types-for 'script'",
    );
    response.end(request.url === '/sound' ? SOUND : HOSTILE);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  server.close();
});

test('axe looks into shadow roots, past a strict policy and broken natives', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/hostile`);
  const violations = await axeViolations(page);
  assert.deepEqual(
    violations.map(({ id }) => id),
    ['label'],
  );
  assert.deepEqual(violations[0].nodes[0].target, [['x-field', 'input']]);
  await assert.rejects(
    assertAccessible(page),
    /label: Form elements must have labels\n {2}x-field/,
  );
  await page.close();
});

test('axe finds nothing on a sound page and leaves nothing behind', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/sound`);
  await assertAccessible(page);
  assert.equal(await page.evaluate(() => 'axe' in window), false);
  await page.close();
});
