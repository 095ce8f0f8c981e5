import { html } from 'lit';
import type { Direction, TextLocale } from '../../foundation/locale/locale.js';
import type { Day } from '../day/civil-day.js';
import type { DayNotes } from '../day-notes/day-notes.js';
import type { Speech } from '../texts/day-texts.js';

/** What every part of the calendar is drawn with. */
export interface CalendarContext extends Speech {
  readonly textLocale: TextLocale;
  readonly direction: Direction;
  readonly today: Day;
  /** Milliseconds. */
  readonly now: number;
  /** Wide enough for a table. */
  readonly isWide: boolean;
  /** Undefined until loaded. */
  readonly dayNotes: DayNotes | undefined;
  /** Whether one registers for parts of an event rather than for it. */
  readonly registersInParts: (event: string) => boolean;
  /** Hijri dates are to be shown, once they can be computed. */
  readonly hijri: boolean;
  /** IANA zone of the reader's device. */
  readonly readerZone: string;
  /** Level of the calendar's own heading, 1 to 6; those inside it are one deeper. */
  readonly headingLevel: number;
}

/** An arrow head that points to where the line begins; `.next` turns it round, as right-to-left does. */
export const chevron = html`<svg class="chevron" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M15 5l-7 7 7 7" fill="none" stroke="currentcolor" stroke-width="2.25" />
</svg>`;
