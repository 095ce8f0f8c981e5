/**
 * Calls `onFound` once for each of `tags` that the document holds now or gets later, with the first element found.
 * Shadow roots of other components are not looked into. Stops by itself when all have been found.
 */
export function watchForTags(
  tags: Iterable<string>,
  onFound: (tag: string, element: Element) => void,
): void {
  const waiting = new Set(tags);
  const selector = [...waiting].join();

  const found = (element: Element) => {
    if (!waiting.delete(element.localName)) return;
    onFound(element.localName, element);
  };
  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll(selector)) found(element);
  };

  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        found(node);
        look(node);
      }
    }
    if (waiting.size === 0) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
  look(document);
}
