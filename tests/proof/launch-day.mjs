// The day on which every commune of the country opens at once: many readers behind a cache, many proposals, and a server that
// dies in the middle of it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { proposalFor } from '../conformance/inputs.mjs';
import { startNginx } from '../harness/nginx.mjs';
import { keepAliveLoad } from './keep-alive-load.mjs';
import { pacedLoad } from './paced-load.mjs';
import { stubbornFetch } from './stubborn-fetch.mjs';

const connections = 128;

/**
 * Gives the figures of the day, or throws when a proposal that was acknowledged is missing or is there twice.
 *
 * @param {{ province: object, sites?: number, reads?: number, proposals?: number, seconds?: number, limitSeconds?: number,
 *   shares?: number[] }} options `reads` and `proposals` are wanted a second; where that is more than is carried, these `shares` of it
 *   are tried one after the other
 */
export async function proveLaunchDay({
  province,
  sites = 1_503,
  reads = 2_000,
  proposals = 50,
  seconds = 60,
  limitSeconds = 10,
  shares = [1, 1 / 2, 1 / 4],
}) {
  await openSites(province, sites);
  const env = { NAFIDA_TRUST_PROXY: '1', NAFIDA_LOG_LEVEL: 'warn' };
  const servers = [await province.serve({ env }), await province.serve({ env })];
  const nginx = await startNginx(servers.map(({ origin }) => origin));
  try {
    const line = stubbornFetch();
    const apis = await apisOf(province, nginx, line.fetch, sites);
    const cold = await pacedLoad(nginx.origin, {
      ...{ rate: sites * pages.length, seconds: 1, connections: 16 },
      pathOf: (index) =>
        `/v1/sites/${siteOf(1 + Math.floor(index / pages.length))}${pages[index % pages.length]}`,
    });
    const days = [];
    for (const share of shares) {
      const wanted = { reads: reads * share, proposals: proposals * share };
      days.push(await holdDay({ province, servers, nginx, apis, env }, { sites, seconds, wanted }));
      if (isReached(days.at(-1))) break;
    }
    const limits = {
      cold,
      reads: await keepAliveLoad(nginx.origin, {
        ...{ connections: 64, seconds: limitSeconds },
        pathOf: (index) => pathOf(index, sites),
      }),
      proposals: await proposeAtOnce(apis, 16, limitSeconds),
    };
    const receipts = [...days, limits].flatMap((each) => each.proposals.receipts);
    const found = await compare(province, receipts);
    return { sites, seconds, days, limits, repeated: line.counts.repeated, ...found };
  } finally {
    await nginx.stop();
  }
}

/** One try at the rates that are wanted, in the middle of which the second server is killed. */
async function holdDay({ province, servers, nginx, apis, env }, { sites, seconds, wanted }) {
  const dying = (async () => {
    await delay((seconds * 1_000) / 2);
    await servers[1].kill9();
    await delay((seconds * 1_000) / 6);
    servers[1] = await province.serve({ env, port: servers[1].port });
  })();
  const [reads, proposals] = await Promise.all([
    pacedLoad(nginx.origin, {
      ...{ rate: wanted.reads, seconds, connections },
      pathOf: (index) => pathOf(index, sites),
    }),
    proposeSteadily(apis, { rate: wanted.proposals, seconds }),
    dying,
  ]);
  return { wanted, reads, proposals };
}

/** Whether answers kept pace with what was due; how long people waited is said apart. */
export function isReached({ wanted, reads, proposals }) {
  return reads.perSecond >= 0.97 * wanted.reads && proposals.perSecond >= 0.97 * wanted.proposals;
}

const siteOf = (number) => `commune-${number}`;

/** As many sites as there are communes, each like the province's own. */
async function openSites({ storage }, count) {
  const client = new pg.Client({ connectionString: storage.databaseUrl });
  await client.connect();
  for (const table of ['site', 'privacy_notice', 'consultation', 'session', 'staff_token']) {
    await client.query(`insert into ${table}
      select (jsonb_populate_record(one, jsonb_build_object('site', 'commune-' || number))).*
      from ${table} as one, generate_series(1, ${count}) as number where one.site = 'berkane'`);
  }
  await client.query('vacuum analyze');
  await client.end();
}

/** Some communes are large: half of all that is asked is about an eighth of the sites. */
const siteFor = (index, sites) => {
  const share = ((index * 0.618_033_988_75) % 1) ** 3;
  return 1 + Math.floor(share * sites);
};

const pages = ['', '/consultations', '/proposals', '/sessions?from=2031-06-01&to=2031-06-30'];

const pathOf = (index, sites) =>
  `/v1/sites/${siteOf(siteFor(index, sites))}${pages[index % pages.length]}`;

async function apisOf(province, nginx, fetchIt, sites) {
  const apis = [];
  for (let index = 0; index < 100; index += 1) {
    const site = siteOf(siteFor(index, sites));
    apis.push(await province.apiOf(nginx, fetchIt, { site }));
  }
  return apis;
}

/** One proposal as a phone sends it, sent again until it is acknowledged. */
async function propose(api) {
  const key = randomUUID();
  const title = `مقترح رقم ${key}`;
  const { reference } = await api.value('createProposal', {
    key,
    body: proposalFor(api, { title }),
  });
  return { site: api.site.id, reference, title };
}

async function proposeSteadily(apis, { rate, seconds }) {
  const startedAt = performance.now();
  const taken = [];
  const work = [];
  for (let index = 0; index < rate * seconds; index += 1) {
    const at = startedAt + (index * 1_000) / rate;
    await delay(Math.max(0, at - performance.now()));
    const sent = propose(apis[index % apis.length]).then((receipt) => {
      taken.push(performance.now() - at);
      return receipt;
    });
    work.push(sent);
  }
  return figuresOf(await Promise.all(work), taken, startedAt);
}

async function proposeAtOnce(apis, atATime, seconds) {
  const startedAt = performance.now();
  const taken = [];
  const receipts = [];
  const sender = async (_, number) => {
    for (let index = number; performance.now() - startedAt < seconds * 1_000; index += atATime) {
      const at = performance.now();
      receipts.push(await propose(apis[index % apis.length]));
      taken.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: atATime }, sender));
  return figuresOf(receipts, taken, startedAt);
}

function figuresOf(receipts, taken, startedAt) {
  const perSecond = receipts.length / ((performance.now() - startedAt) / 1_000);
  taken.sort((one, other) => one - other);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))];
  return { receipts, perSecond, p50: at(0.5), p99: at(0.99) };
}

/** Everything acknowledged is stored once under its own reference, and nothing else is. */
async function compare({ storage }, receipts) {
  const client = new pg.Client({ connectionString: storage.databaseUrl });
  await client.connect();
  const { rows } = await client.query('select site, reference, title from proposal');
  await client.end();
  const named = ({ site, reference, title }) => `${site} ${reference} ${title}`;
  const stored = new Set(rows.map(named));
  const lost = receipts.filter((receipt) => !stored.has(named(receipt))).length;
  const twice = rows.length - new Set(rows.map(({ title }) => title)).size;
  const unasked = rows.length - new Set(receipts.map(named)).size;
  assert.deepEqual({ lost, twice, unasked }, { lost: 0, twice: 0, unasked: 0 });
  return { lost, twice };
}
