import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { rollup, type OutputChunk } from 'rollup';

describe('the client in a bundle for browsers', () => {
  let entry: OutputChunk;
  let others: OutputChunk[];
  before(async () => {
    const bundle = await rollup({
      input: fileURLToPath(new URL('./index.js', import.meta.url)),
      plugins: [nodeResolve({ exportConditions: ['browser'] })],
      // What the solver shares with the rest stays in the entry, as bundlers of pages do it.
      preserveEntrySignatures: 'allow-extension',
      onwarn: () => {},
    });
    const { output } = await bundle.generate({ format: 'es' });
    [entry, ...others] = output as [OutputChunk, ...OutputChunk[]];
  });
  const brotliBytes = async ({ code }: OutputChunk) => {
    const minified = await transform(code, { minify: true, format: 'esm', target: 'es2022' });
    return brotliCompressSync(minified.code).length;
  };

  it('is not larger than the README says', async () => {
    const bytes = await brotliBytes(entry);
    assert.ok(bytes > 10_000 && bytes < 16_000, `${bytes} bytes`);
  });
  it('loads the solver only when one is needed', async () => {
    assert.deepEqual([others.length, entry.imports, entry.dynamicImports.length], [1, [], 1]);
    const [solver] = others;
    const bytes = await brotliBytes(solver!);
    assert.ok(bytes < 2_000, `${bytes} bytes`);
    assert.match(solver!.code, /deriveBits/);
    assert.doesNotMatch(entry.code, /deriveBits/);
  });
  it('runs under a policy that forbids eval, and needs nothing of Node', () => {
    for (const { code } of [entry, ...others]) {
      assert.doesNotMatch(code, /new Function|\beval\(|\bprocess\.|\bBuffer\b|['"]node:/);
    }
  });
});
