/**
 * How much larger than its own lengths an element is drawn: pages and their accessibility toolbars enlarge by the
 * CSS property `zoom`. Rectangles are in px of the window, style lengths, `scrollTop` and the like in px of the
 * element: https://drafts.csswg.org/css-viewport/#zoom-property. Engines that cannot say it use the same px for both.
 */
export function zoomOf(element: Element): number {
  return (element as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
}
