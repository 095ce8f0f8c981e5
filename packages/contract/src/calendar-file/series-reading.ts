import { eventOf, isPublic, nameOf, type CalendarEvent, type EventContext } from './event.js';
import type { Window } from './rule-dates.js';
import { sessionsOfSeries } from './series.js';
import type { CalendarSession } from './session.js';
import type { FileComponent } from './structure.js';
import { propertyNamed } from './structure.js';

/** The sessions of one series, and how many of its events are not for everybody. */
export interface SeriesReading {
  readonly sessions: readonly CalendarSession[];
  readonly privateEvents: number;
}

/** Events by their UID; an event without one is alone. */
export function seriesOf({ components }: FileComponent): FileComponent[][] {
  const series = new Map<string | FileComponent, FileComponent[]>();
  for (const event of components.filter(({ name }) => name === 'VEVENT')) {
    const key = propertyNamed(event, 'UID')?.value.trim() ?? event;
    series.set(key, [...(series.get(key) ?? []), event]);
  }
  return [...series.values()];
}

/** Reads the events that have one UID. */
export async function readSeries(
  components: readonly FileComponent[],
  context: EventContext,
  window: Window,
): Promise<SeriesReading> {
  const { remark } = context;
  const hidden = components.filter((component) => !isPublic(component));
  // Whatever applies to all its dates also applies to those that were moved.
  if (hidden.some((component) => !propertyNamed(component, 'RECURRENCE-ID'))) {
    return { sessions: [], privateEvents: 1 };
  }
  const silent = { ...context, remark: () => {} };
  const hiddenDates = hidden.flatMap((component) => {
    try {
      return eventOf(component, silent).instead ?? [];
    } catch {
      return [];
    }
  });
  const events = components
    .filter((component) => !hidden.includes(component))
    .flatMap((component): CalendarEvent[] => {
      try {
        // It may have been cut off before the line that says that it is private.
        if (!component.isWhole) throw new RangeError('its end is missing');
        return [eventOf(component, context)];
      } catch (error) {
        remark(`${nameOf(component)} is left out: ${(error as Error).message}.`);
        return [];
      }
    });
  try {
    const sessions = await sessionsOfSeries(events, hiddenDates, window, remark);
    const titled = sessions.filter(({ title }) => Object.keys(title).length > 0);
    if (titled.length < sessions.length) {
      remark(`${nameOf(components[0]!)} is left out: it has no SUMMARY.`);
    }
    return { sessions: titled, privateEvents: hidden.length };
  } catch (error) {
    remark(`${nameOf(components[0]!)} is left out: ${(error as Error).message}.`);
    return { sessions: [], privateEvents: hidden.length };
  }
}
