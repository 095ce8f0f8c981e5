import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { propose } from '../conformance/inputs.mjs';
import { freePort } from '../harness/free-port.mjs';
import { fakeObjectStorage } from '../harness/object-storage.mjs';
import { runServerCommand } from '../harness/server.mjs';
import { smallDisk } from '../harness/small-disk.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { engines, makeEmptyPlace, makeProvince } from './province.mjs';

/** A backup of months ago: a server that starts beside it has missed the ones of many nights. */
const longAgo = 'nafida-2026-01-01T02-00-00Z.backup';

/** Waits until something is there; a slow machine takes its time. */
async function until(look, what) {
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    const found = await look();
    if (found) return found;
    await delay(100);
  }
  throw new Error(`There is no ${what} after two minutes.`);
}

const newBackupIn = (directory) =>
  until(
    async () =>
      (await readdir(directory)).find((name) => name !== longAgo && /\.backup(\.age)?$/.test(name)),
    `new backup in ${directory}`,
  );

for (const engine of engines) {
  describe(`a server that missed its backup (${engine})`, () => {
    let province;
    let directory;
    let keyFile;
    let receipt;
    let file;
    let storage;
    let metricsPort;
    before(async () => {
      storage = await fakeObjectStorage();
      metricsPort = await freePort();
      province = await makeProvince(engine);
      directory = await temporaryFolder('backups');
      await writeFile(join(directory, longAgo), 'long ago');
      keyFile = join(await temporaryFolder('key'), 'backup.key');
      const { stdout: publicKey } = await runServerCommand(['backup-key', keyFile], {});
      const first = await province.serve();
      const api = await province.apiOf(first);
      receipt = await propose(api, { author: { name: 'ليلى', email: 'leila@example.org' } });
      await first.stop();
      await province.serve({
        env: {
          NAFIDA_BACKUPS: directory,
          NAFIDA_BACKUP_KEY: publicKey.trim(),
          NAFIDA_BACKUP_STORAGE: storage.settings.url,
          NAFIDA_METRICS: `127.0.0.1:${metricsPort}`,
          ...storage.environment,
        },
      });
      file = join(directory, await newBackupIn(directory));
    });
    after(async () => {
      await province?.close();
      await storage?.close();
    });

    it('makes it at its start, for its owner alone, and lists it', async () => {
      assert.match(file, /\.backup\.age$/);
      assert.equal((await stat(file)).mode & 0o077, 0);
      assert.equal((await stat(keyFile)).mode & 0o077, 0);
      const listed = await until(async () => {
        const { stdout } = await province.tryCommand('backups');
        return stdout.includes(file) && stdout;
      }, 'line in the list');
      assert.match(listed, /^\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}\d+\.\d MB {2}tried {2}/);
      const figures = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      assert.match(figures, /^nafida_backup_failed 0$/m);
      const [, madeAt] = /^nafida_backup_timestamp_seconds (\d+)$/m.exec(figures) ?? [];
      assert.ok(Math.abs(Number(madeAt) - Date.now() / 1_000) < 3_600, madeAt);
      const names = await readdir(directory);
      assert.deepEqual(
        names.filter((name) => /unfinished|untried|part/.test(name)),
        [],
      );
    });

    it('has it restored with its key, and with no other', async () => {
      const empty = await makeEmptyPlace(engine, province);
      const without = await empty.tryCommand('restore', file);
      assert.equal(without.status, 2);
      assert.match(without.stderr, /encrypted.*--key FILE/);
      const otherKey = join(await temporaryFolder('key'), 'other.key');
      await runServerCommand(['backup-key', otherKey], {});
      const wrong = await empty.tryCommand('restore', file, '--key', otherKey);
      assert.equal(wrong.status, 2);
      assert.match(wrong.stderr, /does not open/);
      const restored = await empty.command('restore', file, '--key', keyFile);
      assert.match(restored, /Content hash: [0-9a-f]{64}/);
      const api = await empty.apiOf(await empty.serve());
      const read = await api.value('getReceipt', { token: receipt.trackingCode });
      assert.deepEqual(read.body, receipt.body);
      await empty.close();
    });

    it('has it in the object storage too, byte by byte', async () => {
      const listed = await until(async () => {
        const { stdout } = await province.tryCommand('backups');
        return stdout.includes(storage.settings.url) && stdout;
      }, 'place in the storage');
      const name = basename(file);
      assert.ok(listed.includes(`${storage.settings.url}/${name}`), listed);
      const [[, { content }]] = [...storage.objects].filter(([key]) => key.endsWith(name));
      assert.ok(content.equals(await readFile(file)));
    });

    it('leaves no word of what people sent in the clear', async () => {
      const bytes = await readFile(file);
      assert.equal(bytes.subarray(0, 21).toString(), 'age-encryption.org/v1');
    });
  });
}

