/** What nobody writes inside a tag as its text for readers without the script. */
const ownOfPage = 'h1,h2,h3,h4,h5,h6,main,nav,section,article,aside,header,footer,form,script,';

/**
 * Puts what a tag has swallowed behind it. HTML has no `<nafida-session-calendar />`: the tag stays open, all that follows
 * becomes its content, and the page would end there.
 *
 * @param tags names of all tags, joined by commas
 */
export function releaseSwallowed(element: Element, tags: string): void {
  if (element.localName === 'nafida-provider') return;
  const isOfPage = (child: Element) =>
    !child.slot && (child.matches(ownOfPage + tags) || child.querySelector(ownOfPage + tags));
  const first = [...element.children].find(isOfPage);
  if (!first) return;
  const swallowed: ChildNode[] = [];
  for (let node: ChildNode | null = first; node; node = node.nextSibling) swallowed.push(node);
  element.after(...swallowed);
  console.warn(
    `Nafida: <${element.localName}> was not closed. Write </${element.localName}>: "/>" closes no tag in HTML.`,
  );
}
