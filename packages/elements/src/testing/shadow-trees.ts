/** The shadow roots of a tag and of the tags inside it. */
export function rootsOf(element: Element): ShadowRoot[] {
  const root = element.shadowRoot;
  if (!root) return [];
  return [root, ...[...root.querySelectorAll('*')].flatMap(rootsOf)];
}

/** The texts that a tag and the tags inside it draw, in order. */
export function textsIn(element: Element): Text[] {
  return rootsOf(element).flatMap((root) => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.data.trim() && !text.parentElement?.closest('style, script')) texts.push(text);
    }
    return texts;
  });
}
