/**
 * Calls `onFound` for each element that matches `selector`, those of the document now and those that it gets later. Shadow
 * roots of other components are not looked into.
 */
export function watchForElements(selector: string, onFound: (element: HTMLElement) => void): void {
  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll<HTMLElement>(selector)) onFound(element);
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue;
        if (node.matches(selector)) onFound(node);
        look(node);
      }
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  look(document);
}
