#!/usr/bin/env node
// The promises of the server under crowds and faults, over HTTP; writes docs/reliability.md.
//   node tests/proof/run.mjs [--people 10000] [--seeds 1000] [--first-seed 1] [--only seats|random|lock|kills|answers]
//     [--engine embedded|postgresql] [--print]
// --print shows the page instead of writing it. A seed that failed is run again with --first-seed N --seeds 1.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { buildAll } from '../harness/build.mjs';
import { report } from './report.mjs';

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
const people = Number(values.people);
const firstSeed = Number(values['first-seed']);
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => firstSeed + index);
const isAsked = (promise) => values.only === '' || values.only === promise;
const say = (line) => console.error(line);

buildAll();
// Loaded late: they speak to what has just been built.
const { engines, makeProvince } = await import('../server/province.mjs');
const { proveRandomRun } = await import('./random-run.mjs');
const { proveSeats } = await import('./seats.mjs');
const { proveKills, proveLostAnswers } = await import('./submissions.mjs');
const { proveLockMatters } = await import('./without-lock.mjs');
const figures = { seats: [], random: [], kills: [], answers: [], lock: undefined };
const isMeant = (engine) => values.engine === '' || values.engine === engine;
for (const engine of ['lock', 'kills'].includes(values.only) ? [] : engines.filter(isMeant)) {
  const province = await makeProvince(engine);
  const servers = [await province.serve()];
  if (engine === 'postgresql') servers.push(await province.serve());
  const where = { province, servers };
  try {
    if (isAsked('seats')) {
      say(`${people} people for 100 seats at the same moment (${engine}) …`);
      figures.seats.push({ engine, ...(await proveSeats({ ...where, people, seats: 100 })) });
    }
    if (isAsked('answers')) {
      say(`5,000 proposals, every fifth answer lost (${engine}) …`);
      const run = { ...where, count: 5_000, share: 0.2, seed: firstSeed };
      figures.answers.push({ engine, ...(await proveLostAnswers(run)) });
    }
    if (isAsked('random')) {
      say(`Random histories, seeds ${seeds[0]} to ${seeds.at(-1)} (${engine}) …`);
      const startedAt = performance.now();
      const run = await proveRandomRun({ ...where, seeds, say });
      figures.random.push({ engine, ...run, seconds: (performance.now() - startedAt) / 1_000 });
    }
  } finally {
    await province.close();
  }
}
for (const engine of isAsked('kills') ? engines.filter(isMeant) : []) {
  say(`1,000 proposals, the server killed 50 times (${engine}) …`);
  const province = await makeProvince(engine);
  try {
    const run = { province, count: 1_000, kills: 50, seed: firstSeed };
    figures.kills.push({ engine, ...(await proveKills(run)) });
  } finally {
    await province.close();
  }
}
if (isAsked('lock')) {
  say('The same crowd at a server without the lock …');
  figures.lock = await proveLockMatters({ makeProvince, people: 300, seats: 20 });
}
const text = report({
  ...figures,
  seeds,
  machine: `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}`,
});
if (values.print) console.log(text);
else await writeFile(new URL('../../docs/reliability.md', import.meta.url), text);
