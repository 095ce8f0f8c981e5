import { toJson } from '@nafida/client/natives.js';
import type { Page, Session } from '@nafida/contract';
import { homeZone } from '@nafida/contract/civil-time.js';
import type { AgendaClient } from './agenda-client.js';
import type { Day, Month } from '../day/civil-day.js';
import { addDays, addMonths, firstDayOf, lastDayOf, monthOf, todayIn } from '../day/civil-day.js';
import { knownZone } from '../day/known-zone.js';

/** Which sessions an agenda holds, beside their month. */
export interface AgendaFilter {
  /** Only sessions in this territory (HCP code). */
  readonly territory?: string | undefined;
  readonly type?: 'in_person' | 'online' | 'hybrid' | undefined;
  /** Only sessions meant for these people by name. */
  readonly audience?: Exclude<Session['audiences'][number], 'unknown'> | undefined;
  /** Only sessions of this series, by its id. */
  readonly series?: string | undefined;
  /** Words that all stand in a session's texts. */
  readonly q?: string | undefined;
  /** First and last day to show at all. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** The nearest session outside a month in which nothing is to come: what to offer instead. */
export interface NearbySession {
  readonly kind: 'next' | 'last';
  readonly session: Session;
}

/** One month as the server told it. */
export interface MonthReading {
  readonly sessions: readonly Session[];
  /** When it was read, in milliseconds. */
  readonly readAt: number;
  /** Only of a month in which nothing is to come; null when there is no session anywhere near. */
  readonly nearby?: NearbySession | null;
}

/** Events in whose programme one registers, as far as their parts have been read. */
const eventsWithSeats = new WeakMap<AgendaClient, Set<string>>();

// One store for each client, so that a month read by one calendar of the page is there for the others too.
const stores = new WeakMap<AgendaClient, Map<string, MonthReading>>();

/** The months of a site's agenda, read from the server when asked for and kept in memory. */
export class Agenda {
  readonly #client: AgendaClient;
  readonly #filter: AgendaFilter;
  readonly #now: () => number;
  /** Months read ahead in which nothing is to come. */
  readonly #emptyAhead = new Set<Month>();

  constructor(client: AgendaClient, filter: AgendaFilter, now: () => number = Date.now) {
    this.#client = client;
    this.#filter = filter;
    this.#now = now;
  }

