import { territoryCodePattern } from '@nafida/contract/identifiers.js';
import { meetingTypes, sessionAudiences } from '@nafida/contract/attendance-terms.js';
import { defaultHeadingLevel } from '../../foundation/heading-level.js';
import type { Day, Month, Weekday } from '../day/civil-day.js';
import { firstDayOf, lastDayOf, monthOf, parseDay, parseMonth } from '../day/civil-day.js';

/** Ways to show a month. */
export type View = 'month' | 'list' | 'programme';

/** The attributes as the page wrote them. */
export interface CalendarAttributes {
  readonly view: string | null;
  readonly month: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly within: string | null;
  readonly territory: string | null;
  readonly type: string | null;
  readonly audience: string | null;
  readonly series: string | null;
  readonly q: string | null;
  readonly remember: string | null;
  readonly firstDay: string | number | null;
  readonly headingLevel: string | number | null;
}

/** The same, without wrong values. */
export interface CalendarSettings {
  readonly view: View | undefined;
  readonly month: Month | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly within: string | undefined;
  /** A territory inside `within`, as a person chose it. */
  readonly territory: string | undefined;
  readonly type: (typeof meetingTypes)[number] | undefined;
  readonly audience: (typeof sessionAudiences)[number] | undefined;
  readonly series: string | undefined;
  readonly q: string | undefined;
  readonly isRemembered: boolean;
  readonly firstDay: Weekday;
  readonly headingLevel: number;
}

/** Called with the name of an attribute whose value is wrong, and with a message that says what is expected. */
export type ReportIssue = (attribute: string, message: string) => void;

const views: readonly View[] = ['month', 'list', 'programme'];

/** Reads the attributes. A wrong value is reported and then ignored; nothing throws. */
export function settingsOf(given: CalendarAttributes, report: ReportIssue): CalendarSettings {
  const read = <Value>(
    attribute: string,
    given: string | number | null,
    value: (text: string) => Value | undefined,
    expected: string,
  ): Value | undefined => {
    if (given === null || given === '') return undefined;
    const text = String(given);
    const result = value(text);
    if (result === undefined) report(attribute, `"${text}" is not ${expected}.`);
    return result;
  };
  const oneOf =
    <Value extends string>(values: readonly Value[]) =>
    (text: string) =>
      values.find((value) => value === text);
  const numberTo = (most: number) => (text: string) =>
    /^[1-9]$/.test(text) && Number(text) <= most ? Number(text) : undefined;

  const place = (attribute: string, value: string | null) =>
    read(
      attribute,
      value,
      (text) => (territoryCodePattern.test(text) ? text : undefined),
      'an HCP code such as "02.113"',
    );

  const from = read('from', given.from, parseDay, 'a day (YYYY-MM-DD)');
  let to = read('to', given.to, parseDay, 'a day (YYYY-MM-DD)');
  if (from && to && to < from) {
    report('to', `"${to}" is before from="${from}".`);
    to = undefined;
  }
  return {
    view: read('view', given.view, oneOf(views), '"month", "list" or "programme"'),
    month: read('month', given.month, parseMonth, 'a month (YYYY-MM)'),
    from,
    to,
    within: place('within', given.within),
    territory: place('territory', given.territory),
    type: read('type', given.type, oneOf(meetingTypes), '"in_person", "online" or "hybrid"'),
    audience: read(
      'audience',
      given.audience,
      oneOf(sessionAudiences),
      `one of ${sessionAudiences.join(', ')}`,
    ),
    series: given.series || undefined,
    q: given.q?.trim() || undefined,
    isRemembered: read('remember', given.remember, oneOf(['url']), '"url"') === 'url',
    firstDay: (read(
      'first-day',
      given.firstDay,
      numberTo(7),
      'a number from 1 (Monday) to 7 (Sunday)',
    ) ?? 1) as Weekday,
    headingLevel:
      read('heading-level', given.headingLevel, numberTo(6), 'a number from 1 to 6') ??
      defaultHeadingLevel,
  };
}

/** Whether any day of the month lies between `from` and `to`. */
export function isMonthOffered(
  month: Month,
  { from, to }: Pick<CalendarSettings, 'from' | 'to'>,
): boolean {
  return (!from || lastDayOf(month) >= from) && (!to || firstDayOf(month) <= to);
}

/** Whether the day lies between `from` and `to`. */
export function isDayOffered(
  day: Day,
  { from, to }: Pick<CalendarSettings, 'from' | 'to'>,
): boolean {
  return (!from || day >= from) && (!to || day <= to);
}

/**
 * The month to begin with: the one asked for, else the current one, or the nearest one offered. `today` is asked for where
 * it matters: the first zone that a page uses takes the browser 20 ms and more.
 */
export function firstMonthOf(settings: CalendarSettings, today: () => Day): Month {
  const { from, to } = settings;
  const month = settings.month ?? monthOf(today());
  if (isMonthOffered(month, settings)) return month;
  return monthOf(from && month < monthOf(from) ? from : to!);
}
