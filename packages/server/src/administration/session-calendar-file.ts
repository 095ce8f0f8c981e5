import { validate, type Locale } from '@nafida/contract';
import { NoCalendarError, readCalendar } from '@nafida/contract/calendar-file.js';
import { civilDateIn, homeZone } from '@nafida/contract/civil-time.js';
import { sessionInputSchema } from '@nafida/contract/staff.js';
import { CommandError } from '../command-error.js';
import type { FiledSessions } from './filed-sessions.js';
import { issueLines } from './issue-lines.js';

/**
 * The sessions of an iCalendar file. Irregular or private events are left out and reported. Throws a sentence if
 * nothing is left.
 */
export async function sessionsOfCalendar(
  name: string,
  bytes: Uint8Array,
  language: Locale,
): Promise<FiledSessions> {
  const today = civilDateIn(homeZone, new Date());
  const reading = await readCalendar(bytes, { language, today }).catch((error: unknown) => {
    if (!(error instanceof NoCalendarError)) throw error;
    throw new CommandError(`${name} is not a calendar: ${error.message}.`);
  });
  const remarks = [...reading.remarks];
  const sessions = reading.sessions.filter((session) => {
    const checked = validate(sessionInputSchema, session);
    if (checked.ok) return true;
    const title = Object.values(session.title)[0];
    const issues = issueLines(checked.issues, { schema: sessionInputSchema, value: session });
    remarks.push(`"${title}" is left out: ${issues.join(' ')}`);
    return false;
  });
  const { privateEvents } = reading;
  if (privateEvents === 1) remarks.push('1 event is not for everybody (CLASS) and is left out.');
  if (privateEvents > 1) {
    remarks.push(`${privateEvents} events are not for everybody (CLASS) and are left out.`);
  }
  if (sessions.length === 0 && remarks.length > 0 && privateEvents === 0) {
    throw new CommandError(remarks.join('\n'));
  }
  return { sessions: [...sessions], remarks };
}
