import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAdministration } from '@nafida/server';
import { Api } from '../conformance/api.mjs';
import { endProcess } from '../harness/child-processes.mjs';
import { freePort } from '../harness/free-port.mjs';
import { startPostgres } from '../harness/postgres.mjs';
import { launchServer, runServerCommand, startServer } from '../harness/server.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { root } from '../harness/tree.mjs';

/** Path of a file that an administrator of the province would have. */
export const fileOf = (name) => join(root, 'tests/server/files', name);

/** Proofs that cost nothing, and no limits by address. */
const settings = {
  NAFIDA_PROOF_COST: '1',
  NAFIDA_PROOF_ATTEMPTS: '2',
  NAFIDA_PROOF_SECONDS_MIN: '0',
  NAFIDA_REQUESTS_PER_MINUTE: '1000000',
  NAFIDA_READS_PER_MINUTE: '1000000',
  NAFIDA_WRITES_PER_MINUTE: '1000000',
  NAFIDA_SITE_WRITES_PER_MINUTE: '1000000',
  NAFIDA_STAFF_REQUESTS_PER_MINUTE: '1000000',
};

const secret = 'only for these tests, and long enough';

/** Both places that the server can keep its data in. */
export const engines = ['embedded', 'postgresql'];

/**
 * A province with its own storage: a site, its privacy notice, a consultation and two sessions with seats.
 *
 * @param {'embedded' | 'postgresql'} engine
 * @param {{ folder?: string, settings?: string[] }} [options] an empty folder for its data; settings for PostgreSQL
 */
export async function makeProvince(engine, options = {}) {
  const postgres = engine === 'postgresql' ? await startPostgres(options) : undefined;
  const storage = postgres
    ? { databaseUrl: postgres.url }
    : { dataDir: options.folder ?? (await temporaryFolder('data')) };
  const staffToken = await setUp(storage);
  return new Province(storage, staffToken, postgres);
}

/**
 * A place with nothing in it, of the same engine; `like` lends its staff token, which a backup brings along.
 *
 * @param {'embedded' | 'postgresql'} engine
 * @param {Province} [like]
 */
export async function makeEmptyPlace(engine, like) {
  const postgres = engine === 'postgresql' ? await startPostgres() : undefined;
  const storage = postgres
    ? { databaseUrl: postgres.url }
    : { dataDir: join(await temporaryFolder('data'), 'empty') };
  return new Province(storage, like?.staffToken, postgres);
}

async function setUp({ databaseUrl, dataDir }) {
  const { run, close } = await openAdministration(
    databaseUrl ? { databaseUrl } : { data: dataDir },
  );
  const site = 'berkane';
  await run('site create', {
    id: site,
    name: { ar: 'إقليم بركان', fr: 'Province de Berkane' },
    territory: { code: '02.113', vintage: 2024 },
    origins: ['https://berkane.example'],
  });
  await run('site privacy', { site, privacy: await readJson('privacy.json') });
  await run('consultation import', { site, consultations: [await readJson('consultation.json')] });
  await run('sessions import', {
    site,
    sessions: [
      { id: 'hall', capacity: 20 },
      { id: 'two-seats', capacity: 2 },
    ].map(({ id, capacity }) => ({
      id,
      title: { ar: 'لقاء تشاوري', fr: 'Rencontre' },
      startDate: '2031-06-10',
      registration: { capacity },
    })),
  });
  const { token } = await run('staff-token create', { site });
  await close();
  return token;
}

const readJson = async (name) => JSON.parse(await readFile(fileOf(name), 'utf8'));

/** A place with data, the servers on it and the commands about it. */
export class Province {
  storage;
  #postgres;
  #servers = [];
  #staffToken;

  constructor(storage, staffToken, postgres) {
    this.storage = storage;
    this.#staffToken = staffToken;
    this.#postgres = postgres;
  }

  /** The PostgreSQL server of this province alone, which can be stopped and started. */
  get postgres() {
    return this.#postgres;
  }

  get staffToken() {
    return this.#staffToken;
  }

  /** Runs a command that must succeed, with more environment where the last argument says so; gives what it printed. */
  async command(...args) {
    const { status, stdout, stderr } = await this.tryCommand(...args);
    assert.equal(status, 0, `${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  }

  /** Runs a command, whatever comes of it. */
  tryCommand(...args) {
    const { env } = typeof args.at(-1) === 'object' ? args.pop() : {};
    return runServerCommand(args, { ...this.storage, env: { ...this.#keys(), ...env } });
  }

  /** Starts one more server process on the storage. */
  async serve({ env = {}, ...options } = {}) {
    const server = await startServer({
      ...this.storage,
      ...options,
      env: { ...settings, ...this.#keys(), ...env },
    });
    this.#servers.push(server);
    return server;
  }

  /** Starts a server process and kills it once it has written `text`, or listens. Answers what it has written. */
  async killStartOnceItSays(text) {
    const child = launchServer(['start', '--port', String(await freePort())], {
      ...this.storage,
      env: this.#keys(),
    });
    let log = '';
    for await (const piece of child.stdout) {
      log += piece;
      if (log.includes(text) || log.includes('"msg":"listening"')) break;
    }
    await endProcess(child, { signal: 'SIGKILL' });
    return log;
  }

  /** Speaks to a site on a server, with a `fetch` of one's own. */
  async apiOf(
    { origin },
    fetchIt = fetch,
    { site: id = 'berkane', token = this.#staffToken } = {},
  ) {
    const site = { id, staffToken: token, privacyHash: '' };
    const api = new Api({ fetch: fetchIt, baseUrl: origin }, site);
    const { privacy } = await api.value('getSite');
    site.privacyHash = privacy.hash;
    return api;
  }

  /** An embedded database has its secret beside it. */
  #keys() {
    return this.storage.databaseUrl ? { NAFIDA_SECRET: secret } : {};
  }

  async close() {
    await Promise.all(this.#servers.map((server) => server.kill9()));
    await this.#postgres?.stop();
  }
}
