import type { CivilMoment } from './date-format.js';
import { civilMomentOf } from './date-format.js';

const writtenWithOffset = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})\S*[+-]\d{2}:\d{2}$/;

/**
 * What the clocks of a zone show at `instant` (RFC 3339). An instant written with an offset says the
 * hour itself, and that hour is taken: Morocco moves its clocks by decree, now and then at short notice, and
 * devices whose zone data are older or newer than the server's would each show another one. Only an instant
 * in UTC (`Z`) goes through the zone.
 */
export function wallTimeOf(instant: string, timeZone: string): CivilMoment {
  const written = writtenWithOffset.exec(instant);
  if (!written) return civilMomentOf(instant, timeZone);
  const [year, month, day, hour, minute] = written.slice(1).map(Number);
  return { year: year!, month: month!, day: day!, hour: hour!, minute: minute! };
}
