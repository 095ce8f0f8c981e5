import { UnsupportedOperation } from 'puppeteer-core';

/**
 * Real input and page conditions for element tests, the same in each engine. The runner's own
 * commands lack chords ('Shift+Tab') in puppeteer, viewport and media in WebDriver.
 * The browser's side is `packages/elements/src/testing/keyboard.ts`.
 */
export function pageCommands() {
  return {
    name: 'page-commands',
    async executeCommand({ command, payload, session }) {
      const name = command.startsWith('page:') ? command.slice('page:'.length) : undefined;
      if (!name) return undefined;
      const { browser, id } = session;
      return browser.type === 'webdriver'
        ? webdriverCommands[name](await browser.getSession(), payload)
        : puppeteerCommands[name](browser.getPage(id), payload);
    },
  };
}

/** 'Shift+Tab' → ['Shift', 'Tab']; '+' alone is a key, and 'Space' the name of one. */
function keysOf(chord) {
  const keys = chord.length > 1 ? chord.split('+') : [chord];
  return keys.map((key) => (key === 'Space' ? ' ' : key));
}

// Each command answers true when the engine did it, false when it cannot.
const puppeteerCommands = {
  async press(page, { chord }) {
    const keys = keysOf(chord);
    for (const key of keys) await page.keyboard.down(key);
    for (const key of keys.toReversed()) await page.keyboard.up(key);
    return true;
  },
  async type(page, { text }) {
    await page.keyboard.type(text);
    return true;
  },
  async click(page, { x, y }) {
    await page.mouse.click(x, y);
    return true;
  },
  async hover(page, { x, y }) {
    await page.mouse.move(x, y);
    return true;
  },
  async viewport(page, { width, height }) {
    await page.setViewport({ width, height });
    return true;
  },
  async media(page, { media, features }) {
    const devtools = await devtoolsOf(page);
    if (!devtools) return false;
    // page.emulateMediaFeatures() refuses forced-colors and prefers-contrast.
    await devtools.send('Emulation.setEmulatedMedia', { media, features });
    return true;
  },
  async names(page) {
    const devtools = await devtoolsOf(page);
    if (!devtools) return false;
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => ({ role: role?.value ?? '', name: name?.value ?? '' }));
  },
};

const webdriverCommands = {
  async names() {
    return false;
  },
  async press(page, { chord }) {
    await page.chord(keysOf(chord));
    return true;
  },
  async type(page, { text }) {
    await page.type(text);
    return true;
  },
  async click(page, { x, y }) {
    await page.moveMouse(x, y);
    await page.pressMouse();
    await page.releaseMouse();
    return true;
  },
  async hover(page, { x, y }) {
    await page.moveMouse(x, y);
    return true;
  },
  viewport(page, { width, height }) {
    return page.resizePage(width, height);
  },
  async media() {
    return false;
  },
};

// An emulation ends with the DevTools session that asked for it, so a page keeps one.
const devtoolsSessions = new WeakMap();

/** Undefined in Firefox, which speaks no DevTools protocol. */
function devtoolsOf(page) {
  if (!devtoolsSessions.has(page)) devtoolsSessions.set(page, openDevtools(page));
  return devtoolsSessions.get(page);
}

async function openDevtools(page) {
  try {
    return await page.createCDPSession();
  } catch (error) {
    if (error instanceof UnsupportedOperation) return undefined;
    throw error;
  }
}
