/** How a popup shows itself: beside its field, or as a sheet over the lower part of a phone's screen. */
export type PopoverMode = 'anchored' | 'sheet';

/** Phones and tablets held upright get a sheet; a narrow window on a computer keeps the anchored popup. */
export function preferredPopoverMode(): PopoverMode {
  return matchMedia('(pointer: coarse) and (max-width: 640px)').matches ? 'sheet' : 'anchored';
}
