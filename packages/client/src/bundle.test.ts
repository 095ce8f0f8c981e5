import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import { rollup, type OutputChunk } from 'rollup';

describe('the client in a bundle for browsers', () => {
  let entry: OutputChunk;
  let others: OutputChunk[];
  const bundled = async (input: string[]) => {
    const bundle = await rollup({
      input: input.map((file) => fileURLToPath(new URL(file, import.meta.url))),
      plugins: [nodeResolve({ exportConditions: ['browser'] })],
      // What the solver shares with the rest stays in the entry, as bundlers of pages do it.
      preserveEntrySignatures: 'allow-extension',
      onwarn: () => {},
    });
    const { output } = await bundle.generate({ format: 'es' });
    return output as [OutputChunk, ...OutputChunk[]];
  };
  before(async () => {
    [entry, ...others] = await bundled(['./index.js']);
  });
  const brotliBytes = async ({ code }: OutputChunk) => {
    const minified = await transform(code, { minify: true, format: 'esm', target: 'es2022' });
    return brotliCompressSync(minified.code).length;
  };

  const bytesOf = async (...chunks: OutputChunk[]) =>
    (await Promise.all(chunks.map(brotliBytes))).reduce((sum, bytes) => sum + bytes, 0);
  const holding = (pattern: RegExp) => others.filter(({ code }) => pattern.test(code));

  it('is not larger than the README says', async () => {
    const bytes = await bytesOf(entry);
    assert.ok(bytes > 4_000 && bytes < 9_000, `${bytes} bytes`);
    const all = await bytesOf(entry, ...others);
    assert.ok(all < 26_200, `${all} bytes`);
  });
  it('contains no table of reads and no code for sending if a page names its reads', async () => {
    const [core] = await bundled(['./core.js']);
    assert.doesNotMatch(core.code, /v1.sites|staleProofs|createIdempotencyKey/);
    const bytes = await brotliBytes(core);
    assert.ok(bytes > 3_000 && bytes < 6_270, `${bytes} bytes`);
    const [agenda] = await bundled(['./reads/sessions.js']);
    assert.match(agenda.code, /v1.sites.*sessions/);
    assert.doesNotMatch(agenda.code, /consultations/);
  });
  it('is removed if it is imported and not used', async () => {
    const program = "import { createClient, isNafidaError } from '@nafida/client';";
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
      ...{ bundle: true, write: false, format: 'esm', minify: true },
    });
    assert.equal(outputFiles[0]!.text, '');
  });
  it('loads the schemas of what is sent only when something is', () => {
    assert.deepEqual(entry.imports, []);
    assert.doesNotMatch(entry.code, /safeParse|ZodMini/);
    assert.equal(holding(/ZodMiniString/).length, 1);
  });
  it('loads the solver only when one is needed', async () => {
    const [solver, ...more] = holding(/deriveBits/);
    assert.equal(more.length, 0);
    const bytes = await bytesOf(solver!);
    assert.ok(bytes < 2_000, `${bytes} bytes`);
    assert.doesNotMatch(entry.code, /deriveBits/);
  });
  it('does not contain the outbox unless it is imported', async () => {
    const [client, ...rest] = await bundled(['./index.js', './outbox/index.js']);
    assert.doesNotMatch(client.code, /indexedDB/);
    const outbox = rest.find(({ isEntry }) => isEntry)!;
    const bytes = await brotliBytes(outbox);
    assert.match(outbox.code, /indexedDB/);
    assert.ok(bytes < 4_130, `${bytes} bytes`);
  });
  it('runs under a policy that forbids eval, and needs nothing of Node', () => {
    for (const { code } of [entry, ...others]) {
      assert.doesNotMatch(code, /new Function|\beval\(|\bprocess\.|\bBuffer\b|['"]node:/);
    }
  });
});
