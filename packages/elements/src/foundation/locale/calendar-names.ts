import type { Locale } from './locale.js';

/** Widths in which months and weekdays have names. */
export type NameWidth = 'long' | 'short' | 'narrow';

interface CalendarNames {
  readonly months: string;
  readonly shortMonths?: string;
  readonly weekdays: string;
  readonly shortWeekdays?: string;
  readonly narrowWeekdays: string;
}

// Written out rather than asked of `Intl`: Chromium has no Amazigh data and answers in English, and engines
// built with fewer locales give the eastern month names for Arabic. Source: CLDR 48, `ar-MA` and `zgh`
// (narrow Amazigh weekdays are the first letters, CLDR has none). Weekdays begin on Monday.
const ownNames: Partial<Record<Locale, CalendarNames>> = {
  ar: {
    months: 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر',
    weekdays: 'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
    narrowWeekdays: 'ن ث ر خ ج س ح',
  },
  zgh: {
    months: 'ⵉⵏⵏⴰⵢⵔ ⴱⵕⴰⵢⵕ ⵎⴰⵕⵚ ⵉⴱⵔⵉⵔ ⵎⴰⵢⵢⵓ ⵢⵓⵏⵢⵓ ⵢⵓⵍⵢⵓⵣ ⵖⵓⵛⵜ ⵛⵓⵜⴰⵏⴱⵉⵔ ⴽⵜⵓⴱⵔ ⵏⵓⵡⴰⵏⴱⵉⵔ ⴷⵓⵊⴰⵏⴱⵉⵔ',
    shortMonths: 'ⵉⵏⵏ ⴱⵕⴰ ⵎⴰⵕ ⵉⴱⵔ ⵎⴰⵢ ⵢⵓⵏ ⵢⵓⵍ ⵖⵓⵛ ⵛⵓⵜ ⴽⵜⵓ ⵏⵓⵡ ⴷⵓⵊ',
    weekdays: 'ⴰⵢⵏⴰⵙ ⴰⵙⵉⵏⴰⵙ ⴰⴽⵕⴰⵙ ⴰⴽⵡⴰⵙ ⴰⵙⵉⵎⵡⴰⵙ ⴰⵙⵉⴹⵢⴰⵙ ⴰⵙⴰⵎⴰⵙ',
    shortWeekdays: 'ⴰⵢⵏ ⴰⵙⵉ ⴰⴽⵕ ⴰⴽⵡ ⴰⵙⵉⵎ ⴰⵙⵉⴹ ⴰⵙⴰ',
    narrowWeekdays: 'ⴰⵢ ⴰⵙ ⴰⴽⵕ ⴰⴽ ⵙⵎ ⵙⴹ ⵙⴰ',
  },
};

/** The name of a month, 1 (January) to 12. Arabic names are the Maghrebi ones. */
export function monthName(locale: Locale, month: number, width: 'long' | 'short' = 'long'): string {
  const names = ownNames[locale];
  if (names)
    return (width === 'short' && names.shortMonths ? names.shortMonths : names.months).split(' ')[
      month - 1
    ]!;
  return named(locale, Date.UTC(2024, month - 1, 1), { month: width });
}

/** The name of a weekday, 1 (Monday, the first day of the week in Morocco) to 7 (Sunday). */
export function weekdayName(locale: Locale, weekday: number, width: NameWidth = 'long'): string {
  const names = ownNames[locale];
  if (!names) return named(locale, Date.UTC(2024, 0, weekday), { weekday: width });
  const list =
    width === 'narrow'
      ? names.narrowWeekdays
      : width === 'short' && names.shortWeekdays
        ? names.shortWeekdays
        : names.weekdays;
  return list.split(' ')[weekday - 1]!;
}

const formats = new Map<string, Intl.DateTimeFormat>();

// French and English data are in every engine. 1 January 2024 was a Monday. Making a format takes far longer
// than using it, and a month needs dozens of names.
function named(locale: Locale, time: number, options: Intl.DateTimeFormatOptions): string {
  const tag = locale === 'fr' ? 'fr' : 'en-GB';
  const key = [tag, options.month, options.weekday].join();
  let format = formats.get(key);
  if (!format) {
    const utc = { ...options, calendar: 'gregory', timeZone: 'UTC' };
    formats.set(key, (format = new Intl.DateTimeFormat(tag, utc)));
  }
  return format.format(time);
}
