import {
  type Locale,
  hasWords,
  searchWords,
  sessionTexts,
  type QueryOf,
  type Session,
  type Site,
} from '@nafida/contract';
import { calendarOf, feedLimit, feedStart } from '@nafida/contract/calendar.js';
import type { FakeSeats } from './fake-seats.js';
import { pageOfItems } from './page-of-items.js';
import { FakeProblemError } from './fake-problem-error.js';
import { isWithin } from './territory-codes.js';

/** The agenda. */
export class FakeSessions {
  readonly #site: Site;
  readonly #sessions: Map<string, Session>;
  readonly #seats: FakeSeats;
  readonly #now: () => number;
  readonly #isPublished: (reference: string) => boolean;

  constructor(
    site: Site,
    sessions: readonly Session[],
    seats: FakeSeats,
    now: () => number,
    isPublished: (reference: string) => boolean,
  ) {
    this.#site = site;
    this.#sessions = new Map(sessions.map((session) => [session.id, session]));
    this.#seats = seats;
    this.#now = now;
    this.#isPublished = isPublished;
  }

  list(query: QueryOf<'listSessions'>) {
    const page = pageOfItems(this.#chosen(query), {
      list: `${this.#site.id} sessions`,
      query,
      keyOf: orderOf,
      order: 'ascending',
    });
    return { ...page, items: page.items.map((session) => this.#shownNow(session)) };
  }

  feed({ lang = this.#site.locales[0]! as Locale, ...query }: QueryOf<'getSessionFeed'>): string {
    const from = query.from ?? feedStart(query.to, new Date(this.#now()));
    const sessions = this.#chosen({ ...query, from })
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
      .slice(0, feedLimit);
    return calendarOf(sessions, { site: this.#site, language: lang, feed: true });
  }

  calendar(
    id: string,
    { lang = this.#site.locales[0]! as Locale }: QueryOf<'getSessionCalendar'>,
  ): string {
    return calendarOf([this.session(id)], { site: this.#site, language: lang, feed: false });
  }

  session(id: string): Session {
    const found = this.find(id);
    if (!found) throw new FakeProblemError('not_found');
    return this.#shownNow(found);
  }

  find(id: string): Session | undefined {
    return this.#sessions.get(id);
  }

  /** Whether other sessions are parts of it. */
  hasParts(id: string): boolean {
    return [...this.#sessions.values()].some(({ parent }) => parent === id);
  }

  /** Puts a session on the agenda, in place of the one with the same id. */
  put(session: Session): void {
    this.#sessions.set(session.id, session);
  }

  #chosen(query: Omit<QueryOf<'getSessionFeed'>, 'lang'>): Session[] {
    const { from, to, territory, type, audience, series, parent, q } = query;
    const asked = searchWords(q ?? '');
    return [...this.#sessions.values()].filter(
      (session) =>
        (from === undefined || session.endDate >= from) &&
        (to === undefined || session.startDate <= to) &&
        (territory === undefined || isWithin(session.territory.code, territory)) &&
        (type === undefined || session.typeOfMeeting === type) &&
        (audience === undefined || session.audiences.includes(audience)) &&
        (series === undefined || session.series?.id === series) &&
        (parent === undefined || session.parent === parent) &&
        (asked.length === 0 || hasWords(searchWords(sessionTexts(session)), asked)),
    );
  }

  #shownNow(session: Session): Session {
    const linkedProposals = session.linkedProposals.filter(this.#isPublished);
    return this.#withRegistration({ ...session, linkedProposals });
  }

  #withRegistration(session: Session): Session {
    const { registration } = session;
    if (!registration) return session;
    const { opensAt, closesAt } = registration;
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
      registration: { ...registration, state, remaining: this.#seats.free(session), waiting },
    };
  }
}

/** The place of a session in the agenda, as text that sorts. */
function orderOf({ startDate, startTime, id }: Session): string {
  return `${startDate} ${startTime ? new Date(startTime).toISOString() : ''} ${id}`;
}
