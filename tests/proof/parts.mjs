// What `npm run proof` runs, in this order: each part on its own province, on every engine (default) or on those in `on`.
import { makeProvince } from '../server/province.mjs';
import { proveFullDisk } from './full-disk.mjs';
import { proveFuzz } from './fuzz.mjs';
import { proveOutage, proveRestarts } from './outages.mjs';
import { proveLaunchDay } from './launch-day.mjs';
import { provePower, proveSyncsMatter } from './power.mjs';
import { proveRandomRun } from './random-run.mjs';
import { proveSeats } from './seats.mjs';
import { proveKills, proveLostAnswers } from './submissions.mjs';
import { measureMemory } from './memory.mjs';
import { measureReads } from './reads.mjs';
import { measureScale, measureThroughput } from './throughput.mjs';
import { proveLockMatters } from './without-lock.mjs';

/** Runs a proof on a province that is removed afterwards. */
const inProvince = (prove) => async (engine, settings) => {
  const province = await makeProvince(engine);
  try {
    return await prove(province, settings);
  } finally {
    await province.close();
  }
};

/** Runs a proof on as many processes as the engine allows: one on the embedded database, two on PostgreSQL. */
const onServers = (prove) => async (engine, settings) => {
  const run = inProvince(async (province) => {
    const servers = [await province.serve()];
    if (engine === 'postgresql') servers.push(await province.serve());
    return prove({ province, servers }, settings);
  });
  return run(engine, settings);
};

export const parts = {
  seats: {
    title: 'Everybody asks for 100 seats at the same moment',
    run: onServers((where, { people }) => proveSeats({ ...where, people, seats: 100 })),
  },
  random: {
    title: 'Random histories',
    run: onServers(async (where, { seeds: count, firstSeed, say }) => {
      const startedAt = performance.now();
      const seeds = Array.from({ length: count }, (_, index) => firstSeed + index);
      const run = await proveRandomRun({ ...where, seeds, say });
      return { ...run, firstSeed, seconds: (performance.now() - startedAt) / 1_000 };
    }),
  },
  lock: {
    title: 'The same crowd at a server without the lock',
    on: ['postgresql'],
    run: () => proveLockMatters({ makeProvince, people: 300, seats: 20 }),
  },
  kills: {
    title: '1,000 proposals, the server killed 50 times',
    run: inProvince((province, { firstSeed: seed }) =>
      proveKills({ province, count: 1_000, kills: 50, seed }),
    ),
  },
  power: {
    title: '200 power cuts',
    on: ['embedded'],
    run: async (_engine, { firstSeed: seed, say }) => {
      const instants = {
        creation: 20,
        sending: 80,
        ending: 30,
        checkpoint: 20,
        recovering: 20,
        older: 10,
        migration: 20,
      };
      const { rows } = await provePower({ seed, instants, proposals: 80, say });
      const without = await proveSyncsMatter({ seed, cuts: 20, proposals: 40 });
      return { seed, rows, without };
    },
  },
  answers: {
    title: '5,000 proposals, every fifth answer lost',
    run: onServers((where, { firstSeed: seed }) =>
      proveLostAnswers({ ...where, count: 5_000, share: 0.2, seed }),
    ),
  },
  fuzz: {
    title: '100,000 malicious requests',
    run: inProvince(async (province, { firstSeed: seed }) =>
      proveFuzz({ province, server: await province.serve(), count: 100_000, seed }),
    ),
  },
  outage: {
    title: 'A minute without the database, first cut off, then silent',
    on: ['postgresql'],
    run: inProvince(async (province) => ({
      cut: await proveOutage({ province, seconds: 60, kind: 'cut' }),
      silent: await proveOutage({ province, seconds: 60, kind: 'silent' }),
    })),
  },
  restarts: {
    title: '20 restarts of the database',
    on: ['postgresql'],
    run: inProvince((province, { firstSeed: seed }) =>
      proveRestarts({ province, restarts: 20, seed }),
    ),
  },
  disk: {
    title: 'A full disk',
    run: async (engine) => ({
      rows:
        engine === 'embedded'
          ? { 'embedded database': await proveFullDisk({ engine }) }
          : {
              'PostgreSQL, no room for its data': await proveFullDisk({ engine, kind: 'files' }),
              'PostgreSQL, no room for its log': await proveFullDisk({ engine, kind: 'log' }),
            },
    }),
  },
  load: {
    title: 'As many requests as two cores can answer, with 100,000 stored proposals',
    run: (engine) => measureThroughput({ engine }),
  },
  reads: {
    title: 'Public reads, compared with the HTTP library alone',
    run: (engine) => measureReads({ engine }),
  },
  memory: {
    title: 'Memory of the server and all that it starts',
    run: (engine) => measureMemory({ engine }),
  },
  scale: {
    title: 'More server processes on one database',
    on: ['postgresql'],
    run: () => measureScale({}),
  },
  'launch-day': {
    title: 'The day on which 1,503 communes open',
    on: ['postgresql'],
    run: async () => {
      const province = await makeProvince('postgresql', { settings: ['fsync=on'] });
      try {
        return await proveLaunchDay({ province });
      } finally {
        await province.close();
      }
    },
  },
};
