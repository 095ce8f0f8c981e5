// Times every contender on the same page, with the same data, in one browser run, turn by turn.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { bundle } from './bundle.mjs';
import { contenders, sourceOf } from './contenders.mjs';
import { agenda, places } from './data.mjs';

const keys = 'ber';
/** Milliseconds that a pointer is over a field before it presses: a hand aims, then presses. */
const aiming = 200;
/** Milliseconds: longer than any contender waits before it answers a key (Tom Select: 300), and its answer. */
const longestAnswer = 600;

const page = (kind) => `<!doctype html>
<html ${kind === 'picker' ? 'lang="ar" dir="rtl"' : 'lang="fr"'}>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${kind}</title>
<link rel="stylesheet" href="contender.css">
<body style="margin: 16px"><div id="contender"></div><script type="module" src="contender.js"></script>`;

const viewports = { picker: { width: 412, height: 915 }, calendar: { width: 1024, height: 900 } };

/**
 * @param {{ browser: import('playwright-core').Browser, kinds: string[], runs: number, rates: number[],
 *   eventCounts: number[], seed: number, only: RegExp, say: (line: string) => void }} options
 * @returns rows of medians in milliseconds, one for each contender, amount of data and slowdown
 */
export async function measureSpeed({ browser, kinds, runs, rates, eventCounts, seed, only, say }) {
  const chosen = contenders.filter(({ kind, name }) => kinds.includes(kind) && only.test(name));
  const files = new Map();
  for (const contender of chosen) {
    const built = await bundle({
      source: await sourceOf(contender),
      peers: contender.peers,
      splitting: true,
    });
    for (const { path, contents } of built) files.set(`/${contender.file}/${path}`, contents);
    files.set(`/${contender.file}/`, page(contender.kind));
  }
  const server = serve(files);
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;

  const data = {
    picker: [await places()],
    calendar: eventCounts.map((count) => agenda(count, seed)),
  };
  const clock = await readFile(new URL('page-clock.js', import.meta.url), 'utf8');
  const jobs = chosen.flatMap((contender) =>
    data[contender.kind].flatMap((given, index) =>
      rates.map((rate) => ({
        contender,
        rate,
        amount: contender.kind === 'picker' ? given.length : eventCounts[index],
        script: `window.benchData = ${JSON.stringify(given)};\n${clock}`,
        url: `${origin}/${contender.file}/`,
        samples: [],
        failures: [],
      })),
    ),
  );

  try {
    // The first page of a browser pays for the browser's own start.
    await sample(browser, jobs[0]).catch(() => {});
    for (let run = 0; run < runs; run++) {
      // Turn by turn and there and back, so that the machine's moods fall on all alike.
      for (const job of run % 2 ? [...jobs].reverse() : jobs) {
        if (job.failures.length > 1 && job.samples.length === 0) continue;
        try {
          job.samples.push(await sample(browser, job));
        } catch (error) {
          job.failures.push(String(error.message).split('\n')[0]);
        }
      }
      say(`run ${run + 1} of ${runs}`);
    }
  } finally {
    server.close();
  }
  return jobs.map(({ contender, rate, amount, samples, failures }) => ({
    kind: contender.kind,
    name: contender.name,
    rate,
    amount,
    runs: samples.length,
    failures: [...new Set(failures)],
    ...Object.fromEntries(
      [...new Set(samples.flatMap(Object.keys))].map((key) => [
        key,
        median(samples.map((each) => each[key])),
      ]),
    ),
  }));
}

function serve(files) {
  const types = { js: 'text/javascript', css: 'text/css' };
  return createServer(({ url }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    const contents = files.get(path) ?? (path.endsWith('.css') ? '' : undefined);
    const type = types[path.split('.').at(-1)] ?? 'text/html';
    response.writeHead(contents === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
    });
    response.end(contents);
  }).listen(0, '127.0.0.1');
}

