#!/usr/bin/env node
// Speed and size beside the peers, in one run; writes docs/benchmarks.md.
//   node tests/bench/run.mjs [--kind picker|calendar|page] [--runs 9] [--only REGEX] [--print]
// `page` is a citizen's wait on a slow line, by itself, into docs/benchmarks-slow-line.md (3 runs will do).
// --print shows the tables instead of writing them, for a quick look at a part.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { buildAll } from '../harness/build.mjs';
import { launchChromium } from '../harness/browser.mjs';
import { measureList, measureSizes } from './size.mjs';
import { report } from './report.mjs';

const { values } = parseArgs({
  options: {
    kind: { type: 'string' },
    runs: { type: 'string', default: '9' },
    only: { type: 'string', default: '.' },
    seed: { type: 'string', default: '42' },
    print: { type: 'boolean', default: false },
  },
});
if (values.kind === 'page') {
  buildAll();
  // Loaded late: it is made of what was just built.
  const { runSlowLine } = await import('./slow-line/run.mjs');
  const { runs, only, print } = values;
  await runSlowLine({ runs: Number(runs), only: new RegExp(only), print });
  process.exit(0);
}
const kinds = values.kind ? [values.kind] : ['picker', 'calendar'];

// The peers are no part of the project: they install apart, here, at their locked versions.
for (const folder of ['main', 'schedule-x']) {
  const cwd = fileURLToPath(new URL(`peers/${folder}/`, import.meta.url));
  if (existsSync(`${cwd}node_modules`)) continue;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
buildAll();
// Loaded late: its data are built places.
const { measureSpeed } = await import('./speed.mjs');

const only = new RegExp(values.only);
const sizes = await measureSizes(kinds, only);
const browser = await launchChromium();
try {
  const speeds = await measureSpeed({
    browser,
    kinds,
    runs: Number(values.runs),
    rates: [1, 4],
    eventCounts: [1000, 10_000],
    seed: Number(values.seed),
    only,
    say: (line) => console.error(line),
  });
  const text = report({
    sizes,
    listBytes: await measureList(),
    speeds,
    runs: Number(values.runs),
    seed: Number(values.seed),
    machine: `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}, Chromium ${browser.version()}`,
  });
  if (values.print) console.log(text);
  else {
    const page = new URL('../../docs/benchmarks.md', import.meta.url);
    await writeFile(page, await format(text, { parser: 'markdown', printWidth: 100 }));
  }
} finally {
  await browser.close();
}
