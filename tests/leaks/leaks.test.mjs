import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchChromium } from '../harness/browser.mjs';
import { startFixtureSite } from '../embed/fixture-site.mjs';

const cycles = 100;

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([startFixtureSite(), launchChromium()]);
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** What the page holds once everything that can be freed has been. */
async function held(devtools) {
  // Weak references are cleared by the first collection, what they kept alive by the next.
  for (let time = 0; time < 3; time++) await devtools.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return { nodes, jsEventListeners, bytes: usedSize };
}

test(`${cycles} pickers that came, were opened, typed in, closed and left again leave nothing behind`, async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(
    site.page(
      `<script type="module" src="${site.assetsOrigin}/nafida.js" data-site="berkane"></script>
       <main></main>`,
    ),
  );
  const devtools = await page.context().newCDPSession(page);
  const cycle = (times) =>
    page.evaluate(async (count) => {
      const shown = (picker, selector) =>
        new Promise((resolve) => {
          const look = () =>
            picker.shadowRoot?.querySelector(selector) ? resolve() : requestAnimationFrame(look);
          look();
        });
      for (let time = 0; time < count; time++) {
        const picker = document.createElement('nafida-region-picker');
        document.querySelector('main').append(picker);
        await shown(picker, '#input');
        picker.open();
        await shown(picker, '[role="option"]');
        const input = picker.shadowRoot.querySelector('#input');
        input.value = 'ahfir';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await shown(picker, '[role="option"] b');
        picker.close();
        picker.remove();
      }
      // A turn for what is put off until the next one.
      await new Promise((resolve) => setTimeout(resolve));
    }, times);

  // The first ones load code, texts and communes, and fill what is made once.
  await cycle(10);
  const before = await held(devtools);
  await cycle(cycles);
  const after = await held(devtools);
  const perCycle = (after.bytes - before.bytes) / cycles;
  console.log(
    `${cycles} cycles: ${before.nodes} → ${after.nodes} nodes, ${before.jsEventListeners} → ` +
      `${after.jsEventListeners} listeners, ${Math.round(perCycle)} bytes a cycle`,
  );
  assert.equal(after.jsEventListeners, before.jsEventListeners);
  assert.equal(after.nodes, before.nodes);
  // One picker with its list takes some 100 kB: a tenth of one kept in each cycle would show.
  assert.ok(perCycle < 10_000, `${perCycle} bytes a cycle`);
  await page.close();
});
