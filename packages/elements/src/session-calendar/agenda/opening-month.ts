import type { MonthReading } from './agenda.js';
import type { Month } from '../day/civil-day.js';
import { monthOf } from '../day/civil-day.js';

/**
 * The month that a calendar opens on where nobody asked for one: `first`, the month of today, or the nearest one in which
 * something takes place, once `reading` says that nothing is to come in `first`.
 */
export function openingMonth(first: Month, reading: MonthReading | undefined): Month {
  const { nearby } = reading ?? {};
  if (!nearby) return first;
  const { startDate, endDate } = nearby.session;
  return monthOf(nearby.kind === 'next' ? startDate : endDate);
}
