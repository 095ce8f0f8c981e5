/**
 * Browsers that translate pages put a `<font>` in the place of each text node. Lit goes on to write what changes into
 * the node that it finds there, as `data`, where nobody sees it: a heading would name the month before. What was written
 * so becomes a text node again, and the translator takes it from there.
 * https://github.com/facebook/react/issues/11538 tells of the same.
 */
export function showChangedTexts(root: ParentNode): void {
  for (const font of root.querySelectorAll<HTMLElement & { data?: string }>('font')) {
    if (font.data !== undefined) font.replaceWith(font.data);
  }
}
