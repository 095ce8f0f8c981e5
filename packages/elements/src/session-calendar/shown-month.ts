import { presentTime } from '@nafida/client/present-time.js';
import { homeZone } from '@nafida/contract/civil-time.js';
import type { Session } from '@nafida/contract';
import type { LitElement, TemplateResult } from 'lit';
import { LazyModule } from '../foundation/loading/lazy-module.js';
import { AgendaReader } from './agenda/agenda-reader.js';
import { openingMonth } from './agenda/opening-month.js';
import type { CalendarBody, CalendarBodyOptions } from './calendar-body.js';
import type { Month } from './day/civil-day.js';
import { todayIn } from './day/civil-day.js';
import { renderEmptyMonth } from './month/empty-month.js';
import type { AgendaSource } from './source/agenda-source.js';
import type { Speech } from './texts/day-texts.js';
import { monthText } from './texts/day-texts.js';
import type { CalendarContext } from './view/calendar-context.js';
import type { CalendarSettings, View } from './view/calendar-settings.js';
import { firstMonthOf } from './view/calendar-settings.js';
import { renderAgendaError } from './view/calendar-states.js';

/** What the month needs from the calendar. */
export interface ShownMonthOptions extends Omit<CalendarBodyOptions, 'onRetry'> {
  readonly onError: (error: unknown) => void;
}

/** The month that the calendar shows: which one it is, its sessions, and what draws it once that is loaded. */
export class ShownMonth {
  readonly #source: AgendaSource;
  readonly #reader: AgendaReader;
  readonly #body: LazyModule<CalendarBody>;
  /** The month asked for, or that of today. */
  #first!: Month;
  #month!: Month;

  constructor(host: LitElement, source: AgendaSource, options: ShownMonthOptions) {
    this.#source = source;
    this.#reader = new AgendaReader(host, options.onError);
    this.#body = new LazyModule(host, async () => {
      const { CalendarBody } = await import('./calendar-body.js');
      return new CalendarBody(host, { ...options, onRetry: () => this.refresh(true) });
    });
  }

  /** The month itself, as {@link find} found it. */
  get month(): Month {
    return this.#month;
  }

  /** Its sessions, as far as they are known. */
  get sessions(): readonly Session[] {
    return this.#reader.state.sessions;
  }

  /** Whether it is still to be read for the first time. */
  get isLoading(): boolean {
    return this.#reader.state.status === 'loading';
  }

  /** Loads what draws it. */
  load(): void {
    this.#body.ask();
  }

  /** Resolves once `view` can be drawn. */
  async ready(view: View): Promise<void> {
    await (await this.#body.need())?.ready(view);
  }

  /** Finds the month that `settings` ask for, and shows it where the agenda is known. */
  find(settings: CalendarSettings): void {
    const { agenda } = this.#source;
    const first = firstMonthOf(settings, () => todayIn(homeZone, presentTime()));
    this.#first = first;
    this.#month = settings.month ? first : openingMonth(first, agenda?.known(first));
    if (agenda) this.#reader.show(agenda, this.#month);
  }

  /** Asks the server again where what is shown has grown old; always when `now` is set. */
  refresh(now: boolean): void {
    this.#reader.refresh({ now });
  }

  /** Puts what was just learnt of one session into what is shown. */
  replace(session: Session): void {
    this.#reader.replace(session);
  }

  /** Reads the months beside it, once it is drawn. */
  readAhead(): void {
    if (this.#body.part) this.#reader.readAhead();
  }

  /** Whether `view` is a programme, or could be. */
  hasProgramme(view: View): boolean {
    const { part } = this.#body;
    return !!part && (view === 'programme' || part.hasProgramme(this.sessions));
  }

  /** What people are told who do not see it: its name, and how many sessions it has. */
  summary({ locale, messages }: Speech): string {
    if (this.#reader.state.status === 'failed') return messages.failed;
    const name = monthText({ locale, messages }, this.#month);
    return messages.pair(name, messages.sessionCount(this.sessions.length));
  }

  /** The month as `view`, or what stands in for it. */
  render(context: CalendarContext, settings: CalendarSettings, view: View): TemplateResult {
    const [month, first] = [this.#month, this.#first];
    const { part, failed } = this.#body;
    if (failed) {
      const retry = () => void this.#body.need();
      return renderAgendaError(context, context.messages.partFailed, 'offline', retry);
    }
    if (!part) return renderEmptyMonth(context, { month, view, firstDay: settings.firstDay });
    const reading = first === month ? undefined : this.#source.agenda?.known(first);
    const passedOver = reading && { month: first, reading };
    const { state, busy } = this.#reader;
    return part.render(context, { month, view, settings, state, busy, passedOver });
  }
}
