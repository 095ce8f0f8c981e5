import { nextFrame } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

/** Presses and releases real keys in whatever has the focus: `press('Enter')`, `press('Shift+Tab')`. */
export async function press(chord: string): Promise<void> {
  await input('press', { chord });
}

/** Types the text, character by character, into whatever has the focus. */
export async function type(text: string): Promise<void> {
  await input('type', { text });
}

/** Clicks an element with a real mouse, in the middle of its longest line, scrolled into view first. */
export async function click(element: Element): Promise<void> {
  await input('click', await middleOf(element));
}

/** Moves the real mouse over an element, to the middle of its longest line, scrolled into view first. */
export async function hover(element: Element): Promise<void> {
  await input('hover', await middleOf(element));
}

/**
 * Gives the page this size in CSS pixels until the test ends (it begins with 800 × 600). Answers
 * false where the engine cannot (WebKitGTK's window stays about 450 wide): skip the test there.
 */
export async function setViewport(viewport: { width: number; height: number }): Promise<boolean> {
  restoreAfterTest();
  return command('viewport', viewport);
}

/** What a page can be shown as; what is left out is as the engine has it. */
export interface MediaConditions {
  media?: 'screen' | 'print';
  'prefers-color-scheme'?: 'light' | 'dark';
  'prefers-reduced-motion'?: 'reduce' | 'no-preference';
  'prefers-contrast'?: 'more' | 'no-preference';
  'forced-colors'?: 'active' | 'none';
}

/**
 * Shows the page under these conditions until the test ends. Answers false in engines that cannot
 * (Firefox, WebKitGTK): `if (!(await emulateMedia({ 'forced-colors': 'active' }))) this.skip();`
 */
export async function emulateMedia({ media, ...features }: MediaConditions): Promise<boolean> {
  restoreAfterTest();
  return command('media', {
    media: media ?? '',
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

/** The innermost focused element, through open shadow roots. */
export function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

let restores = false;

// A page outlives its test file in the launchers: one test's conditions must not reach the next.
function restoreAfterTest(): void {
  if (restores) return;
  restores = true;
  afterEach(async () => {
    await command('viewport', { width: 800, height: 600 });
    await command('media', { media: '', features: [] });
  });
}

// Until it has stood still for two frames: Firefox scrolls back to what is typed in a moment later, and sends
// the mouse to what was painted last.
async function middleOf(element: Element): Promise<{ x: number; y: number }> {
  for (;;) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { x, y, width, height } = longestLineOf(element);
    await nextFrame();
    await nextFrame();
    const now = longestLineOf(element);
    if (now.x !== x || now.y !== y) continue;
    const { defaultView } = element.ownerDocument;
    const frame = defaultView === window ? null : defaultView?.frameElement;
    const { x: left, y: top } = frame?.getBoundingClientRect() ?? { x: 0, y: 0 };
    return { x: left + x + width / 2, y: top + y + height / 2 };
  }
}

// A link on two lines has its middle between them, where the second may not reach: a click there misses it.
function longestLineOf(element: Element): DOMRect {
  const [first, ...rest] = element.getClientRects();
  if (!first) return element.getBoundingClientRect();
  return rest.reduce((longest, line) => (line.width > longest.width ? line : longest), first);
}

// A Tab beyond the last element leaves for the browser's own controls. Firefox would stay there, into
// the next test file too: nothing would get or lose focus any more.
beforeEach(returnToPage);

function returnToPage(): void {
  const isInFrame = document.activeElement instanceof HTMLIFrameElement;
  if (!isInFrame && !document.hasFocus()) window.focus();
}

async function input(name: string, payload: object): Promise<void> {
  returnToPage();
  await command(name, payload);
}

function command(name: string, payload: object): Promise<boolean> {
  return executeServerCommand<boolean, object>(`page:${name}`, payload);
}
