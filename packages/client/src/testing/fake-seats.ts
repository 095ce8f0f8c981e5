import type { Answers, BodyOf, Registration, Session } from '@nafida/contract';
import type { StaffRegistration } from '@nafida/contract/staff.js';

/** A registration as the fake keeps it. */
export interface StoredRegistration {
  readonly id: string;
  readonly session: string;
  readonly manageToken: string;
  readonly doorCode: string;
  readonly createdAt: string;
  readonly places: number;
  readonly person: BodyOf<'createRegistration'>;
  readonly answers: Answers;
  status: 'confirmed' | 'waitlisted' | 'cancelled';
  promotedAt: string | null;
  movedAt: string | null;
  cancelledAt: string | null;
  checkedInAt: string | null;
}

/** The seats and waiting lists of all sessions. */
export class FakeSeats {
  readonly #now: () => number;
  /** In order of arrival, which is the order of the waiting list. */
  readonly #registrations: StoredRegistration[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  add(registration: StoredRegistration): void {
    this.#registrations.push(registration);
  }

  find(isIt: (registration: StoredRegistration) => boolean): StoredRegistration | undefined {
    return this.#registrations.find(isIt);
  }

  of(session: string, status?: StoredRegistration['status']): StoredRegistration[] {
    return this.#registrations.filter(
      (each) => each.session === session && (status === undefined || each.status === status),
    );
  }

  /** Places confirmed at a session. */
  taken(session: string): number {
    return this.of(session, 'confirmed').reduce((sum, { places }) => sum + places, 0);
  }

  /** The free places for the next person, null without limit: none while anybody waits. */
  free({ id, registration }: Session): number | null {
    if (!registration || registration.capacity === null) return null;
    if (this.of(id, 'waitlisted').length > 0) return 0;
    return Math.max(0, registration.capacity - this.taken(id));
  }

  /** Gives free seats to those who wait, in order; stops at the first whose places do not fit. */
  promote({ id, status, registration }: Session): StoredRegistration[] {
    const promoted: StoredRegistration[] = [];
    if (status === 'cancelled' || status === 'held') return promoted;
    const capacity = registration?.capacity ?? Infinity;
    for (const next of this.of(id, 'waitlisted')) {
      if (this.taken(id) + next.places > capacity) break;
      next.status = 'confirmed';
      next.promotedAt = this.instant();
      next.movedAt = null;
      promoted.push(next);
    }
    return promoted;
  }

  /** Moves those who were confirmed last back to the head of the line, until `capacity` places are enough. */
  moveBack(session: string, capacity: number): StoredRegistration[] {
    const moved: StoredRegistration[] = [];
    for (const last of this.of(session, 'confirmed').reverse()) {
      if (this.taken(session) <= capacity) break;
      last.status = 'waitlisted';
      last.movedAt = this.instant();
      last.promotedAt = null;
      moved.unshift(last);
    }
    return moved;
  }

  instant(): string {
    return new Date(this.#now()).toISOString();
  }

  /** A registration as its person sees it. */
  shown(stored: StoredRegistration): Registration {
    const { id, session, status, places, doorCode, createdAt, promotedAt, movedAt } = stored;
    const position = this.of(session, 'waitlisted').indexOf(stored);
    return {
      id,
      session,
      status,
      position: position < 0 ? null : position + 1,
      places,
      doorCode,
      createdAt,
      promotedAt,
      movedAt,
      // The fake sends no mail.
      confirmBy: null,
      manageToken: null,
    };
  }

  /** The same as staff see it. */
  shownToStaff(stored: StoredRegistration): StaffRegistration {
    const { manageToken: _manageToken, ...registration } = this.shown(stored);
    const { name, email = null, phone = null, language, needs = [], needsDetails } = stored.person;
    return {
      ...registration,
      name,
      email,
      phone,
      language,
      answers: stored.answers,
      needs,
      needsDetails: needsDetails || null,
      cancelledAt: stored.cancelledAt,
      checkedInAt: stored.checkedInAt,
    };
  }
}