async function sample(browser, job) {
  if (job.contender.kind === 'calendar') return onPage(browser, job, useCalendar);
  return {
    ...(await onPage(browser, job, aimAndOpen)),
    ...(await onPage(browser, job, usePicker)),
  };
}

/** Loads the contender into a fresh page, has `use` measure it there, and weighs the page. */
async function onPage(browser, { contender, rate, script, url }, use) {
  const context = await browser.newContext({ viewport: viewports[contender.kind] });
  try {
    const tab = await context.newPage();
    await tab.addInitScript({ content: script });
    const devtools = await context.newCDPSession(tab);
    await devtools.send('Performance.enable');
    if (rate > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    await tab.goto(url);
    await tab.waitForFunction(() => window.contender !== undefined);
    const measured = { mount: await tab.evaluate(() => window.benchClock.mounted()) };
    Object.assign(measured, await use(tab, devtools));
    if (rate === 1) Object.assign(measured, await weigh(devtools));
    return measured;
  } finally {
    await context.close();
  }
}

/** Opens as people with a mouse do: the pointer arrives, and presses a moment later. */
async function aimAndOpen(tab) {
  const { x, y } = await middleOf(tab);
  await tab.mouse.move(x, y);
  await delay(aiming);
  return { openAimed: await open(tab, () => tab.mouse.click(x, y)) };
}

async function usePicker(tab, devtools) {
  const { ownSearch = false, filters = true } = await tab.evaluate(() => ({
    ownSearch: window.contender.ownSearch,
    filters: window.contender.filters,
  }));
  const { x, y } = await middleOf(tab);
  // The pointer arrives with its press, as a finger does.
  const measured = { open: await open(tab, () => tab.mouse.click(x, y)) };
  if (!filters) return measured;
  const times = [];
  let query = '';
  for (const key of keys) {
    query += key;
    times.push(
      (await settledAfter(tab, ownSearch ? {} : { query }, () => tab.keyboard.press(key)))
        .milliseconds,
    );
  }
  if (times.includes(null)) throw new Error(`no list for one of "${keys}"`);
  measured.key = median(times);
  // The same letters once more, with no clock in the page: reading the rows in every frame is work, too.
  for (const _ of keys) await tab.keyboard.press('Backspace');
  await delay(longestAnswer);
  const before = await busy(devtools);
  for (const key of keys) {
    await tab.keyboard.press(key);
    await delay(longestAnswer);
  }
  measured.keyBusy = ((await busy(devtools)) - before) / keys.length;
  return measured;
}

async function middleOf(tab) {
  return tab.evaluate(() => {
    const { x, y, width, height } = window.contender.target().getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
}

async function open(tab, press) {
  const { milliseconds } = await settledAfter(tab, {}, press);
  if (milliseconds === null) throw new Error('no list after a click');
  return milliseconds;
}

async function useCalendar(tab, devtools) {
  const times = [];
  const before = await busy(devtools);
  for (let month = 0; month < 3; month++) {
    const { milliseconds } = await tab.evaluate(async () => {
      window.benchClock.start();
      await window.contender.next();
      return window.benchClock.settled({ limit: 20_000 });
    });
    if (milliseconds === null) throw new Error('the next month was not seen');
    times.push(milliseconds);
  }
  return { next: median(times), nextBusy: ((await busy(devtools)) - before) / 3 };
}

async function settledAfter(tab, options, act) {
  await tab.evaluate(() => window.benchClock.arm());
  const settled = tab.evaluate((given) => window.benchClock.settled(given), options);
  await act();
  return settled;
}

/** Milliseconds of script, style and layout on the page's main thread so far. */
async function busy(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const counted = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];
  return metrics
    .filter(({ name }) => counted.includes(name))
    .reduce((sum, { value }) => sum + value * 1000, 0);
}

async function weigh(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  return { heapMegabytes: usedSize / 2 ** 20, nodes };
}

function median(values) {
  const sorted = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
