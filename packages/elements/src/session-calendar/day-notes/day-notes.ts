import type { LocalizedText, Site, WrittenText } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import type { Locale } from '../../foundation/locale/locale.js';
import type { Day } from '../day/civil-day.js';
import { hijriNote, hijriSpanText, hijriText } from './hijri-date.js';
import { nationalHolidays } from './national-holidays.js';

/** Days off that the site announces; see the contract. */
export type AnnouncedHolidays = Site['holidays'];

/** What there is to say of days beside their sessions. */
export interface DayNotes {
  /** Why the day is a day off; null when it is none. */
  readonly holiday: (day: Day) => WrittenText | null;
  /** The Hijri date beside; undefined where none is asked for or none can be computed. */
  readonly hijri: (day: Day) => string | undefined;
  readonly hijriSpan: (first: Day, last: Day) => string | undefined;
  /** That Hijri dates are computed; undefined where none are shown. */
  readonly note: string | undefined;
}

/** Notes in the language of the reader. */
export function dayNotes(
  locale: Locale,
  { announced, hijri }: { announced: AnnouncedHolidays; hijri: boolean },
): DayNotes {
  const holiday = (day: Day): WrittenText | null => {
    const name = holidayName(day, announced);
    return name && textIn(name, locale);
  };
  if (!hijri) {
    return { holiday, hijri: () => undefined, hijriSpan: () => undefined, note: undefined };
  }
  return {
    holiday,
    hijri: (day) => hijriText(locale, day),
    hijriSpan: (first, last) => hijriSpanText(locale, first, last),
    note: hijriNote(locale),
  };
}

function holidayName(day: Day, announced: AnnouncedHolidays): LocalizedText | null {
  const own = announced.find(({ startDate, endDate }) => startDate <= day && day <= endDate);
  if (own) return own.name;
  const national = nationalHolidays.find(
    ({ date, since = 0 }) => day.endsWith(date) && Number(day.slice(0, 4)) >= since,
  );
  return national?.name ?? null;
}
