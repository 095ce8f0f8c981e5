import type { QueryOf, Session, Site } from '@nafida/contract';
import type { FakeSeats } from './fake-seats.js';
import { pageOfItems } from './page-of-items.js';
import { Refusal } from './refusal.js';
import { isWithin } from './territory-codes.js';

/** The agenda. */
export class FakeSessions {
  readonly #site: Site;
  readonly #sessions: Map<string, Session>;
  readonly #seats: FakeSeats;
  readonly #now: () => number;

  constructor(site: Site, sessions: readonly Session[], seats: FakeSeats, now: () => number) {
    this.#site = site;
    this.#sessions = new Map(sessions.map((session) => [session.id, session]));
    this.#seats = seats;
    this.#now = now;
  }

  list(query: QueryOf<'listSessions'>) {
    const { from, to, territory, type } = query;
    const matching = [...this.#sessions.values()].filter(
      (session) =>
        (from === undefined || session.endDate >= from) &&
        (to === undefined || session.startDate <= to) &&
        (territory === undefined || isWithin(session.territory.code, territory)) &&
        (type === undefined || session.typeOfMeeting === type),
    );
    const page = pageOfItems(matching, {
      list: `${this.#site.id} sessions`,
      query,
      keyOf: ({ startDate, startTime, id }) =>
        `${startDate} ${startTime ? new Date(startTime).toISOString() : ''} ${id}`,
      order: 'ascending',
    });
    return { ...page, items: page.items.map((session) => this.#withDesk(session)) };
  }

  session(id: string): Session {
    const found = this.find(id);
    if (!found) throw new Refusal('not_found');
    return this.#withDesk(found);
  }

  find(id: string): Session | undefined {
    return this.#sessions.get(id);
  }

  #withDesk(session: Session): Session {
    const { registration: desk } = session;
    if (!desk) return session;
    const { opensAt, closesAt } = desk;
    const closing = closesAt ?? session.startTime;
    const state =
      session.status !== 'scheduled' || (closing && Date.parse(closing) <= this.#now())
        ? 'closed'
        : opensAt && Date.parse(opensAt) > this.#now()
          ? 'not_open'
          : 'open';
    const waiting = this.#seats.of(session.id, 'waitlisted').length;
    return {
      ...session,
      registration: { ...desk, state, remaining: this.#seats.free(session), waiting },
    };
  }
}
