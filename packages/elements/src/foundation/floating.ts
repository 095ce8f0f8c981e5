import { autoUpdate, computePosition, flip, hide, offset, shift, size } from '@floating-ui/dom';
import type { Placement } from '@floating-ui/dom';

/** Room kept free between a popup and the edges of the window, in px. */
const margin = 8;

/**
 * Keeps `panel` (in the top layer) beside `anchor`: below it where there is room, above it otherwise, as wide
 * as the anchor at least, never outside the window, hidden while the anchor is scrolled out of sight. Loaded
 * when the first popup opens. Returns the function that stops it.
 */
export function follow(anchor: HTMLElement, panel: HTMLElement): () => void {
  let placement: Placement = 'bottom-start';
  const place = async () => {
    const position = await computePosition(anchor, panel, {
      strategy: 'fixed',
      placement,
      middleware: [
        offset(4),
        flip({ padding: margin }),
        shift({ padding: margin }),
        size({
          padding: margin,
          apply({ availableHeight, rects }) {
            panel.style.maxHeight = `${Math.max(160, availableHeight)}px`;
            panel.style.minWidth = `${rects.reference.width}px`;
          },
        }),
        hide(),
      ],
    });
    // Once above, it stays above: a list that shortens while someone types must not jump.
    placement = position.placement;
    panel.style.left = `${position.x}px`;
    panel.style.top = `${position.y}px`;
    panel.style.visibility = position.middlewareData.hide?.referenceHidden ? 'hidden' : '';
  };
  return autoUpdate(anchor, panel, () => void place());
}
