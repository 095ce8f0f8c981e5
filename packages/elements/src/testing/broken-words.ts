/**
 * Words that stand on two lines without a hyphen, in whatever is drawn under `root`. Hyphens that a browser sets by itself,
 * where it has a dictionary, cannot be seen from here: they are switched off while it is measured.
 */
export function brokenWords(root: ShadowRoot): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { hyphens: manual !important; }');
  const sheets = root.adoptedStyleSheets;
  root.adoptedStyleSheets = [...sheets, sheet];
  const broken: string[] = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (!text.parentElement?.checkVisibility() || text.parentElement.closest('.visually-hidden')) {
      continue;
    }
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{M}]{2,}/gu)) {
      // The hyphen that a soft one becomes counts as part of the letter that follows it, on the line before.
      range.setStart(text, text.data[index - 1] === '\u00ad' ? index + 1 : index);
      range.setEnd(text, index + word.length);
      const [first, ...rest] = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (first && rest.some(({ top }) => top >= first.top + first.height / 2)) {
        broken.push(word);
      }
    }
  }
  root.adoptedStyleSheets = sheets;
  return broken;
}
