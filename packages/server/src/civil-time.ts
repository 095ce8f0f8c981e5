const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    // The Swedish form is ISO 8601 but for the space between date and time.
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Whether this system knows the IANA zone. */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The civil date (`YYYY-MM-DD`) that clocks in `zone` show at `instant`. */
export function civilDateIn(zone: string, instant: Date): string {
  return formatOf(zone).format(instant).slice(0, 10);
}

/** The civil time (`HH:MM`) that clocks in `zone` show at `instant`. */
export function civilTimeIn(zone: string, instant: Date): string {
  return formatOf(zone).format(instant).slice(11, 16);
}

/**
 * The instant at which clocks in `zone` show this date (`YYYY-MM-DD`) and time (`HH:MM`), the earlier one when
 * there are two. A time that a change of the clocks skips moves forward with them.
 */
export function instantIn(zone: string, date: string, time = '00:00'): Date {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (instant: number) =>
    Date.parse(`${formatOf(zone).format(instant).replace(' ', 'T')}Z`) - instant;
  // The two offsets that can hold here; no zone changes its clocks twice within two days.
  const before = offsetAt(wall - 86_400_000);
  const after = offsetAt(wall + 86_400_000);
  const fits = [wall - before, wall - after].filter(
    (instant) => instant + offsetAt(instant) === wall,
  );
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - before);
}
