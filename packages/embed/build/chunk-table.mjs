const parameter = 'NAFIDA_CHUNKS';

/**
 * Tells `nafida.js` which files each tag needs in which language, so that a page asks for all of them at once instead of
 * finding them one after the other. The builds of the languages fill the table, the one of `nafida.js` writes it down.
 */
export class ChunkTable {
  #tags = {};

  /** A plugin for the output of one language. */
  fill(language) {
    return {
      name: 'fill-chunk-table',
      generateBundle: (_, bundle) => {
        for (const chunk of tagChunks(bundle)) {
          const files = staticClosure(chunk, bundle).map(specifier);
          (this.#tags[tagOf(chunk)] ??= {})[language] = files;
        }
      },
    };
  }

  /**
   * A plugin for the output that holds `nafida.js`. Its code is wrapped in a function that takes the table: run as a
   * classic script, it leaves nothing in the page's global scope.
   */
  write() {
    const table = this.#tags;
    return {
      name: 'write-chunk-table',
      generateBundle(_, bundle) {
        const entry = bundle['nafida.js'];
        if (entry.imports.length > 0 || entry.exports.length > 0) {
          this.error('nafida.js must run as a classic script: no static import, no export.');
        }
        entry.code = `(${parameter}=>{"use strict";${entry.code.trim()}})(${JSON.stringify(table)});\n`;
      },
    };
  }
}

/** Without the dot a module would take it for the name of a package. */
function specifier(file) {
  return `./${file}`;
}

/** The chunks that register a tag. */
export function tagChunks(bundle) {
  return Object.values(bundle).filter(({ isEntry }) => isEntry);
}

/** The tag that a chunk registers. */
export function tagOf({ facadeModuleId, moduleIds }) {
  const entry = facadeModuleId ?? moduleIds.find((id) => /dist\/tags\//.test(id));
  return `nafida-${/([^/]+)\.js$/.exec(entry)[1]}`;
}

/** The chunk and all it imports statically, dependencies first, the chunk itself last. */
export function staticClosure(chunk, bundle, seen = new Set()) {
  for (const file of chunk.imports) {
    if (!seen.has(file)) staticClosure(bundle[file], bundle, seen);
  }
  seen.add(chunk.fileName);
  return [...seen];
}
