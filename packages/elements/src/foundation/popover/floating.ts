import {
  autoUpdate,
  computePosition,
  flip,
  hide,
  offset,
  platform,
  shift,
  size,
} from '@floating-ui/dom';
import type { Placement } from '@floating-ui/dom';
import { zoomOf } from '../page/css-zoom.js';

/** Room kept free between a popup and the edges of the window, in px. */
const margin = 8;

// Everything is reckoned in px of the window. By itself the library would take the size of the panel in the panel's own.
const inWindow: typeof platform = {
  ...platform,
  getDimensions: (element) => element.getBoundingClientRect(),
};

/**
 * Keeps `panel` (in the top layer) beside `anchor`: below it where there is room, above it otherwise, as wide
 * as the anchor at least, never outside the window, hidden while the anchor is scrolled out of sight. Loaded
 * when the first popup opens. Returns the function that stops it.
 */
export function follow(anchor: HTMLElement, panel: HTMLElement): () => void {
  let placement: Placement = 'bottom-start';
  const place = async () => {
    const own = (length: number) => `${length / zoomOf(panel)}px`;
    const position = await computePosition(anchor, panel, {
      platform: inWindow,
      strategy: 'fixed',
      placement,
      middleware: [
        offset(4),
        flip({ padding: margin }),
        shift({ padding: margin }),
        size({
          padding: margin,
          apply({ availableHeight, rects }) {
            panel.style.maxHeight = own(Math.max(160, availableHeight));
            panel.style.minWidth = own(rects.reference.width);
            // By 'vw' it would be enlarged with the panel.
            panel.style.maxWidth = own(document.documentElement.clientWidth - 2 * margin);
          },
        }),
        hide(),
      ],
    });
    // Once above, it stays above: a list that shortens while someone types must not jump.
    placement = position.placement;
    panel.style.left = own(position.x);
    panel.style.top = own(position.y);
    panel.style.visibility = position.middlewareData.hide?.referenceHidden ? 'hidden' : '';
  };
  return autoUpdate(anchor, panel, () => void place());
}
