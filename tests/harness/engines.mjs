import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { aptInstall } from './apt.mjs';
import { chromiumFlags, findChromium, findFirefox } from './find-browser.mjs';
import { SetUpError } from './set-up-error.mjs';
import { findWebKit, webkitLauncher } from './webkit-launcher.mjs';

/**
 * The engines that element tests run in. Chromium must be there; the others are used where found.
 * `concurrency` is 1 outside Chromium: Firefox over BiDi and WebKitGTK lose pages at 2.
 */
export const engines = [
  {
    name: 'Chromium',
    packages: ['chromium'],
    find: findChromium,
    launcher: (executablePath) =>
      chromeLauncher({
        puppeteer,
        launchOptions: { executablePath, headless: true, args: chromiumFlags },
        async createPage({ context }) {
          // Test files run side by side. In a tab behind another, input waits for ever; in windows,
          // only one would hold the focus.
          const page = await context.newPage({ type: 'window' });
          await page.emulateFocusedPage(true);
          return page;
        },
      }),
  },
  {
    name: 'Firefox',
    packages: ['firefox-esr'],
    find: findFirefox,
    launcher: (executablePath) =>
      chromeLauncher({
        puppeteer,
        concurrency: 1,
        launchOptions: {
          browser: 'firefox',
          executablePath,
          headless: true,
          extraPrefsFirefox: {
            'app.update.disabledForTesting': true,
            // Lets window.focus() work: a Tab beyond the page's last element leaves the page for good.
            'dom.disable_window_flip': false,
          },
        },
      }),
  },
  {
    name: 'WebKitGTK',
    packages: ['webkit2gtk-driver', 'xvfb'],
    find: findWebKit,
    launcher: webkitLauncher,
  },
];

/**
 * The launchers of the engines found on this machine, or of those named in $ENGINES
 * (`ENGINES=chromium,firefox`).
 *
 * @throws {SetUpError} when an engine named in $ENGINES is not installed
 */
export function launchersOfFoundEngines() {
  const wanted = process.env.ENGINES?.toLowerCase().split(',');
  return engines
    .filter(({ name }) => !wanted || wanted.includes(name.toLowerCase()))
    .flatMap(({ name, find, launcher }) => {
      const path = find();
      if (!path && wanted)
        throw new SetUpError(`$ENGINES asks for ${name}, which is not installed.`);
      return path ? [launcher(path)] : [];
    });
}

/**
 * Installs what is missing, where that is allowed: Chromium always, the others on a CI machine.
 *
 * @returns {string[]} names of the engines that can run
 */
export function installEngines() {
  for (const { name, find, packages } of engines) {
    if (!find() && (name === 'Chromium' || process.env.CI)) aptInstall(...packages);
  }
  return engines.filter(({ find }) => find()).map(({ name }) => name);
}
