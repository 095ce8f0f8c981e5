const warned = new Set<string>();

/**
 * Tells the page's developer, once per page, what is wrong with one attribute of one kind of element.
 * Attributes of a page we do not own never make an element throw; this is how the mistake is found instead.
 */
export function warnOnce(tag: string, attribute: string, message: string): void {
  reportOnce(`<${tag} ${attribute}>: ${message}`);
}

/** Tells the page's developer, once per page, what keeps it from working and what mends it. */
export function reportOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(message);
}
