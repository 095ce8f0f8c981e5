import assert from 'node:assert/strict';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { verifyReceipt } from '@nafida/client/receipt.js';
import { announced, part, png, upload } from '../conformance/files.mjs';
import { propose, register } from '../conformance/inputs.mjs';
import { runServerCommand } from '../harness/server.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { engines, makeEmptyPlace, makeProvince } from './province.mjs';

const hashIn = (text) => /Content hash: ([0-9a-f]{64})/.exec(text)?.[1];

for (const engine of engines) {
  describe(`a backup (${engine})`, () => {
    let province;
    let elsewhere;
    let file;
    let receipt;
    let photo;
    let withPhoto;
    let half;
    let registration;
    let hash;
    before(async () => {
      province = await makeProvince(engine);
      const api = await province.apiOf(await province.serve());
      receipt = await propose(api, {
        author: { name: 'ليلى', email: 'leila@example.org' },
        body: 'سطر أول\u2028سطر ثان، "بين مزدوجتين"\nسطر ثالث \\ 👩‍👩‍👧',
      });
      await propose(api);
      const consultation = 'general';
      photo = png({ width: 300, height: 200 });
      const token = await upload(api, photo, { consultation });
      withPhoto = await propose(api, { attachments: [{ token }] });
      const unfinished = announced(photo, { consultation });
      half = (await api.value('createAttachment', { body: unfinished })).token;
      await api.value('appendAttachment', part(half, photo, 0, 1000));
      await api.value('moderateSubmission', {
        parameters: { submission: receipt.reference },
        body: { decision: 'publish' },
      });
      registration = await register(api, 'hall');
      file = join(await temporaryFolder('backup'), 'nafida.backup');
      // Beside a running server, which goes on.
      hash = hashIn(await province.command('backup', file));
    });
    after(async () => {
      await province?.close();
      await elsewhere?.close();
    });

    it('is not restored over data that are there, nor in part', async () => {
      const over = await province.tryCommand('restore', file);
      assert.deepEqual([over.status, /data here already/.test(over.stderr)], [2, true]);
      const broken = join(await temporaryFolder('backup'), 'broken.backup');
      await writeFile(broken, await readFile(file));
      await truncate(broken, Math.floor((await readFile(file)).length * 0.8));
      const empty = await makeEmptyPlace(engine);
      const { status, stderr } = await empty.tryCommand('restore', broken);
      assert.equal(status, 2, stderr);
      const left = await empty.tryCommand('site', 'list');
      const isNothing = engine === 'embedded' ? /^There are no data/ : /^No sites yet/;
      assert.match(left.stdout + left.stderr, isNothing);
      await empty.close();
    });

    it('is written to a new file, and over no other', async () => {
      const { status, stderr } = await province.tryCommand('backup', file);
      assert.deepEqual([status, /there already/.test(stderr)], [2, true], stderr);
      assert.equal((await stat(file)).mode & 0o077, 0);
    });

    it('leaves nothing behind if it is rejected', async (context) => {
      if (engine !== 'embedded') return context.skip('PostgreSQL keeps its own files.');
      const broken = join(await temporaryFolder('backup'), 'broken.backup');
      await writeFile(broken, await readFile(file));
      await truncate(broken, Math.floor((await readFile(file)).length * 0.8));
      const dataDir = join(await temporaryFolder('data'), 'new');
      assert.equal((await runServerCommand(['restore', broken], { dataDir })).status, 2);
      const names = await readdir(dataDir);
      assert.ok(!names.includes('secret') && !names.includes('database'), names.join(' '));
      const { status, stderr } = await runServerCommand(['restore', file], { dataDir });
      assert.equal(status, 0, stderr);
    });

    it('is restored onto an empty machine: the same content, codes and receipts', async () => {
      elsewhere = await makeEmptyPlace(engine, province);
      assert.ok(hash);
      assert.equal(hashIn(await elsewhere.command('restore', file)), hash);
      const again = join(await temporaryFolder('backup'), 'again.backup');
      assert.equal(hashIn(await elsewhere.command('backup', again)), hash);

      const api = await elsewhere.apiOf(await elsewhere.serve());
      const read = await api.value('getReceipt', { token: receipt.trackingCode });
      assert.deepEqual([read.body, read.moderation], [receipt.body, 'published']);
      const verdict = await verifyReceipt(read, await api.value('getReceiptKeys'));
      assert.equal(verdict.valid, true);
      const mine = await api.value('getRegistration', { token: registration.manageToken });
      assert.equal(mine.doorCode, registration.doorCode);
      const headers = { Authorization: `Bearer ${withPhoto.trackingCode}` };
      const [{ path, bytes }] = withPhoto.attachments;
      const download = await api.send('HEAD', path, { headers });
      assert.deepEqual(
        [download.status, download.headers.get('Content-Length')],
        [200, String(bytes)],
      );
      assert.equal((await api.value('getAttachment', { token: half })).received, 1000);
      assert.equal((await api.value('appendAttachment', part(half, photo, 1000))).state, 'ready');
      const fresh = await propose(api);
      assert.equal(fresh.signature.key, receipt.signature.key, 'the key could be opened');
      const { items } = await api.value('listProposals');
      assert.deepEqual(
        items.map(({ reference }) => reference),
        [receipt.reference],
      );
    });

    it('is distinguished from any other file', async () => {
      const other = join(await temporaryFolder('backup'), 'other');
      await writeFile(other, 'something else');
      const empty = { dataDir: join(await temporaryFolder('data'), 'new') };
      for (const name of [other, `${other}.missing`]) {
        const { status, stderr } = await runServerCommand(['restore', name], empty);
        assert.equal(status, 2, stderr);
      }
    });
  });
}
