import { staticClosure, tagChunks, tagOf } from './chunk-table.mjs';
import { compress } from './compressed.mjs';
import { languageOf } from './texts.mjs';

/** The language whose figures are printed and have ceilings; of the others, `sizes.json` has the files. */
const printed = 'ar';

/** A request costs a slow line more than its bytes: what is smaller than this belongs into another file. */
const leastBytes = 2_048;

/**
 * Measures what a page pays: for each tag the files with which it can be used, and those it may load later. Writes
 * `sizes.json` and prints the table. All figures are bytes; the number of files is the number of requests.
 */
export class Sizes {
  #languages = {};

  /** A plugin for the output of one language. */
  measure(language) {
    return {
      name: 'measure-sizes',
      generateBundle: (_, bundle) => {
        const files = {};
        for (const [name, chunk] of Object.entries(bundle)) {
          if (chunk.type === 'chunk') files[name] = measure(chunk.code);
        }
        const tags = {};
        for (const chunk of tagChunks(bundle)) {
          const first = staticClosure(chunk, bundle);
          tags[tagOf(chunk)] = { first, later: lazyFiles(first, bundle, language) };
        }
        this.#languages[language] = { files, tags };
      },
    };
  }

  /** Whether a file of this build has this name. */
  has(name) {
    return Object.values(this.#languages).some(({ files }) => name in files);
  }

  /** A plugin for the output that holds `nafida.js`, once all languages are measured. Fails on crumbs. */
  write() {
    const languages = this.#languages;
    return {
      name: 'write-sizes',
      generateBundle(_, bundle) {
        const script = { 'nafida.js': measure(bundle['nafida.js'].code) };
        const files = Object.assign(script, ...Object.values(languages).map(({ files }) => files));
        const crumbs = Object.entries(files).filter(
          ([name, { min }]) => name !== 'nafida.js' && min < leastBytes,
        );
        if (crumbs.length > 0) {
          const list = crumbs.map(([name, { min }]) => `${name} (${min} bytes)`).join(', ');
          this.error(`Too small to be files of their own: ${list}.`);
        }
        const report = { language: printed, files, ...summed(languages[printed].tags, files) };
        this.emitFile({
          type: 'asset',
          fileName: 'sizes.json',
          source: `${JSON.stringify(report, null, 2)}\n`,
        });
        print(report);
      },
    };
  }
}

function summed(tags, files) {
  const withScript = (names) => ['nafida.js', ...names];
  const all = [...new Set(Object.values(tags).flatMap(({ first }) => first))];
  return {
    tags: Object.fromEntries(
      Object.entries(tags).map(([tag, { first, later }]) => [
        tag,
        { first: sum(withScript(first), files), later: sum(later, files) },
      ]),
    ),
    allTags: { first: sum(withScript(all), files) },
  };
}

function measure(code) {
  const { gzip, brotli } = compress(code);
  return { min: Buffer.byteLength(code), gzip: gzip.length, brotli: brotli.length };
}

function sum(names, files) {
  const total = { min: 0, gzip: 0, brotli: 0 };
  for (const name of names) for (const unit of Object.keys(total)) total[unit] += files[name][unit];
  return { ...total, files: names };
}

/** Everything reachable by dynamic imports, but texts in other languages. */
function lazyFiles(start, bundle, language) {
  const isForOthers = (name) => {
    const spoken = bundle[name].moduleIds.map(languageOf).find((found) => found);
    return spoken !== undefined && spoken !== language;
  };
  const reached = new Set(start);
  for (const name of reached) {
    const { imports, dynamicImports } = bundle[name];
    for (const next of [...imports, ...dynamicImports]) if (!isForOthers(next)) reached.add(next);
  }
  return [...reached].filter((name) => !start.includes(name));
}

function print({ files, tags, allTags }) {
  const line = (name, ...cells) =>
    console.log(name.padEnd(52) + cells.map((cell) => String(cell).padStart(9)).join(''));
  line('bytes', 'min', 'gzip', 'brotli', 'files');
  for (const [name, { min, gzip, brotli }] of Object.entries(files)) line(name, min, gzip, brotli);
  console.log('');
  const total = (name, { min, gzip, brotli, files: names }) =>
    line(name, min, gzip, brotli, names.length);
  for (const [tag, { first, later }] of Object.entries(tags)) {
    total(`<${tag}> until it can be used (${printed})`, first);
    total(`<${tag}> later, when used`, later);
  }
  total('all tags until they can be used', allTags.first);
}
