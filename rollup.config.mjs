// Builds what a page loads by script tag, from the compiled packages: run `tsc -b` first.
//   packages/embed/dist/nafida.js       starts on any page, loads the chunks of the tags in use
//   packages/embed/dist/nafida/*.js     the chunks
//   packages/embed/dist/nafida.all.js   everything in one classic script, for pages that cannot load chunks
//   packages/embed/dist/nafida*-1.2.3.js the two scripts of one release, which never change, each with its hash beside it
//   packages/embed/dist/**/*.{br,gz}    the same, compressed
//   packages/embed/dist/*.LICENSE.txt   the notices of all that each script brings
//   packages/embed/dist/sizes.json      what each tag costs
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { readdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { ChunkTable } from './packages/embed/build/chunk-table.mjs';
import { compressed } from './packages/embed/build/compressed.mjs';
import { librariesAsGuests } from './packages/embed/build/libraries-as-guests.mjs';
import { literals } from './packages/embed/build/literals.mjs';
import { Notices } from './packages/embed/build/notices.mjs';
import { ownCopies } from './packages/embed/build/own-copies.mjs';
import { sharedChunks } from './packages/embed/build/shared-chunks.mjs';
import { Sizes } from './packages/embed/build/sizes.mjs';
import { foldTexts, languages } from './packages/embed/build/texts.mjs';
import { versioned } from './packages/embed/build/versioned.mjs';

const compiled = 'packages/embed/dist';
const tags = readdirSync('packages/embed/src/tags').map((file) => basename(file, '.ts'));

const resolved = nodeResolve({ browser: true, exportConditions: ['production'] });
const plugins = [resolved, librariesAsGuests(`${compiled}/guarded-policy.js`), literals()];
const minify = terser({ ecma: 2020, module: true });

/** The source of zod carries annotations and cycles that Rollup remarks on; neither is ours to mend. */
function onLog(level, log, report) {
  const isTheirs = [log.id, ...(log.ids ?? [])].some((id) => /node_modules\/zod\//.test(id ?? ''));
  if (isTheirs && ['INVALID_ANNOTATION', 'CIRCULAR_DEPENDENCY'].includes(log.code)) return;
  report(level === 'warn' ? 'error' : level, log);
}

/** Chunks of earlier builds have other names and would stay behind. They go last: a page may be loading them. */
const withoutOldChunks = {
  name: 'without-old-chunks',
  writeBundle({ dir }) {
    for (const file of readdirSync(`${dir}/nafida`)) {
      if (!sizes.has(`nafida/${file.replace(/\.(br|gz)$/, '')}`)) rmSync(`${dir}/nafida/${file}`);
    }
  },
};

const output = { dir: 'packages/embed/dist', format: 'es', hashCharacters: 'base36' };
const table = new ChunkTable();
const notices = { chunks: new Notices(), one: new Notices() };
const sizes = new Sizes();

/** What tags are made of on a page in `language`. Files without texts come out alike for all, under one name. */
const filesOf = (language) => ({
  input: tags.map((tag) => `${compiled}/tags/${tag}.js`),
  plugins: [ownCopies(), ...plugins, foldTexts(language)],
  onLog,
  preserveEntrySignatures: false,
  output: {
    ...output,
    // Seven characters, the fewest that Rollup takes for so many files: nafida.js has the names in it.
    // What registers the provider is part of what every tag uses.
    entryFileNames: ({ name }) => `nafida/${name === 'provider' ? 'foundation' : name}-[hash:7].js`,
    chunkFileNames: 'nafida/[name]-[hash:7].js',
    manualChunks: sharedChunks(language),
    // What these import stays where it belongs.
    onlyExplicitManualChunks: true,
    plugins: [
      minify,
      table.fill(language),
      notices.chunks.collect(),
      compressed(),
      sizes.measure(language),
    ],
  },
});

const bundles = {
  chunks: [
    ...languages.map(filesOf),
    {
      input: { nafida: `${compiled}/loader.js` },
      plugins: [resolved],
      onLog,
      output: {
        ...output,
        entryFileNames: '[name].js',
        plugins: [
          minify,
          table.write(),
          notices.chunks.collect(),
          notices.chunks.write(),
          compressed(),
          versioned(),
          sizes.write(),
          withoutOldChunks,
        ],
      },
    },
  ],
  one: {
    input: `${compiled}/all-tags.js`,
    plugins,
    onLog,
    output: {
      file: 'packages/embed/dist/nafida.all.js',
      format: 'iife',
      inlineDynamicImports: true,
      plugins: [minify, notices.one.collect(), notices.one.write(), compressed(), versioned()],
    },
  },
};

// BUNDLE names one of them, for builds that make both at once.
const { BUNDLE } = process.env;
export default BUNDLE ? bundles[BUNDLE] : Object.values(bundles).flat();
