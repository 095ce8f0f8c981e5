import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startExample } from '../../examples/form-field/example.mjs';
import { assertAccessible, launchChromium } from '../harness/browser.mjs';

let example;
let browser;

before(async () => {
  [example, browser] = await Promise.all([startExample({ port: 0 }), launchChromium()]);
});

after(async () => {
  await browser?.close();
  await example?.close();
});

/** A page with the form, and what a person does there. */
async function open(name) {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${example.url}/${name}.html`);
  const input = page.locator('nafida-region-picker input').first();
  await input.waitFor();
  return {
    page,
    errors,
    input,
    async choose(text) {
      await input.click();
      await input.pressSequentially(text);
      await page.locator('[role="option"][data-active]').waitFor();
      await input.press('Enter');
      await page.waitForFunction(() => document.querySelector('nafida-region-picker').value !== '');
    },
    /** What the server says that it got. */
    async send() {
      await page.locator('button').first().click();
      await page.waitForURL('**/echo');
      return JSON.parse(await page.locator('body').innerText()).fields;
    },
  };
}

for (const name of ['plain', 'react', 'vue']) {
  describe(`the region picker in a form (${name})`, () => {
    it('sends the code of the place with the form', async () => {
      const { page, errors, choose, send } = await open(name);
      await assertAccessible(page);
      await choose('ahfir');
      assert.deepEqual(await send(), [{ name: 'commune', value: '02.113.01.01' }]);
      assert.deepEqual(errors, []);
      await page.close();
    });

    it('holds the form back while the choice is missing, and says so in the language of the page', async () => {
      const { page, input } = await open(name);
      const said = name === 'plain' ? /المرجو اختيار/ : /Choisissez/;
      await page.locator('button').first().click();
      const error = page.locator('nafida-region-picker [part="error"]');
      await error.waitFor();
      assert.match(await error.innerText(), said);
      assert.equal(await input.evaluate((field) => field.matches(':focus')), true);
      assert.ok(page.url().endsWith(`${name}.html`));
      await page.close();
    });

    it('is emptied with the form', async () => {
      const { page, input, choose } = await open(name);
      await choose('ahfir');
      await page.locator('button').nth(1).click();
      await page.waitForFunction(() => document.querySelector('nafida-region-picker').value === '');
      await page.waitForFunction((field) => field.value === '', await input.elementHandle());
      await page.close();
    });
  });
}

for (const name of ['react', 'vue']) {
  it(`the choice is known to ${name}, and what ${name} sets is shown`, async () => {
    const { page, choose } = await open(name);
    await choose('ahfir');
    await page.locator('#chosen', { hasText: 'Ahfir' }).waitFor();
    await page.close();
  });
}

describe('what the echo route does not answer', () => {
  const post = (path, init) => fetch(`${example.url}${path}`, { method: 'POST', ...init });
  const form = new URLSearchParams({ a: '1' });

  it('is a site that is not there, and anything but a form', async () => {
    const refusals = [
      [await post('/v1/sites/nobody/echo', { body: form }), 404, 'unknown_site'],
      [await post('/v1/sites/demo/echo', { body: '{}' }), 415, 'unsupported_media_type'],
      [
        await post('/v1/sites/demo/echo', {
          body: '--x',
          headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
        }),
        400,
        'bad_request',
      ],
      [
        await post('/v1/sites/demo/echo', {
          body: new URLSearchParams({ a: 'x'.repeat(200_000) }),
        }),
        413,
        'payload_too_large',
      ],
    ];
    for (const [answer, status, code] of refusals) {
      assert.equal(answer.status, status);
      assert.equal((await answer.json()).code, code);
    }
  });
});
