/** A tag as editors leave it: `<div data-nafida="session-calendar" data-site="berkane">`. */
export const plainMarkup = '[data-nafida]';

const carriedOver = ['id', 'class', 'style', 'lang', 'dir'];

/**
 * Puts the tag that an element stands for in its place: content systems remove tags that they do not know, and keep a `div`
 * and its `data-` attributes. `data-site` becomes `site`, and so on; what is inside moves along. Says so on the
 * console if `data-nafida` names none of `tags`.
 */
export function putTag(element: HTMLElement, tags: readonly string[]): void {
  const name = element.getAttribute('data-nafida')!.trim();
  const tag = `nafida-${name}`;
  if (!tags.includes(tag)) {
    const known = tags.map((each) => each.replace('nafida-', '')).join(', ');
    console.warn(`Nafida: data-nafida="${name}" names no tag. These do: ${known}.`);
    return;
  }
  const made = document.createElement(tag);
  for (const { name: attribute, value } of element.attributes) {
    if (carriedOver.includes(attribute)) made.setAttribute(attribute, value);
    else if (attribute.startsWith('data-') && attribute !== 'data-nafida')
      made.setAttribute(attribute.slice(5), value);
  }
  made.replaceChildren(...element.childNodes);
  element.replaceWith(made);
}
