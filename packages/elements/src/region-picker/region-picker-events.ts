import type { Place } from '@nafida/territory';
import { ancestorsOf } from '@nafida/territory/look-up.js';

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

/** Tells the page that a person chose the `place` of the picker, or took the choice back. */
export function dispatchChange(picker: HTMLElement & { readonly place: Place | undefined }): void {
  const { place = null } = picker;
  const ancestors = place ? ancestorsOf(place) : [];
  picker.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  picker.dispatchEvent(new Event('change', { bubbles: true }));
  picker.dispatchEvent(new RegionChangeEvent({ place, ancestors }));
}

declare global {
  interface GlobalEventHandlersEventMap {
    'nafida-region-change': RegionChangeEvent;
  }
}
