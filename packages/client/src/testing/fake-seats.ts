import type { Answers, BodyOf, Registration, Session } from '@nafida/contract';

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
}

/** Who has a seat and who waits, at every session. */
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

  /** Places that whoever comes next can have, null without limit: none while anybody waits. */
  free({ id, registration }: Session): number | null {
    if (!registration || registration.capacity === null) return null;
    if (this.of(id, 'waitlisted').length > 0) return 0;
    return Math.max(0, registration.capacity - this.taken(id));
  }

  /** Gives free seats to those who wait, in order; stops at the first whose places do not fit. */
  promote({ id, status, registration }: Session): void {
    if (status === 'cancelled' || status === 'held') return;
    const capacity = registration?.capacity ?? Infinity;
    for (const next of this.of(id, 'waitlisted')) {
      if (this.taken(id) + next.places > capacity) break;
      next.status = 'confirmed';
      next.promotedAt = this.instant();
      next.movedAt = null;
    }
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
      manageToken: null,
    };
  }
}
