import { durationOf } from './moments.js';
import type { FileComponent } from './structure.js';
import { propertyNamed } from './structure.js';

/** With one of these an event takes place on other days than its own, or in the place of another one. */
const otherDays = ['RRULE', 'EXRULE', 'RDATE', 'RECURRENCE-ID'];

const dayMs = 86_400_000;

/**
 * Whether events of one UID may touch `days` (`YYYY-MM-DD`): a quick look at days as they are written, for files of
 * thousands of events. What repeats itself, is long, or is written in no usual way may. What lasts until the day after
 * its beginning, or is seen on other clocks, is in the room that `days` have to leave.
 */
export function mayTouch(
  [event, ...others]: readonly FileComponent[],
  days: { readonly from: string | undefined; readonly to: string | undefined },
): boolean {
  if (others.length > 0 || event!.hasAny(otherDays)) return true;
  const first = dayOf(event!, 'DTSTART');
  const last = dayOf(event!, 'DTEND');
  const length = last ? 0 : durationOf(propertyNamed(event!, 'DURATION')?.value ?? '');
  if (!first || (length ?? 0) > dayMs) return true;
  return (
    (!days.to || first <= days.to) &&
    (!days.from || first >= days.from || (last ?? '') >= days.from)
  );
}

/** The day that a moment such as `20270415T150000Z` names. */
function dayOf(event: FileComponent, name: string): string | undefined {
  const [, year, month, day] =
    /(?:^|:)\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ][\d: .]*)?(?:Z|[+-][\d:]+)?\s*$/i.exec(
      propertyNamed(event, name)?.value ?? '',
    ) ?? [];
  return year && `${year}-${month}-${day}`;
}
