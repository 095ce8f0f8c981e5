import type { Direction } from '../foundation/locale/locale.js';

/** What a key asks of the picker. */
export type PickerCommand =
  | 'open'
  | 'close'
  | 'restore'
  | 'next'
  | 'previous'
  | 'next-page'
  | 'previous-page'
  | 'activate'
  | 'descend'
  | 'ascend';

/** What the meaning of a key depends on in the list. */
export interface ListSituation {
  readonly isOpen: boolean;
  /** The list shows places by territory, not the answers to what was typed. */
  readonly isBrowsing: boolean;
  readonly hasActiveRow: boolean;
  /** The active row leads to places inside it. */
  readonly canDescend: boolean;
  /** There is a wider territory to go back to. */
  readonly canAscend: boolean;
}

/** What the meaning of a key depends on; a list that was never opened has no part in it. */
export interface PickerSituation extends Partial<ListSituation> {
  /** The text was edited since the last choice. */
  readonly isEdited: boolean;
  /** The input has no text. */
  readonly isEmpty: boolean;
  readonly direction: Direction;
}

/**
 * The command for a key press in the input; undefined leaves the key to the browser. While typing, the
 * horizontal arrows, Home and End move in the text; while browsing, the arrows that point onwards and back
 * in the direction of reading go into a territory and out of it.
 */
export function commandFor(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  situation: PickerSituation,
): PickerCommand | undefined {
  const { isOpen, isBrowsing, direction } = situation;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  switch (event.key) {
    case 'ArrowDown':
      return isOpen ? (event.altKey ? undefined : 'next') : 'open';
    case 'ArrowUp':
      if (event.altKey) return isOpen ? 'close' : undefined;
      return isOpen ? 'previous' : 'open';
    case 'PageDown':
      return isOpen ? 'next-page' : undefined;
    case 'PageUp':
      return isOpen ? 'previous-page' : undefined;
    case 'Enter':
      return isOpen && situation.hasActiveRow ? 'activate' : undefined;
    case 'Escape':
      return isOpen ? 'close' : situation.isEdited ? 'restore' : undefined;
    case 'Backspace':
      return isOpen && isBrowsing && situation.isEmpty && situation.canAscend
        ? 'ascend'
        : undefined;
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (!isOpen || !isBrowsing || event.altKey) return undefined;
      const onwards = (event.key === 'ArrowRight') === (direction === 'ltr');
      if (onwards) return situation.canDescend ? 'descend' : undefined;
      return situation.canAscend ? 'ascend' : undefined;
    }
    default:
      return undefined;
  }
}
