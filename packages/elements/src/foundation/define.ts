/**
 * Registers `elementClass` under `tag`. Never throws: on a page that loads two copies of Nafida the first
 * one wins and the second says so, because an exception here would stop the page's other scripts.
 */
export function define(tag: string, elementClass: CustomElementConstructor): void {
  const existing = customElements.get(tag);
  if (existing === elementClass) return;
  if (existing) {
    console.warn(`<${tag}> is already registered; the copy loaded first stays in use.`);
    return;
  }
  try {
    customElements.define(tag, elementClass);
  } catch (error) {
    console.warn(`<${tag}> could not be registered.`, error);
  }
}
