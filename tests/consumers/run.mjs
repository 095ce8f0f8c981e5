/**
 * Tests what users install: `npm run test:consumers -- [--only typescript,published] [--quick]`.
 *
 * Builds, packs every publishable package once, and runs the suites: each is a folder here with `*.test.mjs`. What takes
 * more than a minute is in `*.long.test.mjs`, which `--quick` leaves out. Ends like `npm test`.
 */
import { parseArgs } from 'node:util';
import { buildAll } from '../harness/build.mjs';
import { runNodeTests } from '../harness/run-node-tests.mjs';
import { SetUpError } from '../harness/set-up-error.mjs';
import { Tally } from '../harness/tally.mjs';
import { consumerTests } from '../harness/test-files.mjs';
import { root } from '../harness/tree.mjs';
import { packAll } from './packages.mjs';
import { installTools } from './tools.mjs';

const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});

process.chdir(root);
const total = new Tally();
try {
  const files = chosenTests();
  buildAll();
  await Promise.all([packAll(), installTools()]);
  console.log('\n── Consumers ──');
  total.add(await runNodeTests(files));
} catch (error) {
  console.error(`\n${error instanceof SetUpError ? error.message : error.stack}`);
  total.failed += 1;
}
console.log(`\n${total}`);
process.exit(total.failed > 0 || total.ran === 0 ? 1 : 0);

function chosenTests() {
  const all = consumerTests();
  const suites = values.only?.split(',') ?? [...new Set(all.map(suiteOf))];
  for (const suite of suites) {
    if (!all.some((file) => suiteOf(file) === suite)) throw new SetUpError(`No suite "${suite}".`);
  }
  return all
    .filter((file) => suites.includes(suiteOf(file)))
    .filter((file) => !values.quick || !file.endsWith('.long.test.mjs'));
}

/** `typescript` of `tests/consumers/typescript/typescript.test.mjs`. */
function suiteOf(file) {
  return file.split('/')[2];
}