describe('a backup while people read and send (embedded)', () => {
  let province;
  before(async () => (province = await makeProvince('embedded')));
  after(() => province?.close());

  it('holds up nobody', async () => {
    const api = await province.apiOf(await province.serve());
    const receipts = [];
    for (let count = 0; count < 20; count += 1) receipts.push(await propose(api));
    let longest = 0;
    let reads = 0;
    let sent = 0;
    let isRunning = true;
    const reading = (async () => {
      while (isRunning) {
        const from = performance.now();
        await api.value('getReceipt', { token: receipts[reads % 20].trackingCode });
        longest = Math.max(longest, performance.now() - from);
        reads += 1;
      }
    })();
    const sending = (async () => {
      for (; isRunning; sent += 1) await propose(api);
    })();
    const file = join(await temporaryFolder('backup'), 'nafida.backup');
    const from = performance.now();
    await province.command('backup', file);
    const took = performance.now() - from;
    isRunning = false;
    await Promise.all([reading, sending]);
    assert.ok(sent > 0 && reads > 10, `${sent} sent, ${reads} read`);
    assert.ok(longest < took / 3, `a read took ${longest} ms of ${took}`);
  });
});

it('every command and the log report a backup that failed', async (test) => {
  const disk = await smallDisk(220);
  if (!disk) return test.skip('no small file system can be mounted here');
  try {
    const province = await makeProvince('embedded', { folder: join(disk.folder, 'data') });
    const directory = await temporaryFolder('backups');
    await writeFile(join(directory, longAgo), 'long ago');
    const server = await province.serve({ env: { NAFIDA_BACKUPS: directory } });
    await until(() => server.log().includes('the backup failed'), 'line in the log');
    const { status, stderr } = await until(async () => {
      const told = await province.tryCommand('site', 'list');
      return told.stderr && told;
    }, 'warning');
    assert.equal(status, 0);
    assert.match(
      stderr,
      /^The backup of .* failed: A backup needs \d+ MB .* make room\. The last good one is of 2026-01-01/,
    );
    assert.equal(stderr.trim().split('\n').length, 1);
    await province.close();
  } finally {
    disk.release();
  }
});

it('nothing goes to an object storage unless it is encrypted', async () => {
  const env = {
    NAFIDA_BACKUP_STORAGE: 's3://backups/berkane',
    NAFIDA_S3_KEY_ID: 'a',
    NAFIDA_S3_SECRET_KEY: 'b',
  };
  const dataDir = await temporaryFolder('data');
  const { status, stderr } = await runServerCommand(['start', '--port', '0'], { dataDir, env });
  assert.equal(status, 1);
  assert.match(stderr, /NAFIDA_BACKUP_KEY.*must be encrypted/);
});

it('the start warns that backups on the disk of the data would be lost with it, and says what to do', async () => {
  const province = await makeProvince('embedded');
  const server = await province.serve();
  assert.match(server.log(), /same disk as the data.*NAFIDA_BACKUPS/);
  await province.close();
  const off = await makeProvince('embedded');
  const without = await off.serve({ env: { NAFIDA_BACKUPS: 'off' } });
  assert.doesNotMatch(without.log(), /NAFIDA_BACKUPS/);
  assert.match(await off.command('backups'), /No server makes backups/);
  await off.close();
});
