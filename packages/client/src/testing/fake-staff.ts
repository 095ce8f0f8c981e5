import {
  validate,
  type LocalizedText,
  type QueryOf,
  type Session,
  type SessionRegistration,
  type Site,
} from '@nafida/contract';
import type {
  cancellationSchema,
  capacityChangeSchema,
  closingSchema,
  postponementSchema,
  sessionChangesSchema,
} from '@nafida/contract/staff.js';
import {
  daysAfter,
  daysBetween,
  identifierSchema,
  merged,
  type CapacityOutcome,
  type CheckIn,
  type CheckedSession,
} from '@nafida/contract/staff.js';
import type * as z from 'zod/mini';
import { announcedInstant } from './announced-instant.js';
import { isCode } from './fake-codes.js';
import type { FakeSeats } from './fake-seats.js';
import type { FakeSessions } from './fake-sessions.js';
import { pageOfItems } from './page-of-items.js';
import { FakeProblemError } from './fake-problem-error.js';

type Body<Schema extends z.ZodMiniType> = z.output<Schema>;

/** The work of staff with the agenda and at the entrance. Bodies have been checked. */
export class FakeStaff {
  readonly #site: Site;
  readonly #sessions: FakeSessions;
  readonly #seats: FakeSeats;

  constructor(site: Site, sessions: FakeSessions, seats: FakeSeats) {
    this.#site = site;
    this.#sessions = sessions;
    this.#seats = seats;
  }

