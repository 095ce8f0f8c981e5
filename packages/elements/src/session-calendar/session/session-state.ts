import type { Session } from '@nafida/contract';
import { todayIn } from '../day/civil-day.js';

/** Where a session stands for someone who reads about it now. */
export type Phase = 'cancelled' | 'postponed' | 'held' | 'over' | 'under_way' | 'upcoming';

/** The phase of `session` at `now` (milliseconds). `over` is a past session that staff have not marked as held. */
export function phaseOf(session: Session, now: number): Phase {
  const { status } = session;
  if (status === 'cancelled' || status === 'postponed' || status === 'held') return status;
  const { startTime, endTime, startDate, endDate, timeZone } = session;
  const today = () => todayIn(timeZone, now);
  if (endTime ? Date.parse(endTime) <= now : endDate < today()) return 'over';
  const hasBegun = startTime ? Date.parse(startTime) <= now : startDate < today();
  // Without a closing hour nobody can tell whether a session of one day is still going on.
  return hasBegun && (endTime || endDate > startDate) ? 'under_way' : 'upcoming';
}

/** What can be said about the seats of a session. Instants are RFC 3339. */
export type Seats =
  /** Nothing to say: it is over, cancelled or postponed, or the server says what this version does not know. */
  | { readonly kind: 'none' }
  | { readonly kind: 'without_registration' }
  /** People register for parts of its programme. */
  | { readonly kind: 'in_parts' }
  | { readonly kind: 'not_open'; readonly opensAt: string | null }
  | { readonly kind: 'closed' }
  /** Open without a limit. */
  | { readonly kind: 'unlimited'; readonly closesAt: string | null }
  | { readonly kind: 'places'; readonly remaining: number; readonly closesAt: string | null }
  /** No seat is left: people join the waiting list, behind `waiting` others. */
  | { readonly kind: 'full'; readonly waiting: number; readonly closesAt: string | null };

/** Kinds of {@link Seats} that one can register for. */
export const openKinds: ReadonlySet<Seats['kind']> = new Set(['unlimited', 'places', 'full']);

/** What to say of the seats of `session` at `now` (milliseconds); `inParts` where parts of its programme have seats. */
export function seatsOf(session: Session, now: number, inParts = false): Seats {
  const phase = phaseOf(session, now);
  if (phase !== 'upcoming' && phase !== 'under_way') return { kind: 'none' };
  const registration = session.registration;
  if (!registration) return { kind: inParts ? 'in_parts' : 'without_registration' };
  if (registration.state === 'not_open') return { kind: 'not_open', opensAt: registration.opensAt };
  if (registration.state === 'closed') return { kind: 'closed' };
  if (registration.state !== 'open') return { kind: 'none' };
  const { closesAt, remaining, waiting } = registration;
  if (remaining === null) return { kind: 'unlimited', closesAt };
  return remaining > 0
    ? { kind: 'places', remaining, closesAt }
    : { kind: 'full', waiting, closesAt };
}
