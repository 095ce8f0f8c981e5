import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { publicResponse } from './public-response.js';

const long = JSON.stringify({ text: 'تعميم الولوج '.repeat(200) });
const answer = (known?: string, encodings?: string, json = long) =>
  publicResponse(json, { known, encodings }, { 'Content-Type': 'application/json' });

describe('a public answer', () => {
  it('is packed for those who ask, and the same inside', async () => {
    const packed = await answer(undefined, 'br, gzip;q=0.8');
    assert.equal(packed.headers.get('Content-Encoding'), 'gzip');
    const bytes = Buffer.from(await packed.arrayBuffer());
    assert.equal(gunzipSync(bytes).toString(), long);
    assert.ok(bytes.byteLength < long.length / 5);
    for (const encodings of [undefined, 'br', 'gzip;q=0', 'gzip; q=0.0', '']) {
      const plain = await answer(undefined, encodings);
      assert.equal(plain.headers.get('Content-Encoding'), null, encodings);
      assert.equal(await plain.text(), long);
      assert.equal(plain.headers.get('Vary'), 'Accept-Encoding');
    }
    assert.equal((await answer(undefined, 'gzip', '{}')).headers.get('Content-Encoding'), null);
  });
  it('has one strong ETag per sequence of bytes', async () => {
    const tags = [
      await answer(),
      await answer(undefined, 'gzip'),
      await answer(undefined, undefined, '{"text":"other"}'),
    ].map(({ headers }) => headers.get('ETag') ?? '');
    for (const tag of tags) assert.match(tag, /^"[\w-]+"$/);
    assert.equal(new Set(tags).size, 3);
    assert.equal((await answer()).headers.get('ETag'), tags[0]);
  });
  it('is not sent to those who have it, packed or not', async () => {
    const plain = (await answer()).headers.get('ETag')!;
    const packed = (await answer(undefined, 'gzip')).headers.get('ETag')!;
    for (const known of [plain, packed, `W/${plain}`, `"x", ${plain}`, '*']) {
      for (const encodings of [undefined, 'gzip']) {
        const { status, headers, body } = await answer(known, encodings);
        assert.deepEqual([status, body], [304, null], known);
        assert.equal(headers.get('ETag'), encodings ? packed : plain);
      }
    }
    assert.equal((await answer('"x"')).status, 200);
    assert.equal((await answer('')).status, 200);
  });
});
