// Promise: after a power cut the embedded database opens, and what was acknowledged is there, once.
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { attachmentLimits } from '@nafida/contract';
import { startServer } from '@nafida/server';
import { announced, part } from '../conformance/files.mjs';
import { proposalFor } from '../conformance/inputs.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { makeProvince } from '../server/province.mjs';
import { Disk } from './disk-after-a-cut.mjs';
import { names } from './power-names.mjs';
import { Random } from './random.mjs';
import { recordFiles } from './recorded-files.mjs';
import { findAll } from './submissions.mjs';

const senders = 8;

/**
 * Lets servers work on recorded disks and cuts their power at instants drawn from `seed`; gives the figures by what was
 * going on, or throws when something that was acknowledged is missing, stored twice, or a database does not open.
 *
 * @param {{ seed: number, instants: Record<keyof typeof names, number>, proposals: number, say?: (line: string) => void }} options
 *   how many cuts during each, and how many proposals are sent meanwhile
 */
export async function provePower({ seed, instants, proposals, say = () => {} }) {
  const random = new Random(seed);
  const rows = {};
  const cut = async (history, kinds) => {
    for (const kind of kinds) {
      if (!instants[kind]) continue;
      rows[kind] = await cutHistory({ ...history, kind, count: instants[kind], random });
      say(`  ${names[kind]}: ${instants[kind]} cuts`);
    }
  };
  const life = await recordLife(proposals);
  await cut(life, ['creation', 'sending', 'ending', 'recovering']);
  await cut(await recordOlder(life, proposals), ['older']);
  await cut(await recordCheckpoint(proposals), ['checkpoint']);
  await cut(await recordMigration(), ['migration']);
  return { seed, rows };
}

/**
 * The same with a disk that ignores syncs while people send. Gives what went wrong; throws when so many cuts found nothing
 * wrong: then the proof proves nothing.
 */
export async function proveSyncsMatter({ seed, cuts, proposals }) {
  const life = await recordLife(proposals);
  const kind = 'sending';
  try {
    await cutHistory({ ...life, kind, count: cuts, random: new Random(seed), ignoresSync: true });
  } catch (error) {
    return { failure: error.message.split('\n')[0] };
  }
  throw new Error(`${cuts} cuts on a disk that ignores syncs, and the proof noticed nothing.`);
}

/** A first start, people who send, an orderly end, and all of it once more. */
async function recordLife(proposals) {
  const folder = await temporaryFolder('power');
  const data = join(folder, 'data');
  const recording = recordFiles(folder);
  recording.note({ phase: 'creation' });
  const province = await makeProvince('embedded', { folder: data });
  for (let time = 0; time < 2; time += 1) {
    recording.note({ phase: 'sending', isSetUp: true });
    const server = await serve(data);
    await send(await province.apiOf(server), proposals / 2, recording);
    recording.note({ phase: 'ending' });
    await server.close();
  }
  recording.end();
  await requireSame(folder, recording.events);
  return { province, folder, events: recording.events };
}

/** The data of {@link recordLife}, of which nothing was ever synced, in the hands of this version. */
async function recordOlder({ province, folder: before, events: earlier }, proposals) {
  const folder = await temporaryFolder('power');
  await cp(before, folder, { recursive: true });
  const recording = recordFiles(folder);
  const server = await serve(join(folder, 'data'));
  recording.note({ phase: 'older', isSetUp: true });
  for (const { acknowledged } of earlier) if (acknowledged) recording.note({ acknowledged });
  await send(await province.apiOf(server), Math.ceil(proposals / 10), recording);
  recording.note({ phase: 'ending' });
  await server.close();
  recording.end();
  return { province, folder, events: recording.events };
}

/** People who send while the server makes a checkpoint, because so much was logged: parts of files. */
async function recordCheckpoint(proposals) {
  const folder = await temporaryFolder('power');
  const data = join(folder, 'data');
  const province = await makeProvince('embedded', { folder: data });
  const recording = recordFiles(folder);
  recording.note({ isOnDisk: true });
  const server = await serve(data);
  const api = await province.apiOf(server);
  recording.note({ isSetUp: true });
  await send(api, proposals / 4, recording);
  await sendParts(api, 8);
  recording.note({ phase: 'checkpoint' });
  const begin = recording.events.length;
  const control = recording.events.find(({ name }) => name === 'pg_control').inode;
  const isMade = () =>
    recording.events.slice(begin).some(({ kind, inode }) => kind === 'sync' && inode === control);
  await Promise.all([sendParts(api, 3), send(api, proposals / 2, recording)]);
  for (let round = 0; !isMade(); round += 1) {
    assert.ok(round < 1_000, 'a checkpoint comes by itself');
    await send(api, senders, recording);
  }
  await send(api, proposals / 4, recording);
  recording.note({ phase: 'ending' });
  await server.close();
  recording.end();
  return { province, folder, events: recording.events };
}

/** All of files but their ends, two million bytes each. */
async function sendParts(api, files) {
  for (let file = 0; file < files; file += 1) {
    const bytes = randomBytes(2_000_000);
    const body = announced(bytes, { consultation: 'general' });
    const { token } = await api.value('createAttachment', { body });
    const { partBytes } = attachmentLimits;
    for (let at = 0; at + partBytes < bytes.byteLength; at += partBytes) {
      await api.value('appendAttachment', part(token, bytes, at, partBytes));
    }
  }
}

/** A database that lacks every table, as the engine makes it by default. */
async function recordMigration() {
  const folder = await temporaryFolder('power');
  const data = join(folder, 'data');
  await mkdir(data);
  const pglite = await PGlite.create(join(data, 'database'));
  await pglite.close();
  const recording = recordFiles(folder);
  recording.note({ phase: 'migration', isOnDisk: true });
  const server = await serve(data);
  recording.note({ phase: 'ending' });
  await server.close();
  recording.end();
  return { folder, events: recording.events };
}

