import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '@nafida/server';
import { pino } from 'pino';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles the React and the Vue page as any bundler would, and serves them, the plain page and the script tag from one
 * participation server with a demonstration site, whose echo route answers the forms.
 *
 * @param {{ port: number }} options 0 for any free port
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startExample({ port }) {
  await build({
    entryPoints: [here('react-form.jsx'), here('vue-form.js')],
    outdir: here('dist'),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    conditions: ['production', 'browser'],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    logLevel: 'error',
  });
  // Nothing is kept: a form that is echoed leaves nothing behind.
  const data = await mkdtemp(join(tmpdir(), 'nafida-form-field-'));
  const server = await startServer({
    data,
    port,
    publicDirectories: [
      here('site'),
      here('dist'),
      fileURLToPath(new URL('.', import.meta.resolve('@nafida/embed/nafida.js'))),
    ],
    log: pino({ level: 'warn' }),
  });
  await server.run('site create', {
    id: 'demo',
    name: { ar: 'جهة الشرق', fr: 'Région de l’Oriental' },
    territory: { code: '02', vintage: 2024 },
    demonstration: true,
    origins: [],
  });
  return {
    url: server.url,
    async close() {
      await server.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
