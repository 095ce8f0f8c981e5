import {
  checkAnswers,
  emailKey,
  phoneKey,
  type BodyOf,
  type Registration,
  type Site,
} from '@nafida/contract';
import { isCode, newCode } from './fake-codes.js';
import type { FakeSeats, StoredRegistration } from './fake-seats.js';
import type { FakeSessions } from './fake-sessions.js';
import { FakeProblemError } from './fake-problem-error.js';
import { answerPlaceIssues } from './territory-codes.js';

/** The registrations of people. */
export class FakeRegistrations {
  readonly #site: Site;
  readonly #sessions: FakeSessions;
  readonly #seats: FakeSeats;

  constructor(site: Site, sessions: FakeSessions, seats: FakeSeats) {
    this.#site = site;
    this.#sessions = sessions;
    this.#seats = seats;
  }

  register(id: string, person: BodyOf<'createRegistration'>): Registration {
    const { registration } = this.#sessions.session(id);
    if (registration?.state === 'not_open') throw new FakeProblemError('registration_not_open');
    if (registration?.state !== 'open') throw new FakeProblemError('registration_closed');
    if (person.consent.privacyHash !== this.#site.privacy?.hash) {
      throw new FakeProblemError('consent_outdated');
    }
    const { places = 1 } = person;
    const answers = checkAnswers(registration.questions, person.answers);
    const most = Math.min(registration.placesPerRegistration, registration.capacity || Infinity);
    const issues = [
      ...(places > most ? [{ path: 'places', code: 'too_large', maximum: most } as const] : []),
      ...(answers.ok ? answerPlaceIssues(registration.questions, answers.value) : answers.issues),
    ];
    if (!answers.ok || issues.length > 0) throw new FakeProblemError('invalid_input', ...issues);
    if (!registration.severalPerContact && this.#isTaken(id, person)) {
      throw new FakeProblemError('already_registered');
    }
    const stored: StoredRegistration = {
      id: crypto.randomUUID(),
      session: id,
      manageToken: newCode(16),
      doorCode: newCode(8),
      createdAt: this.#seats.instant(),
      places,
      person,
      answers: answers.value,
      status:
        registration.remaining === null || places <= registration.remaining
          ? 'confirmed'
          : 'waitlisted',
      promotedAt: null,
      movedAt: null,
      cancelledAt: null,
      checkedInAt: null,
    };
    this.#seats.add(stored);
    return { ...this.#seats.shown(stored), manageToken: stored.manageToken };
  }

  registration(manageToken: string): Registration {
    return this.#seats.shown(this.#registrationOf(manageToken));
  }

  cancel(manageToken: string): Registration {
    const stored = this.#registrationOf(manageToken);
    const session = this.#sessions.session(stored.session);
    if (stored.status !== 'cancelled') {
      if (session.status === 'held') throw new FakeProblemError('registration_closed');
      stored.status = 'cancelled';
      stored.cancelledAt = this.#seats.instant();
      this.#seats.promote(session);
    }
    return this.#seats.shown(stored);
  }

  /** Whether somebody who has a seat or waits used the same address or number. */
  #isTaken(session: string, { email, phone }: BodyOf<'createRegistration'>): boolean {
    return this.#seats
      .of(session)
      .some(
        ({ status, person }) =>
          status !== 'cancelled' &&
          ((email && person.email && emailKey(email) === emailKey(person.email)) ||
            (phone && person.phone && phoneKey(phone) === phoneKey(person.phone))),
      );
  }

  #registrationOf(manageToken: string): StoredRegistration {
    const found = this.#seats.find((each) => isCode(each.manageToken, manageToken));
    if (!found) throw new FakeProblemError('unauthorized');
    return found;
  }
}
