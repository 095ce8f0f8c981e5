/** How a language writes days. */
export interface DayTexts {
  /** Language tag of dates: Moroccan names of months, Latin digits. */
  readonly dates: string;
  /** How the first day of a month is written. */
  readonly firstOfMonth: string;
  /** The first and the last day of a session. */
  readonly dayRange: (first: string, last: string) => string;
}

type Part = 'weekday' | 'day' | 'month' | 'year';

/**
 * The day or days of a session: «الأربعاء 9 دجنبر 2026», "du 1er au 3 décembre 2026". Written from its parts: in Arabic
 * `Intl` sets a comma after the weekday, and in French it does not write "1er".
 */
export function daysText(texts: DayTexts, startDate: string, endDate: string): string {
  const [first, last] = [partsOf(texts, startDate), partsOf(texts, endDate)];
  if (startDate === endDate) return said(first, 'weekday', 'day', 'month', 'year');
  // Parts that both ends share are written once.
  const from =
    first.year !== last.year
      ? said(first, 'day', 'month', 'year')
      : first.month !== last.month
        ? said(first, 'day', 'month')
        : said(first, 'day');
  return texts.dayRange(from, said(last, 'day', 'month', 'year'));
}

function said(parts: Readonly<Record<Part, string>>, ...kept: readonly Part[]): string {
  return kept.map((part) => parts[part]).join(' ');
}

/** Civil dates have no zone: noon in UTC is the same day for the formatter. */
function partsOf({ dates, firstOfMonth }: DayTexts, date: string): Record<Part, string> {
  const format = new Intl.DateTimeFormat(dates, { dateStyle: 'full', timeZone: 'UTC' });
  const parts = { weekday: '', day: '', month: '', year: '' };
  for (const { type, value } of format.formatToParts(new Date(`${date}T12:00:00Z`))) {
    if (type in parts) parts[type as Part] = value;
  }
  return parts.day === '1' ? { ...parts, day: firstOfMonth } : parts;
}
