import { formatDay, formatMonth } from '../../foundation/locale/date-format.js';
import type { Locale } from '../../foundation/locale/locale.js';
import type { Day, Month } from '../day/civil-day.js';
import { civilDateOf, firstDayOf } from '../day/civil-day.js';
import type { CalendarMessages } from './messages.js';

/** The language that the calendar speaks now. */
export interface Speech {
  readonly locale: Locale;
  readonly messages: CalendarMessages;
}

/** «الأربعاء 30 نونبر 2022». */
export function dayText({ locale }: Speech, day: Day): string {
  return formatDay(locale, civilDateOf(day));
}

/** «نونبر 2022». */
export function monthText({ locale }: Speech, month: Month): string {
  return formatMonth(locale, civilDateOf(firstDayOf(month)));
}
