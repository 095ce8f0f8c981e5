// Brotli bytes of every contender as a page would load it: what comes first, and what comes when touched.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundle } from './bundle.mjs';
import { contenders, sourceOf, versionsOf } from './contenders.mjs';

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

const total = (files, measure) => files.reduce((sum, { contents }) => sum + measure(contents), 0);

/** Brotli bytes of the list of places that a page has to bring for pickers without places of their own. */
export async function measureList() {
  const { places } = await import('./data.mjs');
  const list = (await places()).map(({ value, label }) => [value, label]);
  return brotli(Buffer.from(JSON.stringify(list)));
}

/** @returns one row a contender: bytes of what a page loads first, and of what it may load later */
export async function measureSizes(kinds, only) {
  const rows = [];
  for (const contender of contenders.filter(
    ({ kind, name }) => kinds.includes(kind) && only.test(name),
  )) {
    const files = await bundle({
      source: await sourceOf(contender),
      peers: contender.peers,
      splitting: true,
    });
    const first = files.filter(({ lazy }) => !lazy);
    const later = files.filter(({ lazy }) => lazy);
    rows.push({
      kind: contender.kind,
      name: contender.name,
      version: await versionsOf(contender),
      minified: total(first, (bytes) => bytes.length),
      gzip: total(first, (bytes) => gzipSync(bytes, { level: 9 }).length),
      brotli: total(first, brotli),
      later: later.map(({ path, contents }) => ({ path, brotli: brotli(contents) })),
    });
  }
  return rows;
}
