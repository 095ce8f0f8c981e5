import type { Place } from '@nafida/territory';

/** What was chosen. */
export interface RegionChange {
  /** The chosen place; null when the choice was taken back. */
  readonly place: Place | null;
  /** Everything it lies in, nearest first: of a commune its province, then its region. */
  readonly ancestors: readonly Place[];
}

/** A person chose a place in a `<nafida-region-picker>`, or took the choice back. */
export class RegionChangeEvent extends Event {
  readonly detail: RegionChange;

  constructor(detail: RegionChange) {
    super('nafida-region-change', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'nafida-region-change': RegionChangeEvent;
  }
}
