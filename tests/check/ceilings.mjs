import { readFile } from 'node:fs/promises';

/**
 * Compares what the build measured (`packages/embed/dist/sizes.json`) with the ceilings of
 * `tests/size/ceilings.json`: brotli bytes, and numbers of files, each of which is a request.
 *
 * @returns {Promise<string[]>} problems
 */
export async function ceilingProblems() {
  const [sizes, ceilings] = await Promise.all(
    ['packages/embed/dist/sizes.json', 'tests/size/ceilings.json'].map(readJson),
  );
  return compareWithCeilings(measuredIn(sizes), ceilings);
}

/**
 * @param {Record<string, number>} measured
 * @param {Record<string, number>} ceilings
 * @returns {string[]} what is too big, what has no ceiling, and ceilings of what is gone
 */
export function compareWithCeilings(measured, ceilings) {
  return [
    ...Object.entries(measured)
      .filter(([name, bytes]) => !(bytes <= ceilings[name]))
      .map(([name, bytes]) =>
        name in ceilings
          ? `${name}: ${bytes}, ceiling ${ceilings[name]}`
          : `${name}: ${bytes}, no ceiling in tests/size/ceilings.json`,
      ),
    ...Object.keys(ceilings)
      .filter((name) => !(name in measured))
      .map((name) => `${name}: has a ceiling, but was not measured`),
  ];
}

/** What a page pays, by the name a ceiling has: names of chunks change with their content. */
function measuredIn({ files, tags, allTags }) {
  return {
    'nafida.js': files['nafida.js'].brotli,
    ...Object.fromEntries(
      Object.entries(tags).flatMap(([tag, { first, later }]) => [
        [`<${tag}> until it can be used`, first.brotli],
        [`<${tag}> until it can be used, files`, first.files.length],
        [`<${tag}> later, when used`, later.brotli],
      ]),
    ),
    'all tags until they can be used': allTags.first.brotli,
    'all tags until they can be used, files': allTags.first.files.length,
  };
}

async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
