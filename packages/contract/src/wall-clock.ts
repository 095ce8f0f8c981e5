const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in an IANA zone show at `instant`: `2026-11-25T15:00:00`. Throws a RangeError on an unknown zone. */
export function wallClockIn(zone: string, instant: number | Date): string {
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
  return format.format(instant).replace(' ', 'T');
}
