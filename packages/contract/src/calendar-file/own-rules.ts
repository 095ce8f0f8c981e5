import type { Clock } from './clock.js';
import { offsetMinutes } from './clock.js';
import { momentOf } from './moments.js';
import { ruleDates } from './rule-dates.js';
import type { FileComponent } from './structure.js';
import { propertiesNamed, propertyNamed } from './structure.js';

/** Changes of a file's own zones are worked out for these years. */
const years = { from: '1990-01-01T00:00', to: '2100-01-01T00:00' };

/**
 * How many minutes the clocks of a zone are ahead of UTC, by the rules that its file brings (`VTIMEZONE`): each of its
 * parts begins at the dates it names, by the clocks as they were until then.
 */
export function ownRules(zone: FileComponent): (clock: Clock) => number {
  const changes: { readonly clock: Clock; readonly to: number }[] = [];
  let first: { readonly clock: Clock; readonly from: number } | undefined;
  for (const part of zone.components) {
    const start = propertyNamed(part, 'DTSTART');
    const begins = start && momentOf(start.value, start)?.clock;
    const to = offsetMinutes(propertyNamed(part, 'TZOFFSETTO')?.value ?? '');
    if (!begins || to === undefined) continue;
    const from = offsetMinutes(propertyNamed(part, 'TZOFFSETFROM')?.value ?? '') ?? to;
    if (!first || begins < first.clock) first = { clock: begins, from };
    const clocks = [
      begins,
      ...propertiesNamed(part, 'RDATE').flatMap((dates) =>
        dates.value.split(',').flatMap((date) => momentOf(date, dates)?.clock ?? []),
      ),
    ];
    for (const { value } of propertiesNamed(part, 'RRULE')) {
      clocks.push(...ruleDates(begins, value, { window: years }));
    }
    changes.push(...clocks.map((clock) => ({ clock, to })));
  }
  changes.sort((one, other) => (one.clock < other.clock ? 1 : -1));
  return (clock) => changes.find((change) => change.clock <= clock)?.to ?? first?.from ?? 0;
}
