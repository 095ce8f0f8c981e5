import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchChromium } from '../harness/browser.mjs';
import { ProvinceWebsite } from '../participation/province-website.mjs';

let province;
let browser;

before(async () => {
  [province, browser] = await Promise.all([ProvinceWebsite.start(), launchChromium()]);
});

after(async () => {
  await browser?.close();
  await province?.close();
});

for (const [path, firstReads] of [
  ['participation.html', ['', '/consultations', '/sessions']],
  ['propositions.html', ['/consultations', '/proposals']],
]) {
  for (const language of ['ar', 'fr']) {
    test(`${language}/${path} asks the server for each thing once`, async () => {
      const page = await browser.newPage();
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Network.enable');
      const asked = [];
      // What the browser still has leaves no phone.
      devtools.on('Network.responseReceived', ({ response }) => {
        const { origin, pathname, search } = new URL(response.url);
        if (origin !== province.api || !pathname.startsWith('/v1/') || response.fromDiskCache)
          return;
        asked.push({ path: pathname.replace('/v1/sites/berkane', ''), search });
      });
      await page.goto(`${province.origin}/${language}/${path}`, { waitUntil: 'networkidle' });
      await page.close();
      const addresses = asked.map(({ path, search }) => path + search);
      assert.deepEqual(addresses.toSorted(), [...new Set(addresses)].sort());
      for (const read of firstReads)
        assert.ok(
          asked.some(({ path }) => path === read),
          read,
        );
      const days = asked
        .map(({ search }) => new URLSearchParams(search))
        .filter((query) => query.has('from'));
      for (const [at, query] of days.entries()) {
        const overlap = days
          .slice(at + 1)
          .find(
            (other) => other.get('from') <= query.get('to') && other.get('to') >= query.get('from'),
          );
        assert.equal(overlap?.toString(), undefined, `days of ${query} are asked for again`);
      }
    });
  }
}
