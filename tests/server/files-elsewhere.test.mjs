// Photos and documents in an object storage: whoever may have them gets them from the server, and nobody from the storage.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { problemIn } from '../conformance/api.mjs';
import { announced, part, png, upload } from '../conformance/files.mjs';
import { propose, publish } from '../conformance/inputs.mjs';
import { fakeObjectStorage } from '../harness/object-storage.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { makeEmptyPlace, makeProvince } from './province.mjs';

const consultation = 'general';

describe('files in an object storage', () => {
  let storage;
  let env;
  let province;
  let server;
  let api;
  before(async () => {
    storage = await fakeObjectStorage();
    env = { ...storage.environment, NAFIDA_ATTACHMENTS: storage.settings.url };
    province = await makeProvince('postgresql');
    server = await province.serve({ env });
    api = await province.apiOf(server);
  });
  after(async () => {
    await province?.close();
    await storage?.close();
  });

  const kept = () => [...storage.objects.keys()].filter((name) => !name.endsWith('/owner'));
  const downloadFrom = ({ origin }, { path }, headers = {}, method = 'GET') =>
    fetch(origin + path, { method, headers });
  const download = (...request) => downloadFrom(server, ...request);
  const bytesOf = async (response) => Buffer.from(await response.arrayBuffer());
  const sendWith = async (seed) => {
    const token = await upload(api, png({ width: 300, height: 200, seed }), { consultation });
    const { reference, trackingCode, attachments } = await propose(api, {
      attachments: [{ token }],
    });
    return { reference, trackingCode, file: attachments[0] };
  };
  const inDatabase = async (query) => {
    const client = new pg.Client({ connectionString: province.storage.databaseUrl });
    await client.connect();
    try {
      return (await client.query(query)).rows;
    } finally {
      await client.end();
    }
  };

  it('are for staff and author before they are public, for everybody then, and never from the storage', async () => {
    const { reference, trackingCode, file } = await sendWith(1);
    assert.equal(kept().length, 1);
    assert.deepEqual(await inDatabase('select 1 from attachment_content'), []);
    assert.equal((await fetch(storage.settings.endpoint + kept()[0])).status, 403);
    assert.equal((await download(file)).status, 404);
    const authorized = await download(file, { Authorization: `Bearer ${trackingCode}` });
    assert.equal(authorized.headers.get('Cache-Control'), 'no-store');
    const bytes = await bytesOf(authorized);
    assert.equal(bytes.byteLength, file.bytes);
    await publish(api, reference);
    assert.deepEqual(await bytesOf(await download(file)), bytes);
  });

  it('are read from the storage only in the requested part', async () => {
    const { reference, file } = await sendWith(2);
    await publish(api, reference);
    const whole = await download(file);
    const tag = whole.headers.get('ETag');
    const bytes = await bytesOf(whole);
    storage.requests.length = 0;
    const head = await download(file, {}, 'HEAD');
    assert.equal(head.headers.get('Content-Length'), String(file.bytes));
    assert.equal((await download(file, { 'If-None-Match': tag })).status, 304);
    assert.deepEqual(storage.requests, []);
    const some = await download(file, { Range: 'bytes=100-199' });
    assert.equal(some.status, 206);
    assert.deepEqual(await bytesOf(some), bytes.subarray(100, 200));
    assert.equal(storage.requests.length, 1);
  });

  it('are saved by a command, which knows their place', async () => {
    const { reference, file } = await sendWith(3);
    const folder = await temporaryFolder('saved');
    const args = ['proposals', 'files', 'berkane', reference, '--save', folder];
    const { status, stderr } = await province.tryCommand(...args);
    assert.notEqual(status, 0, stderr);
    const saved = await province.command(...args, { env });
    const [name] = /\S+\.(?:png|jpg|jpeg)/.exec(saved);
    const bytes = await readFile(name.startsWith('/') ? name : join(folder, name));
    assert.equal(bytes.byteLength, file.bytes);
  });

  it('come again when the storage is away, and everything else goes on', async () => {
    const { reference, file } = await sendWith(4);
    await publish(api, reference);
    const bytes = png({ width: 300, height: 200, seed: 5 });
    const body = announced(bytes, { consultation });
    const { token } = await api.value('createAttachment', { body });
    storage.errors.push(...Array(8).fill('busy'));
    for (const answer of [
      await download(file),
      await fetch(server.origin + api.pathOf('appendAttachment', { query: { offset: 0 } }), {
        method: 'PUT',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
        body: bytes,
      }),
    ]) {
      const { status, headers } = answer;
      const { code } = problemIn({ status, headers, text: await answer.text() });
      assert.equal(code, 'unavailable');
      assert.ok(Number(headers.get('Retry-After')) > 0);
    }
    await propose(api);
    const { state } = await api.value('appendAttachment', part(token, bytes));
    assert.equal(state, 'ready');
    assert.equal((await bytesOf(await download(file))).byteLength, file.bytes);
  });

  it('go with what they belong to, and what nobody took goes too', async () => {
    const { reference, trackingCode, file } = await sendWith(6);
    await publish(api, reference);
    const before = kept().length;
    await api.value('withdrawProposal', { token: trackingCode });
    assert.equal((await download(file)).status, 404);
    await inDatabase(`update attachment_object set stored_at = stored_at - interval '1 hour'`);
    await inDatabase(`update attachment set created_at = created_at - interval '25 hours'`);
    const untaken = await inDatabase(`select 1 from attachment where proposal is null`);
    assert.equal(untaken.length, 1);
    await province.command('retention', 'run', { env });
    assert.equal(kept().length, before - 2);
    const rows = await inDatabase('select site, object from attachment');
    assert.deepEqual(
      kept().sort(),
      rows.map(({ site, object }) => `/nafida/files/${site}/${object}`).sort(),
    );
  });

  it('are not in a backup, which says so; what is restored leaves those of the first alone', async () => {
    const file = join(await temporaryFolder('backup'), 'nafida.backup');
    const said = await province.command('backup', file, { env });
    assert.match(said, /4 photos and documents are in the object storage and not in the backup/);
    const copy = await makeEmptyPlace('postgresql', province);
    try {
      assert.match(await copy.command('restore', file), /not in the backup/);
      await assert.rejects(copy.serve({ env }), /files of another database/);
      const alone = await copy.serve();
      assert.match(alone.log(), /set NAFIDA_ATTACHMENTS/);
      const [{ site, attachment }] = await inDatabase(
        `select site, attachment from attachment
          join proposal using (site) where proposal.reference = attachment.proposal
          and moderation = 'published'`,
      );
      const { status } = await downloadFrom(alone, { path: `/attachments/${site}/${attachment}` });
      assert.equal(status, 503);
    } finally {
      await copy.close();
    }
  });
});
