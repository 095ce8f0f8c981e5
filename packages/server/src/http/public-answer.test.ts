import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { PublicAnswer } from './public-answer.js';

const long = JSON.stringify({ text: 'تعميم الولوج '.repeat(200) });
const answer = (known?: string, encodings?: string, json = long) =>
  new PublicAnswer(json, { 'Content-Type': 'application/json' }).to({ known, encodings });

describe('a public answer', () => {
  it('is compressed on request, with the same content', async () => {
    const packed = await answer(undefined, 'br, gzip;q=0.8');
    assert.equal(packed.headers['Content-Encoding'], 'gzip');
    assert.equal(gunzipSync(packed.body!).toString(), long);
    assert.ok(packed.body!.byteLength < long.length / 5);
    assert.equal(packed.headers['Content-Length'], String(packed.body!.byteLength));
    for (const encodings of [undefined, 'br', 'gzip;q=0', 'gzip; q=0.0', '']) {
      const { headers, body } = await answer(undefined, encodings);
      assert.equal(headers['Content-Encoding'], undefined, encodings);
      assert.equal(Buffer.from(body!).toString(), long);
      assert.equal(headers['Content-Length'], String(body!.byteLength));
      assert.equal(headers.Vary, 'Accept-Encoding');
    }
    assert.equal((await answer(undefined, 'gzip', '{}')).headers['Content-Encoding'], undefined);
  });
  it('has one strong ETag per sequence of bytes', async () => {
    const tags = [
      await answer(),
      await answer(undefined, 'gzip'),
      await answer(undefined, undefined, '{"text":"other"}'),
    ].map(({ headers }) => headers.ETag ?? '');
    for (const tag of tags) assert.match(tag, /^"[\w-]+"$/);
    assert.equal(new Set(tags).size, 3);
    assert.equal((await answer()).headers.ETag, tags[0]);
  });
  it('is not sent again to those who have it, compressed or not', async () => {
    const plain = (await answer()).headers.ETag!;
    const packed = (await answer(undefined, 'gzip')).headers.ETag!;
    for (const known of [plain, packed, `W/${plain}`, `"x", ${plain}`, '*']) {
      for (const encodings of [undefined, 'gzip']) {
        const { status, headers, body } = await answer(known, encodings);
        assert.deepEqual([status, body], [304, null], known);
        assert.equal(headers.ETag, encodings ? packed : plain);
        assert.equal(headers['Content-Length'], undefined);
      }
    }
    assert.equal((await answer('"x"')).status, 200);
    assert.equal((await answer('')).status, 200);
  });
});