  /** Tells agendas of one page apart, by what they hold. */
  get name(): string {
    return toJson(this.#filter);
  }

  /** The same agenda, of sessions whose texts hold the words of `q`. */
  searching(q: string): Agenda {
    return new Agenda(this.#client, { ...this.#filter, q: q.trim() || undefined }, this.#now);
  }

  /** The month as last read; undefined when it never was. */
  known(month: Month): MonthReading | undefined {
    return this.#months.get(this.#key(month));
  }

  /**
   * Reads a month anew. `onPart` is called with what has come so far while a long month arrives in pages.
   * `fresh` goes past what the browser keeps. Rejects as the client does.
   */
  async read(
    month: Month,
    {
      fresh = false,
      signal,
      onPart,
    }: {
      fresh?: boolean;
      signal?: AbortSignal;
      onPart?: (sessions: readonly Session[]) => void;
    } = {},
  ): Promise<MonthReading> {
    const { from, to } = this.#window(month);
    const last = this.#lastAsked(month, to);
    const touches = ({ startDate }: Session) => startDate <= to;
    const read: Session[] = [];
    let isWhole = true;
    if (from <= last) {
      const list = this.#list({ from, to: last, limit: 100 }, { fresh, signal });
      for await (const { items, nextCursor } of list.pages()) {
        read.push(...this.#learn(items));
        if (nextCursor === null) continue;
        isWhole = read.every(touches);
        if (!isWhole) break;
        onPart?.([...read]);
      }
    }
    const sessions = read.filter(touches);
    if (isWhole && last > to) this.#keepAhead(addMonths(month, 1), read);
    const nearby = this.#isOver(sessions, to)
      ? await this.#nearby(from, to, {
          readTo: isWhole ? last : to,
          isEmpty: sessions.length === 0,
          signal,
        })
      : undefined;
    const reading = { sessions, readAt: this.#now(), ...(nearby !== undefined && { nearby }) };
    this.#months.set(this.#key(month), reading);
    void this.#store(month, reading);
    return reading;
  }

  /**
   * Reads a month ahead of need where one page holds it, and nothing where it is known. A month in which nothing is to come
   * is not kept: what lies beyond it is asked for when it is shown. Rejects as the client does.
   */
  async prepare(month: Month, signal: AbortSignal): Promise<void> {
    const { from, to } = this.#window(month);
    if (from > to || this.known(month) || this.#emptyAhead.has(month)) return;
    const page = await this.#list({ from, to, limit: 100 }, { signal }).page();
    if (page.nextCursor === null) this.#keepAhead(month, this.#learn(page.items));
  }

  /** Keeps what was read of `month` ahead of need, unless nothing is to come in it or it is known. */
  #keepAhead(month: Month, read: readonly Session[]): void {
    const { from, to } = this.#window(month);
    const sessions = read.filter(({ startDate, endDate }) => startDate <= to && endDate >= from);
    if (this.known(month)) return;
    if (this.#isOver(sessions, to)) {
      this.#emptyAhead.add(month);
      return;
    }
    const reading = { sessions, readAt: this.#now() };
    this.#months.set(this.#key(month), reading);
    void this.#store(month, reading);
  }

  // The present month is asked for with the one after it: where it is nearly over, that is the one to show.
  #lastAsked(month: Month, to: Day): Day {
    const today = todayIn(homeZone, this.#now());
    if (month !== monthOf(today)) return to;
    return later(to, this.#window(addMonths(month, 1)).to);
  }

  /** Takes a month as it was read on an earlier visit, when the server cannot be asked. True where there is one. */
  async restore(month: Month): Promise<boolean> {
    try {
      const { storedReading } = await import('./agenda-store.js');
      const stored = await storedReading(this.#storeKey(month));
      if (!stored || this.known(month)) return false;
      this.#months.set(this.#key(month), stored);
      return true;
    } catch {
      return false;
    }
  }

  /** One page of all sessions of the agenda that touch the days `from` to `to`, earliest first. */
  async search(
    window: { from?: Day; to?: Day; limit: number },
    { cursor, signal }: { cursor?: string | undefined; signal: AbortSignal },
  ): Promise<Page<Session>> {
    const { from, to } = this.#filter;
    const bounds = {
      ...window,
      from: window.from && from ? later(window.from, from) : (window.from ?? from),
      to: window.to && to ? earlier(window.to, to) : (window.to ?? to),
    };
    if (bounds.from && bounds.to && bounds.from > bounds.to) return { items: [], nextCursor: null };
    const page = await this.#list(bounds, { signal }).page(cursor);
    return { ...page, items: this.#learn(page.items) };
  }

  /** The sessions that an event is made of. */
  async partsOf(id: string, signal: AbortSignal): Promise<Session[]> {
    const parts: Session[] = [];
    for await (const part of this.#client.sessions.list({ parent: id, limit: 100 }, { signal })) {
      parts.push(...this.#learn([part]));
    }
    return parts;
  }

  /** Whether one registers for parts of an event rather than for the event, as far as its parts have been read. */
  registersInParts(id: string): boolean {
    return eventsWithSeats.get(this.#client)?.has(id) ?? false;
  }

  /** Puts what was just learnt of one session into every month that holds it. */
  replace(session: Session): void {
    for (const [key, reading] of this.#months) {
      if (!reading.sessions.some(({ id }) => id === session.id)) continue;
      const sessions = reading.sessions.map((known) => (known.id === session.id ? session : known));
      this.#months.set(key, { ...reading, sessions });
    }
  }

  /** One session as the server knows it now. */
  async session(id: string, options: { fresh?: boolean; signal?: AbortSignal }): Promise<Session> {
    const session = withKnownZone(await this.#client.sessions.get(id, options));
    this.replace(session);
    return session;
  }

  /** A session from whatever months have been read. */
  knownSession(id: string): Session | undefined {
    for (const { sessions } of this.#months.values()) {
      const session = sessions.find((candidate) => candidate.id === id);
      if (session) return session;
    }
    return undefined;
  }

  // Nothing is to come until `to`. A past month that held sessions says all that is wanted of it.
  #isOver(sessions: readonly Session[], to: Day): boolean {
    if (sessions.length === 0) return true;
    const today = todayIn(homeZone, this.#now());
    return to >= today && sessions.every(({ endDate }) => endDate < today);
  }

  // The list goes from the earliest on, so the last session of all is found only where one page holds the rest.
  async #nearby(
    from: Day,
    to: Day,
    { readTo, isEmpty, signal }: { readTo: Day; isEmpty: boolean; signal: AbortSignal | undefined },
  ): Promise<NearbySession | null> {
    const { from: earliest, to: latest } = this.#filter;
    const ahead = this.known(monthOf(addDays(to, 1)));
    const next = ahead?.sessions.find(({ startDate }) => startDate > to);
    if (next) return { kind: 'next', session: next };
    if (!latest || readTo < latest) {
      const after = { from: addDays(readTo, 1), ...(latest && { to: latest }), limit: 1 };
      const [session] = (await this.#list(after, { signal }).page()).items;
      if (session) return { kind: 'next', session: withKnownZone(session) };
    }
    if (!isEmpty || (earliest && from <= earliest)) return null;
    const before = { to: addDays(from, -1), ...(earliest && { from: earliest }), limit: 100 };
    const { items, nextCursor } = await this.#list(before, { signal }).page();
    const session = items.at(-1);
    return session && nextCursor === null
      ? { kind: 'last', session: withKnownZone(session) }
      : null;
  }

  #list(
    window: { from?: Day | undefined; to?: Day | undefined; limit: number },
    options: { fresh?: boolean; signal?: AbortSignal | undefined },
  ) {
    return this.#client.sessions.list({ ...this.#filter, ...window }, options);
  }

  #window(month: Month): { from: Day; to: Day } {
    const { from, to } = this.#filter;
    const [first, last] = [firstDayOf(month), lastDayOf(month)];
    return { from: from ? later(from, first) : first, to: to ? earlier(to, last) : last };
  }

  #learn(sessions: readonly Session[]): Session[] {
    for (const { parent, registration } of sessions) {
      if (!parent || !registration) continue;
      const known = eventsWithSeats.get(this.#client);
      eventsWithSeats.set(this.#client, (known ?? new Set()).add(parent));
    }
    return sessions.map(withKnownZone);
  }

  get #months(): Map<string, MonthReading> {
    let months = stores.get(this.#client);
    if (!months) {
      months = new Map<string, MonthReading>();
      stores.set(this.#client, months);
    }
    return months;
  }

  #key(month: Month): string {
    const { territory = '', type = '', audience = '', series = '' } = this.#filter;
    const { from, to } = this.#window(month);
    return [from, to, territory, type, audience, series].join(' ');
  }

  // The address of the feed names server and site. The figure grows when sessions come to hold something else: what
  // was kept before is not read then.
  #storeKey(month: Month): string {
    return `1 ${this.#client.sessions.feedUrl()} ${this.#key(month)}`;
  }

  async #store(month: Month, { sessions, readAt }: MonthReading): Promise<void> {
    if (sessions.length === 0) return;
    try {
      const { storeReading } = await import('./agenda-store.js');
      await storeReading(this.#storeKey(month), { sessions, readAt });
    } catch {
      // The agenda is shown: keeping it for a worse day may fail.
    }
  }
}

// One session with a zone that this engine does not know must not take the whole agenda away.
function withKnownZone(session: Session): Session {
  const timeZone = knownZone(session.timeZone);
  return timeZone === session.timeZone ? session : { ...session, timeZone };
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
