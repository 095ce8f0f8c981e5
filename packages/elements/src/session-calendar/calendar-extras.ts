import type { Session } from '@nafida/contract';
import type { LitElement, ReactiveController } from 'lit';
import type { Locale } from '../foundation/locale.js';
import type { AgendaClient } from './agenda-client.js';
import type { AnnouncedHolidays, DayNotes } from './day-notes/day-notes.js';
import { dayNotes } from './day-notes/day-notes.js';
import { EventScript } from './for-search-engines/event-script.js';
import { readHash, writeHash } from './memory/page-hash.js';

/** What a person chose, by the names it has in the address of the page. */
export type Remembered = Readonly<
  Record<'month' | 'view' | 'territory' | 'type' | 'audience' | 'q' | 'session', string | null>
>;

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
  readonly #onRemembered: (values: Partial<Remembered>) => void;
  readonly #script = new EventScript();
  #listening: AbortController | undefined;
  #remembers = false;
  /** The hash as it was last read or written here. */
  #knownHash = '';
  #client: AgendaClient | undefined;
  #announced: AnnouncedHolidays = [];
  #notes: { readonly name: string; readonly notes: DayNotes } | undefined;

  /** `onRemembered` is called with what the address says, at first and whenever it says something else. */
  constructor(host: LitElement, onRemembered: (values: Partial<Remembered>) => void) {
    this.#host = host;
    this.#onRemembered = onRemembered;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    window.addEventListener('hashchange', () => this.#remembers && this.#recall(), {
      signal: this.#listening.signal,
    });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#script.remove();
  }

  /** Starts to remember: what the address says comes first. */
  remember(): void {
    if (this.#remembers) return;
    this.#remembers = true;
    this.#recall();
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
    if (remembered && this.#remembers) this.#write(remembered);
  }

  #recall(): void {
    this.#knownHash = location.hash;
    this.#onRemembered(readHash(location.hash));
  }

  #write(values: Remembered): void {
    // Changed a moment ago, and the event that says so is still to come: writing would undo it.
    if (location.hash !== this.#knownHash) {
      this.#recall();
      return;
    }
    const hash = writeHash(location.hash, values);
    if (hash === undefined || hash === location.hash) return;
    // The page's own state stays, and going back leaves the page as it would without us.
    history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
    this.#knownHash = location.hash;
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
