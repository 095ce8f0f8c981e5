import { expect } from '@open-wc/testing';
import { stopClock } from './calendar-fixture.js';
import type { ShowView } from './every-view.js';
import { everyView } from './every-view.js';
import { setViewport } from './keyboard.js';
import { rootsOf, textsIn } from './shadow-trees.js';
import { spokenNames } from './spoken-names.js';

const inside = (element: Element, selector: string) =>
  rootsOf(element).flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);

/** Text spacing as WCAG 1.4.12 has people set it, also inside shadow trees, as browsers' own style sheets do. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`);

/** What sticks out of the page at either side, unless it lies in a part that scrolls by itself or is not to be seen. */
function whatSticksOut(element: HTMLElement): string[] {
  const page = element.parentElement!.getBoundingClientRect();
  const found: (readonly [HTMLElement, string])[] = [];
  for (const each of inside(element, '.root *:not(option, style)')) {
    if (isApart(each)) continue;
    const texts = [...each.childNodes].filter((node) => node instanceof Text);
    const range = document.createRange();
    const boxes = texts.flatMap((text) => {
      range.selectNodeContents(text);
      return [...range.getClientRects()];
    });
    const beyond = [each.getBoundingClientRect(), ...boxes]
      .filter(({ width }) => width > 0)
      .map(({ left, right }) => Math.max(page.left - left, right - page.right));
    const most = Math.max(0, ...beyond);
    if (most > 1)
      found.push([each, `${Math.round(most)} px: ${each.outerHTML.slice(0, 90)}`] as const);
  }
  // Their contents are tested elsewhere.
  const outermost = found.filter(
    ([each]) => !found.some(([other]) => other !== each && other.contains(each)),
  );
  return outermost.map(([, told]) => told);
}

function isApart(element: HTMLElement): boolean {
  if (element.checkVisibility() === false) return true;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { overflowX, clipPath, position } = getComputedStyle(at);
    if (clipPath !== 'none' || position === 'fixed') return true;
    if (at !== element && overflowX !== 'visible' && overflowX !== 'clip') return true;
  }
  return false;
}

/** Texts with a point of their own between facts: it may come to stand at the end of a line. */
function pointsInTexts(element: HTMLElement): string[] {
  return inside(element, '.root *:not(option, style)')
    .flatMap((each) => [...each.childNodes])
    .filter((node): node is Text => node instanceof Text && node.data.includes('·'))
    .map(({ data, parentElement }) => `${data.trim()} in ${parentElement?.outerHTML.slice(0, 90)}`);
}

/** Codes and references that a translator of the page would take for words. */
function codesToTranslate(element: HTMLElement): string[] {
  return (
    textsIn(element)
      .filter(({ data }) => /(?=[\dA-Z\u2011-]*\d)[\dA-Z]{4,}(?:[-\u2011][\dA-Z]{4,})+/.test(data))
      // What a code looks like is said in a sentence, and is nobody's.
      .filter(({ data }) => !data.includes('K7QF'))
      .filter(({ parentElement }) => !parentElement?.closest('[translate="no"]'))
      .map(
        ({ data, parentElement }) => `${data.trim()} in ${parentElement?.outerHTML.slice(0, 90)}`,
      )
  );
}

async function onPhone(show: ShowView, lang: 'ar' | 'fr'): Promise<HTMLElement> {
  await setViewport({ width: 320, height: 640 });
  // Less the edges that pages have.
  return show({ lang, width: 288 });
}

describe('every view of every tag', () => {
  stopClock();

  for (const [name, show] of Object.entries(everyView)) {
    for (const lang of ['ar', 'fr'] as const) {
      it(`is whole at 320 px, also with wide spacing: ${name}, ${lang}`, async () => {
        const element = await onPhone(show, lang);
        expect(whatSticksOut(element), 'as it is').to.deep.equal([]);
        expect(pointsInTexts(element), 'points that may end a line').to.deep.equal([]);
        expect(codesToTranslate(element), 'codes that may be translated').to.deep.equal([]);
        for (const root of rootsOf(element)) root.adoptedStyleSheets.push(spacing);
        expect(whatSticksOut(element), 'with wide spacing').to.deep.equal([]);
      });

      it(`is whole at 320 px with text of 200 %: ${name}, ${lang}`, async () => {
        const element = await onPhone(show, lang);
        element.parentElement!.style.fontSize = '200%';
        expect(whatSticksOut(element)).to.deep.equal([]);
      });
    }

    it(`can be gone through by headings, and says whole names: ${name}`, async () => {
      const element = await show({ lang: 'fr', width: 320 });
      const levels = inside(element, '[role="heading"]')
        .filter((heading) => heading.checkVisibility())
        .map((heading) => Number(heading.ariaLevel));
      if (!name.startsWith('picker')) expect(levels[0], levels.join()).to.equal(2);
      for (const [at, level] of levels.slice(1).entries())
        expect(level, levels.join()).to.be.within(2, levels[at]! + 1);

      const spoken = await spokenNames();
      if (!spoken) return;
      expect(spoken.length).to.be.greaterThan(0);
      for (const { role, name: told } of spoken) {
        if (['columnheader', 'rowheader', 'heading', 'link', 'button'].includes(role))
          expect(told.trim(), role).to.not.equal('');
        expect(told, role).to.not.match(/[^\s([]\(/);
      }
    });
  }
});
