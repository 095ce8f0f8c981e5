const warned = new Set<string>();

/**
 * Tells the page's developer, once per page, what is wrong with one attribute of one kind of element.
 * Attributes of a page we do not own never make an element throw; this is how the mistake is found instead.
 */
export function warnOnce(tag: string, attribute: string, message: string): void {
  const key = `${tag} ${attribute} ${message}`;
  if (warned.has(key)) return;
  warned.add(key);
  console.warn(`<${tag} ${attribute}>: ${message}`);
}
