import { launchersOfFoundEngines } from './tests/harness/engines.mjs';
import { pageCommands } from './tests/harness/page-commands.mjs';
import { browserTests } from './tests/harness/test-files.mjs';

// One file in one engine: ENGINES=chromium npx wtr --files packages/elements/dist/….browser.test.js
export default {
  files: browserTests(),
  nodeResolve: { exportConditions: ['browser', 'development'] },
  browsers: launchersOfFoundEngines(),
  concurrency: 2,
  // Engines one after the other gained nothing from running side by side on two cores.
  concurrentBrowsers: 1,
  plugins: [pageCommands()],
  // Generous: a busy machine is not a fault of the page.
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testFramework: { config: { timeout: 30_000 } },
  testsFinishTimeout: 600_000,
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && arg.startsWith('Lit is in dev mode')),
};
