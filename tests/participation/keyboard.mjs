import assert from 'node:assert/strict';

/** Enough for any page of ours; without a bound a lost focus would go round for ever. */
const mostPresses = 150;

/** What a screen reader would call the focused control. */
function focusedName() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element) return '';
  const root = element.getRootNode();
  const byId = (id) => root.getElementById(id)?.textContent ?? '';
  const labels = [...(element.labels ?? [])].map(({ textContent }) => textContent);
  const name =
    element.getAttribute('aria-label') ??
    (element.getAttribute('aria-labelledby')?.split(' ').map(byId).join(' ') ||
      labels.join(' ') ||
      element.textContent);
  return name.replace(/\s+/g, ' ').trim();
}

/**
 * Presses Tab until a control whose name holds `name` has the focus.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function tabTo(page, name) {
  const passed = [];
  for (let presses = 0; presses < mostPresses; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(focusedName);
    if (focused.includes(name)) return;
    passed.push(focused);
  }
  assert.fail(`Tab never reaches "${name}"; it passed ${passed.join(' | ')}`);
}
