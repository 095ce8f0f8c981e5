/** Attributes that elements inherit from their ancestors. */
const inheritedAttributes = ['lang', 'dir', 'api', 'site'];

/** The element that surrounds `element` in the tree, out of shadow roots, as the `lang` attribute is inherited. */
function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** `element` itself, then everything that surrounds it, up to `<html>`. */
export function* selfAndAncestors(element: Element): Generator<Element> {
  for (let node: Element | null = element; node; node = parentOf(node)) yield node;
}

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Tells every element that something it inherits may have changed. */
export function announceInheritedChange(): void {
  for (const listener of [...listeners]) listener();
}

/**
 * Calls `onChange` whenever `lang`, `dir`, `api` or `site` changes on `element` or on anything around it.
 * All elements of the page share one observer. Returns the function that stops it.
 */
export function watchInherited(element: Element, onChange: () => void): () => void {
  observer ??= new MutationObserver(announceInheritedChange);
  const roots = new Set<Node>();
  for (const node of selfAndAncestors(element)) roots.add(node.getRootNode());
  for (const root of roots) {
    observer.observe(root, {
      subtree: true,
      attributes: true,
      attributeFilter: inheritedAttributes,
    });
  }
  listeners.add(onChange);
  return () => {
    listeners.delete(onChange);
    if (listeners.size === 0) observer?.disconnect();
  };
}
