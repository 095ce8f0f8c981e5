import { presentTime } from '@nafida/client/present-time.js';
import { homeZone } from '@nafida/contract/civil-time.js';
import type { LitElement } from 'lit';
import { PrintController } from '../../foundation/page/print-controller.js';
import { WidthController } from '../../foundation/page/width-controller.js';
import { todayIn } from '../day/civil-day.js';
import { readerZone } from '../day/known-zone.js';
import type { CalendarContext } from './calendar-context.js';
import type { View } from './calendar-settings.js';

/** From this width of the calendar on, a month is shown as a grid unless the page asks otherwise; in em. */
const monthWidth = 37.5;

/** Where and when the calendar is drawn: its width, on a screen or on paper, the time, and the zone of the reader. */
export class Surroundings {
  readonly #width: WidthController;
  readonly #print: PrintController;

  constructor(host: LitElement) {
    this.#width = new WidthController(host, monthWidth);
    this.#print = new PrintController(host);
  }

  /** What they are now. */
  now(): Pick<CalendarContext, 'today' | 'now' | 'readerZone' | 'isWide'> {
    const now = presentTime();
    return {
      today: todayIn(homeZone, now),
      now,
      readerZone: readerZone(),
      isWide: !this.#width.isNarrow && !this.#print.isPrinting,
    };
  }

  /** How a month is shown here where `chosen` is asked for. */
  viewFor(chosen: View | undefined): View {
    const view = chosen ?? (this.#width.isNarrow ? 'list' : 'month');
    // A grid on paper would leave out what its cells have no room for.
    return this.#print.isPrinting && view === 'month' ? 'list' : view;
  }
}
