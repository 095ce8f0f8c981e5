import { civilDateIn, homeZone } from '@nafida/contract/civil-time.js';

/** Of how many days, weeks and months the last backup is kept. */
const keptSpans = { days: 7, weeks: 4, months: 12 } as const;

/**
 * Which of the backups that were made at these instants are kept: the last of each of the last 7 days that have one, of 4 such
 * weeks (from Monday) and of 12 such months, by the clocks of Morocco. What is kept is so by itself: leaving out the others day
 * by day or all at once comes to the same.
 */
export function keptBackups(madeAt: readonly Date[]): Set<Date> {
  const newestFirst = [...madeAt].sort((one, other) => Number(other) - Number(one));
  return new Set([
    ...lastOfEach(newestFirst, keptSpans.days, dayOf),
    ...lastOfEach(newestFirst, keptSpans.weeks, weekOf),
    ...lastOfEach(newestFirst, keptSpans.months, (instant) => dayOf(instant).slice(0, 7)),
  ]);
}

function lastOfEach(
  newestFirst: readonly Date[],
  spans: number,
  spanOf: (instant: Date) => string,
): Date[] {
  const last = new Map<string, Date>();
  for (const instant of newestFirst) {
    const span = spanOf(instant);
    if (!last.has(span)) last.set(span, instant);
    if (last.size === spans) break;
  }
  return [...last.values()];
}

const dayOf = (instant: Date) => civilDateIn(homeZone, instant);

/** The Monday that it begins with. */
function weekOf(instant: Date): string {
  const day = new Date(`${dayOf(instant)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
