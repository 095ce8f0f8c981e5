import { existsSync } from 'node:fs';
import { aptInstall } from './apt.mjs';
import { SetUpError } from './set-up-error.mjs';

const CHROMIUM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FIREFOX_PATHS = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** What every Chromium of ours starts with: no sandbox only where root forces it, and no traffic of its own. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {string | undefined} path of Chromium or Chrome: $CHROME first, then the usual places */
export function findChromium() {
  return [process.env.CHROME, ...CHROMIUM_PATHS].find((path) => path && existsSync(path));
}

/** @returns {string | undefined} path of Firefox: $FIREFOX first, then the usual places */
export function findFirefox() {
  return [process.env.FIREFOX, ...FIREFOX_PATHS].find((path) => path && existsSync(path));
}

/**
 * The path of Chromium, installed through apt where it is missing and that is allowed.
 *
 * @returns {string}
 * @throws {SetUpError} where there is none
 */
export function requireChromium() {
  const found = findChromium() ?? (aptInstall('chromium') ? findChromium() : undefined);
  if (found) return found;
  throw new SetUpError('No Chromium found: install Chromium or Chrome, or point $CHROME at it.');
}
