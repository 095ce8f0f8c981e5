#!/usr/bin/env node
// The promises of the server under crowds and faults, over HTTP; writes docs/reliability.md.
//   node tests/proof/run.mjs [--people 10000] [--seeds 1000] [--first-seed 1] [--only NAME,NAME]
//     [--engine embedded|postgresql] [--print]
// NAME is one of the names in parts.mjs; what was not asked for stays in the page as it was. --print shows the page
// instead of writing it. A seed that failed is run again with --only random --first-seed N --seeds 1.
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { buildAll } from '../harness/build.mjs';
import { report } from './report.mjs';

const page = new URL('../../docs/reliability.md', import.meta.url);
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    seeds: { type: 'string', default: '1000' },
    'first-seed': { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    engine: { type: 'string', default: '' },
    print: { type: 'boolean', default: false },
  },
});
const settings = {
  people: Number(values.people),
  seeds: Number(values.seeds),
  firstSeed: Number(values['first-seed']),
  say: (line) => console.error(line),
};

buildAll();
// Loaded late: they speak to what has just been built.
const { engines } = await import('../server/province.mjs');
const { parts } = await import('./parts.mjs');
const names = values.only === '' ? Object.keys(parts) : values.only.split(',');
const unknown = names.filter((name) => !parts[name]);
if (unknown.length > 0) throw new Error(`--only knows ${Object.keys(parts).join(', ')}.`);

const figures = {};
for (const name of names) {
  const { title, run, on = engines } = parts[name];
  figures[name] = [];
  for (const engine of on) {
    if (values.engine !== '' && values.engine !== engine) continue;
    settings.say(`${title} (${engine}) …`);
    figures[name].push({ engine, ...(await run(engine, settings)) });
  }
}
const machine = `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}`;
const text = report(figures, { machine, before: await readFile(page, 'utf8').catch(() => '') });
if (values.print) console.log(text);
else await writeFile(page, await format(text, { parser: 'markdown', printWidth: 100 }));
