/**
 * Refuses to pack a package that is not built, or not wholly: `npm pack` and `npm publish` run this in the package's
 * folder, as its `prepack`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What of a package's build is missing, and what a source that is gone has left in it.
 *
 * @param {string} folder absolute
 * @returns {string[]} problems
 */
export function packedFileProblems(folder) {
  const { exports, bin = {}, files } = JSON.parse(readFileSync(join(folder, 'package.json')));
  const entries = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  const needed = new Set(
    [...entries, ...Object.values(bin), 'LICENSE', 'README.md'].map(normalize),
  );
  const left = [];
  if (files.includes('dist')) {
    const sources = namesOf(join(folder, 'src'), '.ts').filter((name) => !name.endsWith('.d'));
    const compiled = namesOf(join(folder, 'dist'), '.js');
    for (const name of sources) needed.add(`dist/${name}.js`).add(`dist/${name}.d.ts`);
    const isStale = (name) => !name.endsWith('.test') && !sources.includes(name);
    left.push(...compiled.filter(isStale).map((name) => `dist/${name}.js`));
  }
  if (exports['./nafida.js']) for (const file of scriptFiles(folder)) needed.add(file);
  return [
    ...[...needed].filter((file) => !existsSync(join(folder, file))).map((file) => `lacks ${file}`),
    ...left.map((file) => `holds ${file}, whose source is gone`),
  ];
}

/** What a page may ask for once it has `nafida.js`. */
function scriptFiles(folder) {
  const sizes = join(folder, 'dist/sizes.json');
  const chunks = existsSync(sizes) ? Object.keys(JSON.parse(readFileSync(sizes)).files) : [];
  const scripts = ['nafida.js', 'nafida.all.js'];
  return [
    ...[...scripts, ...chunks].flatMap((name) => [name, `${name}.br`, `${name}.gz`]),
    ...scripts.map((name) => `${name}.LICENSE.txt`),
  ].map((file) => `dist/${file}`);
}

/** Paths of the files below `folder` with this ending, without it. */
function namesOf(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const problems = packedFileProblems(process.cwd());
  for (const problem of problems) console.error(`The package ${problem}.`);
  if (problems.length > 0) console.error('Delete its dist and run `npm run build`, then pack it.');
  process.exitCode = problems.length > 0 ? 1 : 0;
}
