import { hostilePages } from './hostile-pages.mjs';
import { tags } from './tags.mjs';

const SIGNS = { works: 'works', link: 'link stays', message: 'says why' };
const HEADINGS = {
  'nafida-region-picker': 'picker',
  'nafida-session-calendar': 'calendar',
  'nafida-proposal-form': 'form',
  'nafida-proposal-list': 'list',
  'nafida-proposal-status': 'status',
};

/**
 * The document about hostile pages.
 *
 * @typedef {{ engine: string, page: string, tag: string, language: string, problem: string }} Problem
 * @param {{ engines: string[], problems: Problem[] }} outcomes engines that ran, and what was not as expected
 * @returns {string}
 */
export function report({ engines, problems }) {
  const names = Object.keys(tags);
  const rows = hostilePages.map((hostile) => {
    const cells = names.map((tag) => cell(hostile, tag, { engines, problems }));
    return `| ${hostile.name.replaceAll('|', '\\|')} | ${cells.join(' | ')} |`;
  });
  return `# Compatibility

Pages that fight what is pasted into them, as websites of communes may be. On each, every tag was tried in Arabic and in
French, in ${engines.join(', ')}: by keys alone a place is chosen, a session opened, a proposal sent, read and followed. "works"
means that this succeeds, a proposal arrives exactly once, nothing is thrown, no text is smaller than 14 px, the page is
otherwise as it was, and in Chromium axe-core finds nothing. "link stays": the tag cannot run there, and the link that
stands inside it stays. "says why": the tag tells the reader. \`npm run compatibility\` tries all this and writes this file.

| The page has | ${names.map((tag) => HEADINGS[tag]).join(' | ')} |
| --- | ${names.map(() => '---').join(' | ')} |
${rows.join('\n')}

## What does not work

${[...knownLimits(), ...listOf(problems)].join('\n')}
`;
}

function cell(hostile, tag, { engines, problems }) {
  const failed = problems.filter(({ page, ...own }) => page === hostile.name && own.tag === tag);
  if (hostile.limits?.[tag]) return 'no';
  if (failed.length === 0) return SIGNS[hostile.except?.[tag] ?? hostile.expected ?? 'works'];
  // In two languages each.
  if (failed.length === 2 * engines.length) return '**fails**';
  const places = new Set(failed.map(({ engine, language }) => `${engine} ${language}`));
  return `**fails**: ${[...places].join(', ')}`;
}

function listOf(problems) {
  const places = new Map();
  for (const { engine, page, tag, language, problem } of problems) {
    const key = `- ${page}, ${HEADINGS[tag]}: ${problem}`;
    places.set(key, [...(places.get(key) ?? []), `${engine} ${language}`]);
  }
  return [...places].map(([text, where]) => `${text} (${where.join(', ')})`);
}

function knownLimits() {
  return hostilePages.flatMap(({ name, limits = {} }) =>
    Object.entries(limits).map(([tag, why]) => `- ${name}, ${HEADINGS[tag]}: ${why}.`),
  );
}