  create(input: CheckedSession): Session {
    const id = validate(identifierSchema, input.id).ok ? input.id : `s-${crypto.randomUUID()}`;
    if (this.#sessions.find(id)) throw new FakeProblemError('session_exists');
    this.#requireWhole(id, input.parent);
    const { startDate, endDate = startDate, timeZone: zone } = input;
    requireOrder(startDate, endDate, clockOf(input.startTime), clockOf(input.endTime));
    const { registration } = input;
    this.#sessions.put({
      ...input,
      id,
      endDate,
      startTime: announcedInstant(zone, startDate, clockOf(input.startTime)),
      endTime: announcedInstant(zone, endDate, clockOf(input.endTime)),
      territory: input.territory ?? this.#site.territory,
      languages: input.languages ?? this.#site.locales,
      agenda: agendaOf(input.agenda, zone, startDate),
      series: seriesOf(input.series),
      demonstration: input.demonstration ?? this.#site.demonstration,
      registration: registration && sessionRegistrationOf(registration),
      sequence: 0,
      updatedAt: this.#seats.instant(),
    });
    return this.#sessions.session(id);
  }

  edit(id: string, changes: z.output<typeof sessionChangesSchema>): Session {
    const session = this.#sessions.session(id);
    const { registration, startTime, endTime, agenda, series, parent, ...others } = changes;
    const { title, description, room, closingReport, venue, ...rest } = others;
    const days = daysBetween(session.startDate, changes.startDate ?? session.startDate);
    const endDate = changes.endDate ?? daysAfter(session.endDate, days);
    const next: Session = { ...session, ...given(rest), endDate };
    if (title) next.title = textWith(session.title, title) ?? required('title');
    for (const [field, change] of Object.entries(given({ description, room, closingReport }))) {
      const name = field as 'description' | 'room' | 'closingReport';
      next[name] = textWith(session[name], change);
    }
    if (venue !== undefined) next.venue = venueWith(session.venue, venue);
    const { startDate, timeZone: zone } = next;
    const start = startTime === undefined ? clockOf(session.startTime) : clockOf(startTime);
    const end = endTime === undefined ? clockOf(session.endTime) : clockOf(endTime);
    requireOrder(startDate, endDate, start, end);
    next.startTime = announcedInstant(zone, startDate, start);
    next.endTime = announcedInstant(zone, endDate, end);
    next.agenda = agenda
      ? agendaOf(agenda, zone, startDate)
      : session.agenda.map((item) => ({ ...item, startTime: moved(item.startTime, zone, days) }));
    if (series !== undefined) next.series = seriesWith(session.series, series);
    if (parent !== undefined) {
      this.#requireWhole(id, parent);
      next.parent = parent;
    }
    if (changes.status) next.statusNote = null;
    if (registration) this.#requireRoom(id, registration.capacity);
    if (registration !== undefined) {
      next.registration = registration && {
        ...(session.registration ?? sessionRegistrationOf({})),
        ...given(registration),
      };
    }
    return this.#saveAndPromote(session, next);
  }

  cancel(id: string, { note }: Body<typeof cancellationSchema>): Session {
    const session = this.#unlessHeld(id);
    return this.#save(session, { ...session, status: 'cancelled', statusNote: note });
  }

  postpone(id: string, { note, to }: Body<typeof postponementSchema>): Session {
    const session = this.#unlessHeld(id);
    if (!to) return this.#save(session, { ...session, status: 'postponed', statusNote: note });
    const { startDate, endDate = startDate, startTime, endTime } = to;
    requireOrder(startDate, endDate, startTime, endTime);
    const days = daysBetween(session.startDate, startDate);
    const zone = session.timeZone;
    return this.#saveAndPromote(session, {
      ...session,
      status: 'scheduled',
      statusNote: note,
      startDate,
      endDate,
      startTime: announcedInstant(zone, startDate, startTime),
      endTime: announcedInstant(zone, endDate, endTime),
      agenda: session.agenda.map((item) => ({
        ...item,
        startTime: moved(item.startTime, zone, days),
      })),
    });
  }

  close(id: string, { report, linkedProposals }: Body<typeof closingSchema>): Session {
    const session = this.#sessions.session(id);
    const next = { ...session, status: 'held', closingReport: report, linkedProposals } as const;
    return this.#save(session, next);
  }

  changeCapacity(
    id: string,
    { capacity, moveToWaitingList }: Body<typeof capacityChangeSchema>,
  ): CapacityOutcome {
    const session = this.#sessions.session(id);
    if (!session.registration) {
      throw new FakeProblemError('invalid_input', { path: 'capacity', code: 'invalid_choice' });
    }
    if (!moveToWaitingList) this.#requireRoom(id, capacity);
    const moved = capacity === null ? [] : this.#seats.moveBack(id, capacity);
    const next = { ...session, registration: { ...session.registration, capacity } };
    this.#save(session, next);
    const promoted = this.#seats.promote(next);
    return {
      session: this.#sessions.session(id),
      promoted: promoted.map((each) => this.#seats.shownToStaff(each)),
      moved: moved.map((each) => this.#seats.shownToStaff(each)),
    };
  }

  list(id: string, query: QueryOf<'listSessionRegistrations'>) {
    this.#sessions.session(id);
    const inOrder = this.#seats.of(id);
    const turns = new Map(inOrder.map((each, turn) => [each, String(turn).padStart(9, '0')]));
    const page = pageOfItems(
      inOrder.filter(({ status }) => query.status === undefined || status === query.status),
      {
        list: `${this.#site.id} registrations ${id}`,
        query,
        keyOf: (each) => turns.get(each)!,
        order: 'ascending',
      },
    );
    return { ...page, items: page.items.map((each) => this.#seats.shownToStaff(each)) };
  }

  checkIn(id: string, doorCode: string): CheckIn {
    this.#sessions.session(id);
    const found = this.#seats.find(
      (each) => each.session === id && isCode(each.doorCode, doorCode),
    );
    if (!found) throw new FakeProblemError('not_found');
    if (found.status !== 'confirmed') throw new FakeProblemError('registration_not_confirmed');
    const alreadyCheckedIn = found.checkedInAt !== null;
    found.checkedInAt ??= this.#seats.instant();
    return { registration: this.#seats.shownToStaff(found), alreadyCheckedIn };
  }

  /** The event that a session is a part of is there, is no part itself, and the session has no parts. */
  #requireWhole(id: string, parent: string | null): void {
    if (parent === null) return;
    const whole = this.#sessions.find(parent);
    const isWhole = whole && whole.parent === null && parent !== id;
    if (!isWhole || this.#sessions.hasParts(id)) {
      throw new FakeProblemError('invalid_input', { path: 'parent', code: 'invalid_choice' });
    }
  }

  #unlessHeld(id: string): Session {
    const session = this.#sessions.session(id);
    if (session.status === 'held') throw new FakeProblemError('session_over');
    return session;
  }

  #requireRoom(id: string, capacity: number | null | undefined): void {
    const minimum = this.#seats.taken(id);
    if (capacity == null || capacity >= minimum) return;
    throw new FakeProblemError('capacity_below_confirmed', {
      path: 'capacity',
      code: 'too_small',
      minimum,
    });
  }

  #saveAndPromote(before: Session, after: Session): Session {
    this.#save(before, after);
    this.#seats.promote(after);
    return this.#sessions.session(before.id);
  }

  /** Stores a session that has changed, with `sequence` one higher. */
  #save(before: Session, after: Session): Session {
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      const updatedAt = this.#seats.instant();
      this.#sessions.put({ ...after, sequence: before.sequence + 1, updatedAt });
    }
    return this.#sessions.session(before.id);
  }
}

