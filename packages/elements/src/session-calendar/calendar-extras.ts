import '@nafida/client/reads/site.js';
import type { Session } from '@nafida/contract';
import type { LitElement, ReactiveController } from 'lit';
import type { Locale } from '../foundation/locale/locale.js';
import { PageMemory } from '../foundation/page/page-memory.js';
import type { AgendaClient } from './agenda/agenda-client.js';
import type { AnnouncedHolidays, DayNotes } from './day-notes/day-notes.js';
import { dayNotes } from './day-notes/day-notes.js';
import { EventScript } from './structured-data/event-script.js';

/** What a person chose, by the names it has in the address of the page. */
export type Remembered = Readonly<Record<(typeof rememberedNames)[number], string | null>>;

/** The part of a calendar that the address of the page remembers. */
export type RememberedCalendar = LitElement & Record<keyof Remembered, string | null>;

const rememberedNames = ['month', 'view', 'territory', 'type', 'audience', 'q', 'session'] as const;

/** What the extras are told with every drawing of the calendar. */
export interface ExtrasView {
  readonly client: AgendaClient | undefined;
  readonly sessions: readonly Session[];
  readonly isRead: boolean;
  readonly locale: Locale;
  readonly isForSearchEngines: boolean;
  /** Undefined where the page did not ask for it. */
  readonly remembered: Remembered | undefined;
}

/**
 * What nobody waits for: days off and Hijri dates, sessions for search engines, choices in the address of the page.
 * Loaded once the calendar stands.
 */
export class CalendarExtras implements ReactiveController {
  readonly #host: LitElement;
  readonly #memory: PageMemory<keyof Remembered>;
  readonly #script = new EventScript();
  #client: AgendaClient | undefined;
  #announced: AnnouncedHolidays = [];
  #notes: { readonly name: string; readonly notes: DayNotes } | undefined;

  /** `onNarrowed` is called when the calendar took filters from the address. */
  constructor(host: RememberedCalendar, onNarrowed: () => void) {
    this.#host = host;
    this.#memory = new PageMemory(host, rememberedNames, (values) => {
      for (const name of rememberedNames) {
        const value = values[name];
        if (value !== undefined) host[name] = value;
      }
      if (values.q || values.territory || values.type || values.audience) onNarrowed();
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#script.remove();
  }

  /** Starts to remember: what the address says comes first. */
  remember(): void {
    this.#memory.remember();
  }

  /** Notes on days, in the language of the reader. */
  notes(locale: Locale, hijri: boolean): DayNotes {
    const name = [locale, hijri, this.#announced.length].join();
    if (this.#notes?.name !== name) {
      this.#notes = { name, notes: dayNotes(locale, { announced: this.#announced, hijri }) };
    }
    return this.#notes.notes;
  }

  /** Called after every drawing. */
  update({ client, sessions, isRead, locale, isForSearchEngines, remembered }: ExtrasView): void {
    if (client !== this.#client) void this.#readHolidays(client);
    // A calendar that has left may still draw once more: the page is not its own any longer.
    if (!this.#host.isConnected) return;
    if (!isForSearchEngines) this.#script.remove();
    else if (isRead) this.#script.show(sessions, locale);
    if (!remembered) return;
    const { month, view, territory, type, audience, q, session } = remembered;
    this.#memory.write({ month, view, territory, type, audience, q, session });
  }

  async #readHolidays(client: AgendaClient | undefined): Promise<void> {
    this.#client = client;
    this.#announced = [];
    try {
      const site = await client?.site?.get();
      if (!site || client !== this.#client) return;
      this.#announced = site.holidays;
      if (site.holidays.length > 0) this.#host.requestUpdate();
    } catch {
      // The agenda itself says when the server cannot be reached.
    }
  }
}
