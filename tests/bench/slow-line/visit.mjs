/** Lines as Chromium's own tools have them. Throughput in bytes a second, latency in milliseconds. */
export const lines = {
  'Slow 3G': { throughput: 50_000, latency: 2_000 },
  'Fast 3G': { throughput: 180_000, latency: 562.5 },
};

/** Whether all that `page` is there for can be used. Runs in the page. */
function isUsable(page) {
  const rootOf = (tag, document) => document.querySelector(tag)?.shadowRoot;
  const within = page === 'iframe' ? document.querySelector('iframe')?.contentDocument : document;
  if (!within) return false;
  const form = () => Boolean(rootOf('nafida-proposal-form', within)?.querySelector('textarea'));
  const picker = () => Boolean(rootOf('nafida-region-picker', within)?.querySelector('input'));
  // A session that the server told.
  const calendar = () =>
    Boolean(rootOf('nafida-session-calendar', within)?.querySelector('[data-opens]'));
  const wanted = { form, picker, calendar, iframe: form, all: form };
  return page === 'three' ? form() && picker() && calendar() : wanted[page]();
}

/**
 * Visits a page twice with a browser that has seen nothing, on a phone as slow as the cheapest.
 *
 * @returns {Promise<Record<'cold' | 'warm', { seconds: number, requests: number, shift: number }>>} until it can be used;
 *   `shift` is the layout shift until a while after
 */
export async function visitTwice(browser, { origin, page: name, line }) {
  const context = await browser.newContext({ viewport: { width: 375, height: 740 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const { throughput, latency } = lines[line];
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries())
        if (!hadRecentInput) window.layoutShift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const visits = {};
  for (const visit of ['cold', 'warm']) {
    const requests = new Set();
    const count = ({ requestId, response }) => {
      if (!response.fromDiskCache) requests.add(requestId);
    };
    const discount = ({ requestId }) => requests.delete(requestId);
    devtools.on('Network.responseReceived', count);
    devtools.on('Network.requestServedFromCache', discount);
    await page.goto(`${origin}/page/${name}`, { waitUntil: 'commit', timeout: 60_000 });
    await page.waitForFunction(isUsable, name, { timeout: 60_000, polling: 'raf' });
    const seconds = await page.evaluate(() => performance.now() / 1000);
    devtools.off('Network.responseReceived', count);
    devtools.off('Network.requestServedFromCache', discount);
    visits[visit] = { seconds, requests: requests.size };
    await page.waitForLoadState('networkidle', { timeout: 60_000 });
    visits[visit].shift = await page.evaluate(() => window.layoutShift);
    await page.goto('about:blank');
  }
  await context.close();
  return visits;
}
