// Builds what a page loads by script tag, from the compiled packages: run `tsc -b` first.
//   packages/embed/dist/nafida.js       starts on any page, loads the chunks of the tags in use
//   packages/embed/dist/nafida/*.js     the chunks
//   packages/embed/dist/nafida.all.js   everything in one classic script, for pages that cannot load chunks
//   packages/embed/dist/**/*.{br,gz}    the same, compressed
//   packages/embed/dist/sizes.json      what each tag costs
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { chunkTable } from './packages/embed/build/chunk-table.mjs';
import { compressed } from './packages/embed/build/compressed.mjs';
import { librariesAsGuests } from './packages/embed/build/libraries-as-guests.mjs';
import { literals } from './packages/embed/build/literals.mjs';
import { sharedChunks } from './packages/embed/build/shared-chunks.mjs';
import { sizes } from './packages/embed/build/sizes.mjs';
import { languageOf } from './packages/embed/build/texts.mjs';

const compiled = 'packages/embed/dist';
const tags = readdirSync('packages/embed/src/tags').map((file) => basename(file, '.ts'));

const plugins = [
  nodeResolve({ browser: true, exportConditions: ['production'] }),
  librariesAsGuests(`${compiled}/guarded-policy.js`),
  literals(),
];
const minify = terser({ ecma: 2020, module: true });

/** Every element has its `messages.ar.js`: the folder tells whose they are. */
function nameOf(chunk) {
  const language = languageOf(chunk);
  return language ? `${basename(dirname(chunk.facadeModuleId))}.${language}` : '[name]';
}

/** The source of zod carries annotations and cycles that Rollup remarks on; neither is ours to mend. */
function onLog(level, log, report) {
  const isTheirs = [log.id, ...(log.ids ?? [])].some((id) => /node_modules\/zod\//.test(id ?? ''));
  if (isTheirs && ['INVALID_ANNOTATION', 'CIRCULAR_DEPENDENCY'].includes(log.code)) return;
  report(level === 'warn' ? 'error' : level, log);
}

/** Chunks of earlier builds have other names and would stay behind. They go last: a page may be loading them. */
const withoutOldChunks = {
  name: 'without-old-chunks',
  writeBundle({ dir }, bundle) {
    for (const file of readdirSync(`${dir}/nafida`)) {
      if (!(`nafida/${file}` in bundle)) rmSync(`${dir}/nafida/${file}`);
    }
  },
};

const bundles = {
  chunks: {
    input: {
      nafida: `${compiled}/loader.js`,
      ...Object.fromEntries(tags.map((tag) => [`nafida-${tag}`, `${compiled}/tags/${tag}.js`])),
    },
    plugins,
    onLog,
    output: {
      dir: 'packages/embed/dist',
      format: 'es',
      // Seven characters, the fewest that Rollup takes for so many files: nafida.js has the names of all of them in it.
      entryFileNames: ({ name }) => (name === 'nafida' ? '[name].js' : 'nafida/[name]-[hash:7].js'),
      chunkFileNames: (chunk) => `nafida/${nameOf(chunk)}-[hash:7].js`,
      hashCharacters: 'base36',
      manualChunks: sharedChunks(),
      // What these import stays where it belongs.
      onlyExplicitManualChunks: true,
      plugins: [minify, chunkTable(), compressed(), sizes(), withoutOldChunks],
    },
  },
  one: {
    input: `${compiled}/all-tags.js`,
    plugins,
    onLog,
    output: {
      file: 'packages/embed/dist/nafida.all.js',
      format: 'iife',
      inlineDynamicImports: true,
      plugins: [minify, compressed()],
    },
  },
};

// BUNDLE names one of them, for builds that make both at once.
const { BUNDLE } = process.env;
export default BUNDLE ? bundles[BUNDLE] : Object.values(bundles);
