import { daysAfter } from '../time/civil-days.js';
import { instantIn } from '../time/civil-time.js';

/** The instant at which a session ends: an end at `00:00` of its only day is the midnight after it. */
export function sessionEnd(
  zone: string,
  { startDate, endDate }: { readonly startDate: string; readonly endDate: string },
  time: string,
): Date {
  const isMidnight = time === '00:00' && startDate === endDate;
  return instantIn(zone, isMidnight ? daysAfter(endDate, 1) : endDate, time);
}
