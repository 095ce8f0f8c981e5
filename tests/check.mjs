/**
 * What must hold besides the tests: `npm run check`. Prints one line per step, with its time, and
 * what is wrong; exit code 1 when anything is. `node tests/check.mjs lint css` runs those steps only.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ceilingProblems } from './check/ceilings.mjs';
import { docCommentProblems } from './check/doc-comments.mjs';
import { lockFileProblems } from './check/lock-file.mjs';
import { openApiProblems } from './check/openapi.mjs';
import { roomProblems } from './check/rooms.mjs';
import { trackedFileProblems } from './check/tracked-files.mjs';
import { buildAll } from './harness/build.mjs';
import { SetUpError } from './harness/set-up-error.mjs';
import { root } from './harness/tree.mjs';

// Each step answers a list of problems. Lint and the generators read what the compiler writes; lint
// takes as long as all that stands beside it.
const FIRST = { types: () => tool('tsc', '-b') };
const SIDE_BY_SIDE = [
  { lint: () => tool('eslint', '.') },
  {
    format: () => tool('prettier', '--check', '--log-level=warn', '.'),
    css: () => tool('stylelint', 'packages/*/src/**/*.styles.ts', 'examples/**/*.css'),
    'openapi.json is current': () => node('packages/contract/write-openapi.mjs', '--check'),
    'reads are current': () => node('packages/contract/write-reads.mjs', '--check'),
    'openapi.json is sound': openApiProblems,
    'territory is current': () => node('packages/territory/generate.mjs', '--check'),
    'tags are current': () => node('packages/elements/write-tags.mjs', '--check'),
    'unused exports and files': () => tool('knip', '--no-progress', '--no-config-hints'),
    'doc comments': docCommentProblems,
    'imports go down': roomProblems,
    'architecture is current': () => node('tests/check/architecture.mjs', '--check'),
    'lock file': lockFileProblems,
    'tracked files': trackedFileProblems,
    'bundle ceilings': () => {
      buildAll({ quiet: true });
      return ceilingProblems();
    },
  },
];

process.chdir(root);
const asked = process.argv.slice(2);
const started = performance.now();
let failed = 0;

await takeSteps(FIRST);
await Promise.all(SIDE_BY_SIDE.map(takeSteps));
console.log(
  failed === 0 ? `All is well (${secondsSince(started)}).` : `${failed} steps found problems.`,
);
process.exit(failed === 0 ? 0 : 1);

async function takeSteps(steps) {
  for (const [name, step] of Object.entries(steps)) {
    if (asked.length === 0 || asked.includes(name)) await takeStep(name, step);
  }
}

async function takeStep(name, step) {
  const began = performance.now();
  let problems;
  try {
    problems = await step();
  } catch (error) {
    problems = [error instanceof SetUpError ? error.message : error.stack];
  }
  if (problems.length > 0) failed += 1;
  const mark = problems.length === 0 ? '✔' : '✖';
  console.log([`${mark} ${name} (${secondsSince(began)})`, ...problems].join('\n  '));
}

function tool(name, ...args) {
  return commandProblems(`node_modules/.bin/${name}`, args);
}

function node(...args) {
  return commandProblems(process.execPath, args);
}

/** What a command says when it fails; nothing when it succeeds. */
async function commandProblems(command, args) {
  try {
    const env = { ...process.env, NO_COLOR: '1' };
    await promisify(execFile)(command, args, { env, maxBuffer: 64 * 1024 * 1024 });
    return [];
  } catch ({ stdout, stderr, message }) {
    const said = `${stdout}${stderr}`.trim() || message;
    return said.split('\n');
  }
}

function secondsSince(moment) {
  return `${((performance.now() - moment) / 1000).toFixed(1)} s`;
}
