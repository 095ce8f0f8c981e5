import { staticClosure, tagChunks, textsOf } from './chunk-table.mjs';
import { compress } from './compressed.mjs';
import { contentsOf, isReader } from './contents.mjs';
import { languageOf } from './texts.mjs';

const language = 'ar';

/**
 * Measures what a page pays: for each tag the files it loads before it first draws (with the texts of one language), those
 * with which it asks for what it shows, those with which that is drawn, too, and those it may load later. Writes `sizes.json` and prints the table. All figures are bytes.
 */
export function sizes() {
  return {
    name: 'sizes',
    generateBundle(_, bundle) {
      const files = {};
      for (const [name, chunk] of Object.entries(bundle)) {
        if (chunk.type === 'chunk') files[name] = measure(chunk.code);
      }
      const tags = {};
      for (const chunk of tagChunks(bundle)) {
        const needed = staticClosure(chunk, bundle);
        const first = ['nafida.js', ...needed, ...(textsOf(needed, bundle)[language] ?? [])];
        const asked = [...first, ...contentsOf(needed, bundle, isReader)];
        const drawn = [...first, ...contentsOf(needed, bundle)];
        const later = lazyFiles(needed, bundle).filter((file) => !drawn.includes(file));
        tags[chunk.name] = {
          first: sum(first, files),
          asked: sum(asked, files),
          drawn: sum(drawn, files),
          later: sum(later, files),
        };
      }
      const all = [...new Set(Object.values(tags).flatMap(({ first }) => first.files))];
      const report = { language, files, tags, allTags: { first: sum(all, files) } };
      this.emitFile({
        type: 'asset',
        fileName: 'sizes.json',
        source: `${JSON.stringify(report, null, 2)}\n`,
      });
      print(report);
    },
  };
}

function measure(code) {
  const { gzip, brotli } = compress(code);
  return { min: Buffer.byteLength(code), gzip: gzip.length, brotli: brotli.length };
}

function sum(names, files) {
  const total = { min: 0, gzip: 0, brotli: 0 };
  for (const name of names) for (const unit in total) total[unit] += files[name][unit];
  return { ...total, files: names };
}

/** Everything reachable by dynamic imports, but texts in other languages. */
function lazyFiles(start, bundle) {
  const reached = new Set(start);
  for (const name of reached) {
    const { imports, dynamicImports } = bundle[name];
    for (const next of [...imports, ...dynamicImports]) {
      const text = languageOf(bundle[next]);
      if (!text || text === language) reached.add(next);
    }
  }
  return [...reached].filter((name) => !start.includes(name));
}

function print({ files, tags, allTags }) {
  const rows = [
    ...Object.entries(files).map(([name, size]) => [name, size]),
    [],
    ...Object.entries(tags).flatMap(([tag, { first, asked, drawn, later }]) => [
      [`<${tag}> before it draws (${language})`, first],
      ...(asked.files.length > first.files.length
        ? [[`<${tag}> with what asks for it`, asked]]
        : []),
      ...(drawn.files.length > first.files.length ? [[`<${tag}> with what it shows`, drawn]] : []),
      [`<${tag}> later, when used`, later],
    ]),
    ['all tags before they draw', allTags.first],
  ];
  const line = (name, ...cells) =>
    console.log(name.padEnd(52) + cells.map((cell) => String(cell).padStart(9)).join(''));
  line('bytes', 'min', 'gzip', 'brotli');
  for (const [name, size] of rows) {
    if (size) line(name, size.min, size.gzip, size.brotli);
    else console.log('');
  }
}
