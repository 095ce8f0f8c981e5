const mark = 'data-nafida-printing';

// Around the element stay its ancestors; everything beside them goes.
const alone = `@media print {
  body :not([${mark}], [${mark}] *, :has([${mark}])) { display: none !important; }
}`;

/**
 * Opens the print dialogue with `element` alone on paper, without the menus and news of the page around it. The
 * page is as before once the dialogue is closed.
 */
export function printAlone(element: Element): void {
  // A rule of the page finds nothing inside another component, and would hide all.
  if (element.getRootNode() === document) hideTheRest(element);
  window.print();
}

function hideTheRest(element: Element): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(alone);
  element.setAttribute(mark, '');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const restore = () => {
    element.removeAttribute(mark);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  window.addEventListener('afterprint', restore, { once: true });
}
