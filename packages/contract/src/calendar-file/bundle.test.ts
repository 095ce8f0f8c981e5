import { nodeResolve } from '@rollup/plugin-node-resolve';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { rollup, type OutputChunk } from 'rollup';

it('reading a calendar loads no schemas, and rules and zones only if a file has them', async () => {
  const bundle = await rollup({
    input: fileURLToPath(new URL('./index.js', import.meta.url)),
    plugins: [nodeResolve({ exportConditions: ['browser'] })],
    onwarn: () => {},
  });
  const { output } = await bundle.generate({ format: 'es' });
  const [entry, ...others] = output as [OutputChunk, ...OutputChunk[]];
  const modules = [entry, ...others].flatMap(({ moduleIds }) => moduleIds);
  assert.deepEqual(
    modules.filter((id) => /node_modules/.test(id)),
    [],
  );
  for (const later of ['rule-days.js', 'own-rules.js', 'windows-zones.data.js']) {
    assert.ok(
      modules.some((id) => id.endsWith(later)),
      later,
    );
    assert.ok(!entry.moduleIds.some((id) => id.endsWith(later)), later);
  }
});
