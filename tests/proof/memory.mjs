// How much memory the server takes, with all the processes that it starts.
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { attachmentLimits } from '@nafida/contract';
import jpeg from 'jpeg-js';
import { announced, part } from '../conformance/files.mjs';
import { propose } from '../conformance/inputs.mjs';
import { watchMemory } from '../harness/memory-of.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { makeProvince } from '../server/province.mjs';
import { keepAliveLoad } from './keep-alive-load.mjs';
import { fill } from './throughput.mjs';

const site = '/v1/sites/berkane';
const atATime = 16;

/** The machine that a commune rents; this one may have more. */
const smallMachine = 'data:text/javascript,process.constrainedMemory=()=>1e9';

/** What it is asked to do meanwhile, in the order of the table. */
const kinds = {
  reads: ({ origin, seconds }) =>
    keepAliveLoad(origin, {
      ...{ connections: atATime, seconds },
      pathOf: (index) => `${site}/proposals?q=th${index % 1000}+li${index % 313}`,
    }),
  creates: async ({ api, seconds }) => {
    const endsAt = performance.now() + seconds * 1_000;
    const sender = async () => {
      while (performance.now() < endsAt) await propose(api, { title: `Titre ${Math.random()}` });
    };
    await Promise.all(Array.from({ length: atATime }, sender));
  },
  photos: async ({ province, server }) => {
    const bytes = photo();
    const senders = Array.from({ length: 3 }, async (_, index) => {
      // One file of each address is cleaned at a time.
      const from = (url, { headers, ...request }) =>
        fetch(url, { ...request, headers: { ...headers, 'X-Forwarded-For': `10.0.0.${index}` } });
      await sendInParts(await province.apiOf(server, from), bytes);
    });
    await Promise.all(senders);
  },
  backup: async ({ province }) => {
    const file = join(await temporaryFolder('backup'), 'nafida.backup');
    await province.command('backup', file);
  },
};

/**
 * The most memory in megabytes: before anything is stored, with 20,000 published proposals, and while that is read, while
 * people send, while photos are cleaned and while a backup is written; all on a machine of one gigabyte.
 *
 * @param {{ engine: 'embedded' | 'postgresql', seconds?: number }} options
 */
export async function measureMemory({ engine, seconds = 10 }) {
  const province = await makeProvince(engine);
  const env = {
    NAFIDA_LOG_LEVEL: 'warn',
    NAFIDA_TRUST_PROXY: '1',
    NODE_OPTIONS: `--import ${smallMachine}`,
  };
  try {
    const fresh = await province.serve({ env });
    await delay(2_000);
    const beginning = watchMemory(fresh.pid);
    const rows = { fresh: beginning.peak() };
    beginning.end();
    await fresh.stop();

    await fill(province, 20_000);
    const server = await province.serve({ env });
    await delay(2_000);
    const memory = watchMemory(server.pid);
    rows.filled = memory.peak();
    const api = await province.apiOf(server);
    for (const [kind, work] of Object.entries(kinds)) {
      await work({ province, server, api, origin: server.origin, seconds });
      rows[kind] = memory.peak();
    }
    memory.end();
    return { rows };
  } finally {
    await province.close();
  }
}

async function sendInParts(api, bytes) {
  const body = announced(bytes, { consultation: 'general', mediaType: 'image/jpeg' });
  const { token } = await api.value('createAttachment', { body });
  const { partBytes } = attachmentLimits;
  for (let at = 0; at < bytes.byteLength; at += partBytes) {
    await api.value('appendAttachment', part(token, bytes, at, partBytes));
  }
}

/** Twelve million pixels, as telephones take them. */
function photo() {
  const [width, height] = [4_000, 3_000];
  const data = Buffer.alloc(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    data.writeUInt32LE(
      (0xff000000 | ((x >> 4) << 16) | ((y >> 4) << 8) | ((x * y) >> 16)) >>> 0,
      at * 4,
    );
  }
  return jpeg.encode({ data, width, height }, 60).data;
}
