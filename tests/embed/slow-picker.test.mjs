import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchChromium } from '../harness/browser.mjs';
import { startFixtureSite } from './fixture-site.mjs';

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([startFixtureSite(), launchChromium()]);
});

after(async () => {
  await browser?.close();
  site?.close();
});

for (const [lang, words] of [
  ['ar', 'جارٍ تحميل لائحة الجماعات…'],
  ['fr', 'Chargement de la liste des communes…'],
  ['en', 'Loading the list of communes…'],
]) {
  test(`a picker whose list is still on its way says so and moves nothing (${lang})`, async () => {
    const url = site.page(
      `<script type="module" src="${site.assetsOrigin}/nafida.js"></script>
      <nafida-region-picker lang="${lang}"></nafida-region-picker><p>Below</p>`,
    );
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    site.intercept((path) => (/\/popup-[^/]+\.js$/.test(path) ? held : undefined));
    const page = await browser.newPage({ viewport: { width: 375, height: 740 } });
    await page.goto(url);
    const picker = page.locator('nafida-region-picker');
    const input = picker.locator('#input');
    await input.waitFor();
    const places = () =>
      Promise.all([input, page.getByText('Below')].map((part) => part.boundingBox()));
    const before = await places();
    const status = picker.getByRole('status').filter({ hasText: words });
    assert.equal(await input.getAttribute('aria-busy'), 'false');
    await input.click();
    await status.waitFor({ state: 'attached' });
    assert.equal(await input.getAttribute('aria-busy'), 'true');
    assert.ok(await picker.locator('.wait').isVisible());
    assert.deepEqual(await places(), before);
    release();
    await picker.getByRole('listbox').waitFor();
    await status.waitFor({ state: 'detached' });
    assert.equal(await input.getAttribute('aria-busy'), 'false');
    await page.close();
  });
}
