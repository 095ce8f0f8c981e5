import type { BodyOf, QueryOf, Registration, Session, Site } from '@nafida/contract';
import { pageOfItems } from './page-of-items.js';
import { Refusal } from './refusal.js';
import { isWithin } from './territory-codes.js';

interface StoredRegistration {
  readonly id: string;
  readonly session: string;
  readonly manageToken: string;
  readonly doorCode: string;
  readonly createdAt: string;
  status: 'confirmed' | 'waitlisted' | 'cancelled';
}

/** Sessions, their seats and waiting lists. */
export class FakeSessions {
  readonly #site: Site;
  readonly #sessions: readonly Session[];
  readonly #now: () => number;
  /** In order of arrival, which is the order of the waiting list. */
  readonly #registrations: StoredRegistration[] = [];

  constructor(site: Site, sessions: readonly Session[], now: () => number) {
    this.#site = site;
    this.#sessions = sessions;
    this.#now = now;
  }

  list(query: QueryOf<'listSessions'>) {
    const { from, to, territory, type } = query;
    const matching = this.#sessions.filter(
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
    const found = this.#sessions.find((session) => session.id === id);
    if (!found) throw new Refusal('not_found');
    return this.#withDesk(found);
  }

  register(id: string, { consent }: BodyOf<'createRegistration'>): Registration {
    const { registration: desk } = this.session(id);
    if (desk?.state === 'not_open') throw new Refusal('registration_not_open');
    if (desk?.state !== 'open') throw new Refusal('registration_closed');
    if (consent.privacyHash !== this.#site.privacy?.hash) throw new Refusal('consent_outdated');
    const stored: StoredRegistration = {
      id: crypto.randomUUID(),
      session: id,
      manageToken: crypto.randomUUID(),
      doorCode: crypto.randomUUID().slice(0, 6).toUpperCase(),
      createdAt: new Date(this.#now()).toISOString(),
      status: desk.remaining === null || desk.remaining > 0 ? 'confirmed' : 'waitlisted',
    };
    this.#registrations.push(stored);
    return { ...this.#shown(stored), manageToken: stored.manageToken };
  }

  registration(manageToken: string): Registration {
    return this.#shown(this.#registrationOf(manageToken));
  }

  cancel(manageToken: string): Registration {
    const stored = this.#registrationOf(manageToken);
    const freed = stored.status === 'confirmed';
    stored.status = 'cancelled';
    const next = freed ? this.#waiting(stored.session)[0] : undefined;
    if (next) next.status = 'confirmed';
    return this.#shown(stored);
  }

  #registrationOf(manageToken: string): StoredRegistration {
    const found = this.#registrations.find((each) => each.manageToken === manageToken);
    if (!found) throw new Refusal('unauthorized');
    return found;
  }

  #of(session: string, status: StoredRegistration['status']) {
    return this.#registrations.filter((each) => each.session === session && each.status === status);
  }

  #waiting(session: string) {
    return this.#of(session, 'waitlisted');
  }

  #withDesk(session: Session): Session {
    const { registration: desk } = session;
    if (!desk) return session;
    const { opensAt, closesAt, capacity } = desk;
    const over = session.status === 'cancelled' || session.status === 'held';
    const state =
      over || (closesAt && Date.parse(closesAt) <= this.#now())
        ? 'closed'
        : opensAt && Date.parse(opensAt) > this.#now()
          ? 'not_open'
          : 'open';
    const taken = this.#of(session.id, 'confirmed').length;
    return {
      ...session,
      registration: {
        state,
        opensAt,
        closesAt,
        capacity,
        remaining: capacity === null ? null : Math.max(0, capacity - taken),
        waiting: this.#waiting(session.id).length,
      },
    };
  }

  #shown(stored: StoredRegistration): Registration {
    const { id, session, status, doorCode, createdAt } = stored;
    const position = this.#waiting(session).indexOf(stored);
    return {
      id,
      session,
      status,
      position: position < 0 ? null : position + 1,
      doorCode,
      createdAt,
      manageToken: null,
    };
  }
}
