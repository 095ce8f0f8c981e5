/**
 * Runs the tests: `node tests/run.mjs [unit|elements|cross] [part of a path]`.
 *
 * unit      node:test in the packages, and of what tests, checks and releases them
 * elements  @web/test-runner in every engine found
 * cross     node:test in tests/: real servers, real databases, real pages
 *
 * Ends with one line, `N passed, N failed`, and with exit code 1 when anything failed or nothing ran.
 */
import { parseArgs } from 'node:util';
import { buildAll, compile } from './harness/build.mjs';
import { engines, installEngines } from './harness/engines.mjs';
import { runNodeTests } from './harness/run-node-tests.mjs';
import { SetUpError } from './harness/set-up-error.mjs';
import { Tally } from './harness/tally.mjs';
import { browserTests, compiledTests, crossTests, harnessTests } from './harness/test-files.mjs';
import { compiledPackageNames, root } from './harness/tree.mjs';

const PARTS = { unit, elements, cross };

const { positionals } = parseArgs({ allowPositionals: true });
const part = positionals[0] in PARTS ? positionals.shift() : undefined;
const [filter = '', ...rest] = positionals;
if (rest.length > 0) {
  console.error('Usage: node tests/run.mjs [unit|elements|cross] [part of a path]');
  process.exit(2);
}

process.chdir(root);
// The tests start their own databases; one of the developer's must never be among them.
delete process.env.DATABASE_URL;
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`.trim();

const total = new Tally();
let compiles = true;
try {
  for (const name of part ? [part] : Object.keys(PARTS)) total.add(await PARTS[name]());
} catch (error) {
  console.error(`\n${error instanceof SetUpError ? error.message : error.stack}`);
  total.failed += 1;
}
if (!compiles) total.failed += 1;
if (total.ran === 0) console.log(`\nNo test ran${filter && ` for "${filter}"`}.`);
console.log(`\n${total}`);
process.exit(total.failed > 0 || total.ran === 0 ? 1 : 0);

async function unit() {
  compileWhatIsAsked();
  const files = harnessTests().filter(matches);
  const without = [];
  for (const name of compiledPackageNames()) {
    const tests = compiledTests(name, 'node');
    files.push(...tests.filter(matches));
    if (tests.length === 0) without.push(name);
  }
  heading('Unit tests');
  if (without.length > 0) console.log(`No unit tests yet in: ${without.join(', ')}`);
  return runNodeTests(files);
}

async function elements() {
  compileWhatIsAsked();
  const files = browserTests().filter(matches);
  heading('Element tests');
  if (files.length === 0) {
    console.log('No element tests match.');
    return new Tally();
  }
  const found = installEngines();
  for (const { name, packages } of engines) {
    if (found.includes(name)) continue;
    console.log(`${name} is not here, so nothing ran in it (Debian: ${packages.join(' ')}).`);
  }
  if (found.length === 0) throw new SetUpError('No browser found: install Chromium.');
  // Loaded late: its configuration looks for the engines, which may have been installed just now.
  const { runElementTests } = await import('./harness/run-element-tests.mjs');
  return runElementTests(files);
}

async function cross() {
  buildAll();
  heading('Across packages');
  return runNodeTests(crossTests().filter(matches));
}

function matches(file) {
  return file.includes(filter);
}

/**
 * Compiles the package that the filter names, else all. What is wrong in a type counts as a failure
 * and stops no test: the compiler writes its output all the same.
 */
function compileWhatIsAsked() {
  if (filter.startsWith('tests/')) return;
  const project = filter.match(/^packages\/[^/]+/)?.[0];
  if (compile(project)) return;
  console.log('What does not compile counts as one failure.');
  compiles = false;
}

function heading(text) {
  console.log(`\n── ${text} ──`);
}
