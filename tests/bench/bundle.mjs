// Bundles one contender as a page would load it: ES module, minified, production builds, fonts left out.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const emptied = ['.woff', '.woff2', '.ttf', '.eot'];
const inlined = ['.svg', '.png', '.gif'];

/**
 * @param {{ source: string, peers?: 'main' | 'schedule-x', splitting?: boolean }} options `source` is the
 *   text of a module in `contenders/`; `peers` is the folder its packages are installed in
 * @returns {Promise<{ path: string, contents: Uint8Array, lazy: boolean }[]>} `lazy` files are only
 *   loaded through `import()`
 */
export async function bundle({ source, peers = 'main', splitting = false }) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: here('contenders'), sourcefile: 'contender.js' },
    nodePaths: [here(`peers/${peers}/node_modules`)],
    bundle: true,
    minify: true,
    splitting,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    banner: { js: "performance.mark('bundle-start');" },
    loader: Object.fromEntries([
      ...emptied.map((extension) => [extension, 'empty']),
      ...inlined.map((extension) => [extension, 'dataurl']),
    ]),
    outdir: '/out',
    entryNames: 'contender',
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
    write: false,
  });
  const eager = eagerFiles(metafile.outputs);
  return outputFiles.map(({ path, contents }) => ({
    path: path.replace(/^.*\/out\//, ''),
    contents,
    lazy: !eager.has(path) && !path.endsWith('.css'),
  }));
}

/** The entry and everything it reaches through static imports, as `/out/…` paths. */
function eagerFiles(outputs) {
  const nameOf = (path) => path.replace(/^.*\bout\//, '/out/');
  const imports = new Map(
    Object.entries(outputs).map(([path, output]) => [nameOf(path), output.imports]),
  );
  const reached = new Set();
  const visit = (name) => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const { path, kind } of imports.get(name) ?? []) {
      if (kind === 'import-statement') visit(nameOf(path));
    }
  };
  visit('/out/contender.js');
  return reached;
}
