import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ObjectStorage, objectStorageAt } from './object-storage.js';
import { fakeObjectStorage, type FakeObjectStorage } from './object-storage.test.support.js';

describe('an object storage', () => {
  let fake: FakeObjectStorage;
  let storage: ObjectStorage;
  before(async () => {
    fake = await fakeObjectStorage();
    storage = new ObjectStorage(fake.settings);
  });
  beforeEach(() => {
    fake.objects.clear();
    fake.errors.length = 0;
    fake.requests.length = 0;
  });
  after(() => fake.close());

  const content = Buffer.alloc(700_000, 'نافذة ');
  const contentOf = (bytes: Buffer) => ({
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    async *open() {
      for (let at = 0; at < bytes.byteLength; at += 65_536) {
        yield await Promise.resolve(bytes.subarray(at, at + 65_536));
      }
    },
  });
  const read = async (key: string, from = 0, to = content.byteLength) => {
    const pieces = [];
    for await (const piece of storage.get(key, { from, to })) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  const keys = async (prefix: string) => {
    const found = [];
    for await (const { key } of storage.list(prefix)) found.push(key);
    return found;
  };

  it('gives back what was stored, whole and in part, under any name', async () => {
    for (const key of ['one', 'a folder/été (2)+~!*', 'بركان/ملف']) {
      await storage.put(key, contentOf(content));
      assert.deepEqual(await read(key), content);
      assert.deepEqual(await read(key, 65_530, 65_550), content.subarray(65_530, 65_550));
      await storage.delete(key);
      await storage.delete(key);
      await assert.rejects(read(key), { code: 'NoSuchKey' });
    }
  });

  it('lists page after page, and only below its folder', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `day/ملف ${index}+&`);
    for (const name of [...names, 'other']) await storage.put(name, contentOf(content));
    fake.objects.set('/nafida/elsewhere', { content, storedAt: new Date() });
    assert.deepEqual(await keys('day/'), names);
    assert.deepEqual(await keys(''), [...names, 'other']);
    for await (const { bytes, storedAt } of storage.list('other')) {
      assert.equal(bytes, content.byteLength);
      assert.ok(Math.abs(Date.now() - storedAt.getTime()) < 60_000);
    }
  });

  it('asks again if the storage is busy or silent, and continues an interrupted download', async () => {
    fake.errors.push('busy', 'silent');
    await storage.put('one', contentOf(content));
    fake.errors.push('cut', 'busy', 'cut', 'silent');
    assert.deepEqual(await read('one'), content);
    fake.errors.push('busy');
    assert.deepEqual(await keys(''), ['one']);
    fake.errors.push('silent');
    await storage.delete('one');
    assert.equal(fake.objects.size, 0);
  });

  it('gives up in the end, and says why', async () => {
    fake.errors.push('busy', 'busy', 'busy', 'busy');
    await assert.rejects(storage.put('one', contentOf(content)), {
      code: 'SlowDown',
      message: /did not .*PUT/,
    });
    const nowhere = new ObjectStorage({ ...fake.settings, endpoint: 'http://127.0.0.1:9' });
    await assert.rejects(nowhere.delete('one'), { code: 'Unreachable' });
  });

  it('is refused at once with another key, and stores nothing that is not what was announced', async () => {
    const stranger = new ObjectStorage({ ...fake.settings, secretKey: 'another' });
    await assert.rejects(stranger.put('one', contentOf(content)), {
      code: 'SignatureDoesNotMatch',
    });
    const sha256 = createHash('sha256').update('something else').digest('hex');
    await assert.rejects(storage.put('one', { ...contentOf(content), sha256 }), {
      code: 'XAmzContentSHA256Mismatch',
    });
    assert.equal(fake.requests.length, 2);
    assert.equal(fake.objects.size, 0);
  });

  it('takes a download as fast as it is read', async () => {
    await storage.put('large', contentOf(Buffer.alloc(150_000_000)));
    const before = process.memoryUsage().arrayBuffers;
    let bytes = 0;
    for await (const piece of storage.get('large', { from: 0, to: 150_000_000 })) {
      bytes += piece.byteLength;
      // A reader who is slower than the line.
      await new Promise((resolve) => setTimeout(resolve, 1));
      const held = process.memoryUsage().arrayBuffers - before;
      assert.ok(held < 75_000_000, `${held} bytes in memory after ${bytes}`);
    }
    assert.equal(bytes, 150_000_000);
  });
});

it('is set up by a URL and a key, and says what is missing', () => {
  const key = { NAFIDA_S3_KEY_ID: 'id', NAFIDA_S3_SECRET_KEY: 'secret' };
  const at = (url: string, environment: NodeJS.ProcessEnv = key) =>
    objectStorageAt('NAFIDA_ATTACHMENTS', url, environment);
  assert.equal(at('s3://files').endpoint, 'https://s3.us-east-1.amazonaws.com');
  assert.equal(
    at('s3://files/a', { ...key, NAFIDA_S3_ENDPOINT: 'https://s3.example' }).endpoint,
    'https://s3.example',
  );
  assert.throws(() => at('https://files'), /NAFIDA_ATTACHMENTS must be s3:/);
  assert.throws(() => at('s3://files', {}), /NAFIDA_S3_KEY_ID/);
  assert.throws(
    () => at('s3://files', { ...key, NAFIDA_S3_ENDPOINT: 's3.example' }),
    /NAFIDA_S3_ENDPOINT must be/,
  );
});