function sessionRegistrationOf(
  given: Partial<NonNullable<CheckedSession['registration']>>,
): SessionRegistration {
  return {
    opensAt: null,
    closesAt: null,
    capacity: null,
    placesPerRegistration: 1,
    severalPerContact: false,
    questions: [],
    ...given,
    // Worked out whenever it is shown.
    state: 'open',
    remaining: null,
    waiting: 0,
  };
}

function agendaOf(agenda: CheckedSession['agenda'], zone: string, startDate: string) {
  return agenda.map(({ date, startTime, ...item }) => ({
    ...item,
    startTime: announcedInstant(zone, date ?? startDate, clockOf(startTime)),
  }));
}

function moved(instant: string | null, zone: string, days: number): string | null {
  return instant && announcedInstant(zone, daysAfter(instant.slice(0, 10), days), clockOf(instant));
}

function seriesOf(series: CheckedSession['series']): Session['series'] {
  return series && { id: `s-${crypto.randomUUID()}`, ...given(series) };
}

type Changes = z.output<typeof sessionChangesSchema>;

function textWith(stored: LocalizedText | null, changes: object | null): LocalizedText | null {
  return merged(stored, changes) as LocalizedText | null;
}

function venueWith(stored: Session['venue'], changes: Changes['venue']): Session['venue'] {
  const venue = merged(stored, changes) as Partial<NonNullable<Session['venue']>> | null;
  return venue && { name: null, address: null, point: null, ...venue };
}

function seriesWith(stored: Session['series'], changes: Changes['series']): Session['series'] {
  const series = merged(stored, changes) as Partial<NonNullable<Session['series']>> | null;
  return (
    series && seriesOf({ ordinal: null, ...series, name: series.name ?? required('series.name') })
  );
}

/** Without what is undefined. */
function given<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}

function required(path: string): never {
  throw new FakeProblemError('invalid_input', { path, code: 'required' });
}

function requireOrder(
  startDate: string,
  endDate: string,
  startTime: string | null,
  endTime: string | null,
): void {
  const endsFirst =
    endDate < startDate || (endDate === startDate && startTime && endTime && endTime < startTime);
  if (endsFirst)
    throw new FakeProblemError('invalid_input', { path: 'endDate', code: 'too_small' });
}

/** `HH:MM` of an hour that is written so, or as an instant. */
function clockOf(hour: string | null): string | null {
  return hour?.includes('T') ? hour.slice(11, 16) : hour;
}

// As people read codes to each other: in any case, with or without hyphens.
