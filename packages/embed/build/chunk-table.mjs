import { contentsOf } from './contents.mjs';
import { languageOf } from './texts.mjs';

const parameter = 'NAFIDA_CHUNKS';

/**
 * Tells `nafida.js` which files each tag needs, so that a page asks for all of them at once instead of finding them one
 * after the other. The code is wrapped in a function that takes the table: run as a classic script, it leaves
 * nothing in the page's global scope.
 */
export function chunkTable() {
  return {
    name: 'chunk-table',
    generateBundle(_, bundle) {
      const entry = bundle['nafida.js'];
      if (entry.imports.length > 0 || entry.exports.length > 0) {
        this.error('nafida.js must run as a classic script: no static import, no export.');
      }
      const table = {};
      for (const chunk of tagChunks(bundle)) {
        const files = staticClosure(chunk, bundle);
        const texts = Object.entries(textsOf(files, bundle));
        const beside = contentsOf(files, bundle).map(specifier);
        table[chunk.name] = {
          files: files.map(specifier),
          texts: Object.fromEntries(
            texts.map(([language, names]) => [language, names.map(specifier)]),
          ),
          ...(beside.length > 0 && { beside }),
        };
      }
      entry.code = `(${parameter}=>{"use strict";${entry.code.trim()}})(${JSON.stringify(table)});\n`;
    },
  };
}

/** Without the dot a module would take it for the name of a package. */
function specifier(file) {
  return `./${file}`;
}

/** The chunks that register a tag; each is named after it. */
export function tagChunks(bundle) {
  return Object.values(bundle).filter((chunk) => chunk.isEntry && chunk.name !== 'nafida');
}

/** The chunk and all it imports statically, dependencies first, the chunk itself last. */
export function staticClosure(chunk, bundle, seen = new Set()) {
  for (const file of chunk.imports) {
    if (!seen.has(file)) staticClosure(bundle[file], bundle, seen);
  }
  seen.add(chunk.fileName);
  return [...seen];
}

/** The chunks with texts that `files` load by themselves, and what those import, by language. */
export function textsOf(files, bundle) {
  const texts = {};
  for (const file of new Set(files.flatMap((name) => bundle[name].dynamicImports))) {
    const language = languageOf(bundle[file]);
    if (!language) continue;
    const needed = staticClosure(bundle[file], bundle).filter((name) => !files.includes(name));
    texts[language] = [...new Set([...(texts[language] ?? []), ...needed])];
  }
  return texts;
}
