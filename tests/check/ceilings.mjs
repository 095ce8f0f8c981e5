import { readFile } from 'node:fs/promises';

/**
 * Compares what the build measured (`packages/embed/dist/sizes.json`) with the ceilings of
 * `tests/size/ceilings.json`. All figures are brotli bytes.
 *
 * @returns {Promise<string[]>} problems
 */
export async function ceilingProblems() {
  const [sizes, ceilings] = await Promise.all(
    ['packages/embed/dist/sizes.json', 'tests/size/ceilings.json'].map(readJson),
  );
  return compareWithCeilings(measuredIn(sizes), ceilings.brotliBytes);
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
          ? `${name}: ${bytes} bytes, ceiling ${ceilings[name]}`
          : `${name}: ${bytes} bytes, no ceiling in tests/size/ceilings.json`,
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
      Object.entries(tags).flatMap(([tag, { first, asked, drawn, later }]) => [
        [`<${tag}> before it draws`, first.brotli],
        ...(asked.brotli > first.brotli ? [[`<${tag}> with what asks for it`, asked.brotli]] : []),
        ...(drawn.brotli > first.brotli ? [[`<${tag}> with what it shows`, drawn.brotli]] : []),
        [`<${tag}> later, when used`, later.brotli],
      ]),
    ),
    'all tags before they draw': allTags.first.brotli,
  };
}

async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
