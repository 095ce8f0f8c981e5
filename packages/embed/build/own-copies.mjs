import { readFile } from 'node:fs/promises';

/**
 * What is written twice rather than in one file that both load, by who has copies of its own. The list of proposals and
 * the questions of a form share nothing else, nor do what a calendar does when it stands and the list, or a form: each
 * would load a file of the other for a few lines. All of these can be there twice: none keeps anything for all.
 */
const copies = {
  list: {
    owner: /proposal-list\/[\w-]+\.js$/,
    modules: /\/(lit|lit-html)\/(directives\/repeat|directive|directive-helpers)\.js$/,
  },
  extras: {
    owner: /session-calendar\/(calendar-extras|agenda\/agenda-store)\.js$/,
    modules:
      /page\/page-(memory|hash)\.js$|loading\/attempt-within\.js$|idb-keyval\/|reads\/site(\.data)?\.js$/,
  },
};

/** Gives modules copies of what they import. The build fails where they import nothing of it any more. */
export function ownCopies() {
  let made;
  const ownerOf = (importer) =>
    /\?own=(\w+)$/.exec(importer)?.[1] ??
    Object.keys(copies).find((name) => copies[name].owner.test(importer));
  return {
    name: 'own-copies',
    buildStart() {
      made = new Set();
    },
    async resolveId(source, importer, options) {
      const owner = importer && ownerOf(importer);
      if (!owner) return null;
      const from = importer.replace(/\?.*/, '');
      const resolved = await this.resolve(source, from, { ...options, skipSelf: true });
      if (!resolved || !copies[owner].modules.test(resolved.id)) return resolved;
      made.add(owner);
      return { ...resolved, id: `${resolved.id}?own=${owner}` };
    },
    load(id) {
      const [path, query] = id.split('?');
      return query?.startsWith('own=') ? readFile(path, 'utf8') : null;
    },
    buildEnd(error) {
      const [gone] = Object.keys(copies).filter((name) => !made.has(name));
      if (!error && gone) this.error(`There is nothing left to copy for "${gone}".`);
    },
  };
}
