import type { SessionInput } from '../session/session-input.js';
import { later, type Clock } from './clock.js';

/** A session with the fields that a calendar has; the reader of the calendar completes the others. */
export type CalendarSession = {
  readonly [
    Field in
      | 'id'
      | 'parent'
      | 'kind'
      | 'title'
      | 'description'
      | 'typeOfMeeting'
      | 'status'
      | 'statusNote'
      | 'startDate'
      | 'startTime'
      | 'endDate'
      | 'endTime'
      | 'timeZone'
      | 'venue'
      | 'onlineUrl'
      | 'organisers'
      | 'audiences'
      | 'url'
  ]-?: Exclude<SessionInput[Field], undefined>;
};

const dayMs = 86_400_000;

/** Days as `YYYY-MM-DD`, hours as `HH:MM`; null if no hour is known. */
interface DaysAndHours {
  readonly startDate: string;
  readonly startTime: string | null;
  readonly endDate: string;
  readonly endTime: string | null;
}

/**
 * The days and hours of a session that is over at `end`, as people say them: the end of whole days is the day after the
 * last, and an evening until midnight is one day, whose `endTime` is `00:00`.
 */
export function daysAndHours(start: Clock, end: Clock | undefined): DaysAndHours {
  const [startDate = '', startTime = null] = start.split('T');
  const only = { startDate, startTime, endDate: startDate, endTime: null };
  if (end === undefined) return only;
  const dayBefore = later(end.slice(0, 10), -dayMs);
  const [endDate = '', endTime] = end.split('T');
  if (endTime === undefined) return { ...only, endDate: dayBefore };
  // Old programs, and some of today, write whole days by their hours.
  if (startTime === '00:00' && (endTime === '00:00' || endTime === '23:59')) {
    return { ...only, startTime: null, endDate: endTime === '00:00' ? dayBefore : endDate };
  }
  if (endTime !== '00:00') return { ...only, endDate, endTime };
  return { ...only, endDate: dayBefore, endTime: dayBefore === startDate ? endTime : null };
}
