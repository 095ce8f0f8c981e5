import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchChromium } from '../harness/browser.mjs';
import { ProvinceWebsite } from './province-website.mjs';

/** "0.00", as tools show it. */
const most = 0.005;

const names = ['index', 'informations', 'participation', 'propositions'];
const visits = [
  { width: 375, pages: [...names.map((name) => `ar/${name}`), 'commune/index'] },
  { width: 1280, pages: names.map((name) => `fr/${name}`) },
];

let province;
let browser;

before(async () => {
  [province, browser] = await Promise.all([ProvinceWebsite.start(), launchChromium()]);
});

after(async () => {
  await browser?.close();
  await province?.close();
});

/** Keeps what moves without a person's doing. Runs in the page. */
function watch() {
  const shifts = [];
  const nameOf = (node) => {
    if (!(node instanceof Element)) return node?.nodeName ?? 'what is gone';
    const host = node.getRootNode().host;
    return `${host ? `${host.localName} ` : ''}${node.localName}.${node.className}`;
  };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput)
        shifts.push({
          value,
          moved: sources.map(
            ({ node, previousRect, currentRect }) =>
              `${nameOf(node)} from ${previousRect.y} to ${currentRect.y}, high ${previousRect.height} and ${currentRect.height}`,
          ),
        });
  }).observe({ type: 'layout-shift', buffered: true });
  Object.assign(globalThis, { shifts });
}

/** Whether every tag of the page shows what it has to show. Runs in the page. */
function isLoaded() {
  const tags = [...document.querySelectorAll('*')].filter(({ localName }) =>
    localName.startsWith('nafida-'),
  );
  return tags.every((tag) => tag.shadowRoot && !tag.shadowRoot.querySelector('[aria-busy="true"]'));
}

async function shiftsOf(path, width) {
  const context = await browser.newContext({ viewport: { width, height: 740 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  // "Slow 3G" of the browser's own tools, and a processor as slow as that of the cheapest phones.
  await devtools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 2_000 },
    ...{ downloadThroughput: 50_000, uploadThroughput: 50_000 },
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(watch);
  await page.goto(`${province.origin}/${path}.html`, { waitUntil: 'networkidle' });
  await page.waitForFunction(isLoaded);
  const shifts = await page.evaluate(() => globalThis.shifts);
  await context.close();
  return shifts;
}

for (const { width, pages } of visits) {
  test(`nothing moves while a page of the demonstration loads on a slow line, ${width} px wide`, async () => {
    const seen = await Promise.all(
      pages.map(async (path) => ({ path, shifts: await shiftsOf(path, width) })),
    );
    const moving = seen.filter(
      ({ shifts }) => shifts.reduce((sum, { value }) => sum + value, 0) >= most,
    );
    assert.deepEqual(moving, [], JSON.stringify(moving, null, 2));
  });
}
