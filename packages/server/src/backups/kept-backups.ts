import { civilDateIn, homeZone } from '@nafida/contract/civil-time.js';

/** Of how many days, weeks and months the last backup is kept. */
const keptSpans = { days: 7, weeks: 4, months: 12 } as const;

/**
 * Which of the backups from these instants are kept: the last one of each of the last 7 days that have one, of 4 such
 * weeks (from Monday) and of 12 such months, in Moroccan time. The result is the same whether the others are removed
 * day by day or all at once.
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
