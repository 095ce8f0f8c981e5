import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { endProcess, startChild } from './child-processes.mjs';
import { freePort } from './free-port.mjs';
import { hasDisplay, startDisplay } from './virtual-display.mjs';
import { WebDriverSession } from './webdriver.mjs';

const DRIVER = '/usr/bin/WebKitWebDriver';

/** @returns {string | undefined} path of WebKitGTK's MiniBrowser when it can be driven here */
export function findWebKit() {
  return existsSync(DRIVER) && hasDisplay ? findMiniBrowser() : undefined;
}

function findMiniBrowser() {
  const triplet = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  const libraries = `/usr/lib/${triplet}`;
  if (!existsSync(libraries)) return undefined;
  return readdirSync(libraries)
    .filter((name) => name.startsWith('webkit2gtk-') || name.startsWith('webkitgtk-'))
    .map((name) => `${libraries}/${name}/MiniBrowser`)
    .find(existsSync);
}

async function startDriver(env) {
  const port = await freePort();
  const driver = startChild(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...env, LIBGL_ALWAYS_SOFTWARE: '1' },
    stdio: 'ignore',
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const status = await fetch(`${origin}/status`).catch(() => undefined);
    if (status?.ok && (await status.json()).value.ready) return { driver, origin };
    await delay(50);
  }
  throw new Error('WebKitWebDriver did not get ready within 10 seconds');
}

/**
 * Starts WebKitGTK on a display of its own.
 *
 * @returns {Promise<{ page: WebDriverSession, close: () => Promise<void> }>}
 */
export async function openWebKit() {
  const display = await startDisplay();
  const { driver, origin } = await startDriver(display.env);
  const end = async () => {
    await endProcess(driver);
    await display.stop();
  };
  try {
    const page = await WebDriverSession.open(origin, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
    });
    return {
      page,
      async close() {
        await page.close().catch(() => {});
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * A @web/test-runner launcher for WebKitGTK. The runner's own webdriver launcher would bring
 * webdriverio and two driver downloads; these few lines start Xvfb and WebKitWebDriver themselves
 * and end them.
 *
 * @returns {import('@web/test-runner-core').BrowserLauncher}
 */
export function webkitLauncher() {
  let booting;
  let activeId;
  let activeUrl;

  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,
    async initialize() {},
    async startSession(id, url) {
      const { page } = await (booting ??= openWebKit());
      activeId = id;
      activeUrl = url;
      await page.resizePage(800, 600); // what the other launchers begin with
      await page.navigate(url);
    },
    isActive: (id) => activeId === id,
    getBrowserUrl: () => activeUrl,
    async stopSession(id) {
      if (activeId === id) activeId = undefined;
      const { page } = await booting;
      await page.releaseInputs();
      await page.navigate('about:blank');
      return { testCoverage: undefined };
    },
    async startDebugSession() {
      throw new Error('Debugging is not supported in WebKitGTK; use --watch with Chromium.');
    },
    async stop() {
      await (await booting?.catch(() => undefined))?.close();
    },
    /** For our page commands: the runner's own would need more. @returns {Promise<WebDriverSession>} */
    getSession: async () => (await booting)?.page,
  };
}
