/** The instant of an announced hour (`HH:MM` on the clocks of `zone`) with the zone's offset, as servers write it. */
export function announcedInstant(zone: string, date: string, clock: string | null): string | null {
  if (clock === null) return null;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const parts = format.formatToParts(new Date(`${date}T${clock}:00Z`));
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return `${date}T${clock}:00${name.slice('GMT'.length) || '+00:00'}`;
}
