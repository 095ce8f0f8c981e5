import { sql } from 'kysely';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { commandsOn } from '../administration/commands-on.js';
import type { Database } from '../database/database.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { ObjectStorage } from '../object-storage.js';
import { fakeObjectStorage, type FakeObjectStorage } from '../object-storage.test.support.js';
import { FileObjects, type FileObject } from './file-objects.js';

const site = 'berkane';

describe('files in an object storage', () => {
  let database: Database;
  let close: () => Promise<void>;
  let fake: FakeObjectStorage;
  let objects: FileObjects;
  before(async () => {
    ({ database, close } = await temporaryDatabase());
    fake = await fakeObjectStorage();
    objects = new FileObjects(new ObjectStorage(fake.settings), database);
    const run = commandsOn(database);
    const text = { fr: 'Texte' };
    await run('site create', {
      ...{ id: site, name: text },
      territory: { code: '02.113', vintage: 2024 },
    });
    const axes = [{ id: 'a', title: text }];
    await run('consultation import', { site, consultations: [{ id: 'c', title: text, axes }] });
  });
  beforeEach(async () => {
    fake.objects.clear();
    fake.errors.length = 0;
    await sql`delete from attachment`.execute(database.reader);
    await sql`delete from attachment_object`.execute(database.reader);
    await objects.requireOwn();
  });
  after(async () => {
    await fake.close();
    await close();
  });

  const content = Buffer.from(Uint8Array.from({ length: 900_000 }, (_value, at) => (at * 7) >> 3));
  const store = () => objects.store({ site, attachment: 'one' }, content);
  const file = (object: FileObject) =>
    database.reader
      .insertInto('attachment')
      .values({
        ...{ site, attachment: 'one', consultation: 'c', question: null, media_type: 'image/png' },
        ...{ bytes: content.byteLength, sha256: '', received: 0, state: 'ready', refusal: null },
        ...{ token_hash: 'one', created_at: new Date(), sender: null, proposal: null },
        ...{ position: null, description: null, ...object },
      })
      .execute();
  const read = async (object: FileObject, from = 0, to = content.byteLength) => {
    const pieces = [];
    const stored = { ...object, bytes: content.byteLength };
    for await (const piece of objects.read(site, stored, { from, to })) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  const kept = () => [...fake.objects.keys()].filter((name) => !name.endsWith('/owner')).length;
  const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

  it('are given back whole and in part', async () => {
    const object = await store();
    assert.deepEqual(await read(object), content);
    assert.deepEqual(await read(object, 5, 500_000), content.subarray(5, 500_000));
  });

  it('stop if they are not the stored bytes', async () => {
    const object = await store();
    for (const stored of fake.objects.values()) {
      if (stored.content.byteLength > 100)
        stored.content.writeUInt8(stored.content.readUInt8(899_999) ^ 1, 899_999);
    }
    let bytes = 0;
    const taken = async () => {
      const stored = { ...object, bytes: content.byteLength };
      const range = { from: 0, to: content.byteLength };
      for await (const piece of objects.read(site, stored, range)) bytes += piece.byteLength;
    };
    await assert.rejects(taken, /not what was stored/);
    assert.ok(bytes < content.byteLength);
  });

  it('stay as long as the file does, and go some minutes after it', async () => {
    const object = await store();
    await file(object);
    assert.equal(await objects.sweep(later(60)), 0);
    assert.deepEqual(await read(object), content);
    await sql`delete from attachment`.execute(database.reader);
    assert.equal(await objects.sweep(later(1)), 0);
    assert.equal(await objects.sweep(later(16)), 1);
    assert.equal(kept(), 0);
    assert.equal(await objects.sweep(later(16)), 0);
  });

  it('go when no file took them, be it that storing them broke off or that another was faster', async () => {
    const object = await store();
    await store();
    await file(object);
    fake.errors.push('busy', 'busy', 'busy', 'busy');
    await assert.rejects(store(), { code: 'SlowDown' });
    assert.equal(await objects.sweep(later(16)), 2);
    assert.equal(kept(), 1);
    assert.deepEqual(await read(object), content);
  });

  it('are deleted later if the storage does not answer', async () => {
    await store();
    fake.errors.push('busy', 'busy', 'busy', 'busy');
    await assert.rejects(objects.sweep(later(16)), { code: 'SlowDown' });
    assert.equal(await objects.sweep(later(16)), 1);
    assert.equal(kept(), 0);
  });

  it('cannot be taken when they are about to be deleted', async () => {
    const { object } = await store();
    const take = () =>
      database.transaction((transaction) => objects.take(transaction, site, object));
    await take();
    await sql`update attachment_object set stored_at = stored_at - interval '6 minutes'`.execute(
      database.reader,
    );
    await assert.rejects(take, { name: 'ProblemError' });
  });

  it('are left alone by a database that they are not of', async () => {
    await store();
    const other = await temporaryDatabase();
    try {
      const stranger = new FileObjects(new ObjectStorage(fake.settings), other.database);
      await assert.rejects(stranger.requireOwn(), /another database/);
      // As after a restore, which takes the name of the owner out.
      await sql`delete from server_setting`.execute(database.reader);
      await assert.rejects(objects.requireOwn(), /delete the object "owner"/);
      await assert.rejects(objects.sweep(later(16)), /another database/);
      assert.equal(kept(), 1);
      fake.objects.delete('/nafida/files/owner');
      await objects.requireOwn();
      assert.equal(await objects.sweep(later(16)), 1);
    } finally {
      await other.close();
    }
  });
});