async function serve(data) {
  const most = 1_000_000;
  const server = await startServer({
    data,
    port: 0,
    drainSeconds: 0,
    log: false,
    proof: { cost: 1, attempts: 2, minSeconds: 0 },
    rateLimits: { requests: most, reads: most, writes: most, siteWrites: most, staff: most },
  });
  return { origin: server.url, run: server.run, close: server.close };
}

/** Several send at a time; what is sent and what is acknowledged is noted in the order in which it happens. */
async function send(api, count, recording) {
  let left = count;
  const work = async () => {
    while (left-- > 0) {
      const key = randomUUID();
      const body = proposalFor(api, { title: `مقترح رقم ${key}` });
      recording.note({ sent: { key, body } });
      const receipt = await api.value('createProposal', { key, body });
      recording.note({ acknowledged: { key, receipt } });
    }
  };
  await Promise.all(Array.from({ length: senders }, work));
}

/** Cuts the power at `count` instants of one kind, and looks each time at what is left. */
async function cutHistory({ events, province, kind, count, random, ignoresSync = false }) {
  const isAgain = kind === 'recovering';
  const instants = instantsIn(events, isAgain ? 'sending' : kind, count, random);
  const disk = new Disk();
  const known = { province, sent: new Map(), receipts: new Map(), isSetUp: false };
  const figures = { cuts: 0, unsynced: [], acknowledged: [], sentAgain: 0 };
  for (const [index, event] of events.entries()) {
    for (; instants[0] === index; instants.shift()) {
      try {
        const folder = await temporaryFolder('power-cut');
        await disk.write(folder, random);
        if (isAgain) await cutAgain(folder, random);
        const sentAgain = await requireWhole(join(folder, 'data'), known);
        await rm(folder, { recursive: true });
        figures.cuts += 1;
        figures.unsynced.push(disk.unsynced);
        figures.acknowledged.push(known.receipts.size);
        figures.sentAgain += sentAgain;
      } catch (error) {
        const where = `${names[kind]}, cut ${figures.cuts + 1}, before event ${index}`;
        throw new Error(`${where}: ${error.message}`, { cause: error });
      }
    }
    const { sent, acknowledged, isSetUp, isOnDisk } = event;
    if (sent) known.sent.set(sent.key, sent);
    if (acknowledged) known.receipts.set(acknowledged.key, acknowledged.receipt);
    if (isOnDisk || (ignoresSync && isSetUp && !known.isSetUp)) disk.syncAll();
    known.isSetUp ||= isSetUp ?? false;
    if (!(ignoresSync && known.isSetUp && event.kind === 'sync')) disk.follow(event);
  }
  return figures;
}

/**
 * Indexes of events that change the disk while something goes on, in their order; half of them beside a sync, where most can
 * go wrong.
 */
function instantsIn(events, kind, count, random) {
  let phase;
  const unsynced = new Set();
  const changes = [];
  const syncs = [];
  for (const [index, event] of events.entries()) {
    phase = event.phase ?? phase;
    const isSync = event.kind === 'sync';
    if (event.isOnDisk) unsynced.clear();
    if (isSync ? !unsynced.delete(event.inode) : event.kind === 'note') continue;
    if (!isSync) unsynced.add(event.directory ?? event.inode);
    if (phase === kind) (isSync ? syncs : changes).push(index);
  }
  const draw = () =>
    random.chance(0.5) ? random.pick(syncs) + random.between(0, 1) : random.pick(changes);
  return Array.from({ length: count }, draw).sort((one, other) => one - other);
}

/** Lets a server begin with what a cut has left, and cuts its power too: the folder is then as this second cut left it. */
async function cutAgain(folder, random) {
  const recording = recordFiles(folder);
  recording.note({ phase: 'recovering', isOnDisk: true });
  const server = await serve(join(folder, 'data'));
  recording.note({ phase: 'ending' });
  await server.close();
  recording.end();
  const [instant] = instantsIn(recording.events, 'recovering', 1, random);
  const disk = new Disk();
  for (const event of recording.events.slice(0, instant)) {
    if (event.isOnDisk) disk.syncAll();
    disk.follow(event);
  }
  await rm(folder, { recursive: true });
  await disk.write(folder, random);
}

/**
 * Whether a server starts on the data, has all that was acknowledged, and takes what was under way, sent again, once. Gives
 * how much that was.
 */
async function requireWhole(data, { province, sent, receipts, isSetUp }) {
  const server = await serve(data);
  try {
    await server.run('site list', {});
    if (!isSetUp) return 0;
    const api = await province.apiOf(server);
    const underWay = [...sent.values()].filter(({ key }) => !receipts.has(key));
    const again = await Promise.all(underWay.map((each) => api.value('createProposal', each)));
    await findAll(api, [...receipts.values(), ...again]);
    return again.length;
  } finally {
    await server.close();
  }
}

/** That nothing escaped the recording: played back, it gives the same files. */
async function requireSame(folder, events) {
  const disk = new Disk();
  for (const event of events) disk.follow(event);
  disk.syncAll();
  const copy = await temporaryFolder('power');
  await disk.write(copy, new Random(0));
  const listed = async (path) => (await readdir(path, { recursive: true })).sort();
  assert.deepEqual(await listed(copy), await listed(folder));
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name).slice(folder.length);
    const [one, other] = await Promise.all([readFile(folder + path), readFile(copy + path)]);
    assert.ok(one.equals(other), `${path} was recorded as it is`);
  }
  await rm(copy, { recursive: true });
}
