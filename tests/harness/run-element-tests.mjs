import { relative } from 'node:path';
import { defaultReporter, startTestRunner } from '@web/test-runner';
import config from '../../web-test-runner.config.mjs';
import { launchersOfFoundEngines } from './engines.mjs';
import { runWithSecondRun } from './second-run.mjs';
import { Tally } from './tally.mjs';
import { root } from './tree.mjs';

/**
 * Runs test files in every engine of the configuration, prints what failed and one line per engine.
 *
 * @param {string[]} files relative to the root
 * @returns {Promise<Tally>} the sum over the engines
 */
export function runElementTests(files) {
  return runWithSecondRun(files, runFiles);
}

async function runFiles(files) {
  const interactive = Boolean(process.stdout.isTTY);
  const runner = await startTestRunner({
    config: {
      ...config,
      // Made anew: a launcher keeps the pages of a browser that has ended.
      browsers: launchersOfFoundEngines(),
      files,
      reporters: [defaultReporter({ reportTestProgress: interactive })],
      staticLogging: !interactive,
    },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) throw new Error('The element tests did not start.');
  await new Promise((resolve) => runner.on('stopped', resolve));

  const tallies = new Map(files.map((file) => [file, new Tally()]));
  for (const engine of runner.browsers) {
    const ofEngine = new Tally();
    for (const session of runner.sessions.forBrowser(engine)) {
      const tally = tallyOf(session);
      ofEngine.add(tally);
      tallies.get(relative(root, session.testFile)).add(tally);
    }
    console.log(`${ofEngine.failed > 0 ? '✖' : '✔'} ${engine.name}: ${ofEngine}`);
  }
  return tallies;
}

/** One file in one engine; a file that broke before or beside its tests is one more failure. */
function tallyOf({ testResults, passed }) {
  const tests = testResults ? testsOf(testResults) : [];
  const tally = new Tally();
  tally.passed = tests.filter((test) => test.passed && !test.skipped).length;
  tally.skipped = tests.filter((test) => test.skipped).length;
  tally.failed = tests.filter((test) => !test.passed && !test.skipped).length;
  if (tests.length === 0 || (!passed && tally.failed === 0)) tally.failed += 1;
  return tally;
}

function testsOf({ tests, suites }) {
  return [...tests, ...suites.flatMap(testsOf)];
}
