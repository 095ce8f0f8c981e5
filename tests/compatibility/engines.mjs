import puppeteer from 'puppeteer-core';
import { axeViolations, launchChromium } from '../harness/browser.mjs';
import { findChromium, findFirefox } from '../harness/find-browser.mjs';
import { findWebKit, openWebKit } from '../harness/webkit-launcher.mjs';

/**
 * A page that is driven the same way in every engine.
 * @typedef {object} DrivenPage
 * @property {(url: string) => Promise<void>} visit
 * @property {(expression: string) => Promise<any>} evaluate value of an expression on the page
 * @property {(key: string) => Promise<void>} press
 * @property {(text: string) => Promise<void>} type
 * @property {() => Promise<string[]>} violations ids of what axe-core finds; nothing where it does not run
 */

/** The engines, each with how it is found and opened: `open` answers `{ page(), close() }`. */
export const engines = [
  { name: 'Chromium', find: findChromium, open: openChromium },
  { name: 'Firefox', find: findFirefox, open: openFirefox },
  { name: 'WebKitGTK', find: findWebKit, open: openWebKitGtk },
];

async function openChromium() {
  const browser = await launchChromium();
  return {
    async page() {
      const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
      return {
        visit: (url) => page.goto(url),
        evaluate: (expression) => page.evaluate(expression),
        press: (key) => page.keyboard.press(key),
        type: (text) => page.keyboard.type(text),
        violations: async () => (await axeViolations(page)).filter(isInTag).map(({ id }) => id),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** What is wrong with the page itself is not looked at. */
function isInTag({ nodes }) {
  return nodes.some(({ target }) => target.flat()[0].includes('nafida-'));
}

async function openFirefox() {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    extraPrefsFirefox: { 'app.update.disabledForTesting': true },
  });
  return {
    async page() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      return {
        visit: (url) => page.goto(url),
        evaluate: (expression) => page.evaluate(expression),
        press: (key) => page.keyboard.press(key),
        type: (text) => page.keyboard.type(text),
        violations: async () => [],
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

const FORGET = `(() => {
  localStorage.clear();
  for (const name of ['nafida-agenda', 'nafida', 'nafida-files', 'nafida-outbox']) indexedDB.deleteDatabase(name);
})()`;

// It has one page, which forgets what it kept.
async function openWebKitGtk() {
  const { page, close } = await openWebKit();
  return {
    page: async () => ({
      visit: (url) => page.navigate(url),
      evaluate: (expression) => page.evaluate(`return (${expression});`),
      press: (key) => page.chord([key]),
      type: (text) => page.type(text),
      violations: async () => [],
      close: async () => {
        await page.releaseInputs();
        await page.evaluate(FORGET).catch(() => {});
        await page.navigate('about:blank');
      },
    }),
    close,
  };
}
