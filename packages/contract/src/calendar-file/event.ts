import { calendarMessages } from '../calendar/messages.js';
import { sessionAudiences, sessionKinds } from '../session/session-terms.js';
import type { Locale, LocalizedText } from '../text/locale.js';
import { writtenLanguage } from '../text/written-language.js';
import { clockIn, later, msOf, type Clock, type Zone } from './clock.js';
import { durationOf, momentOf, type WrittenMoment } from './moments.js';
import type { CalendarSession } from './session.js';
import type { FileComponent, FileProperty } from './structure.js';
import { propertiesNamed, propertyNamed } from './structure.js';
import { lineOf, textOf, textsOf } from './text.js';
import type { ZoneTable } from './zone-table.js';

/** What an event needs to know about its calendar. */
export interface EventContext {
  /** The zone of hours that name none. */
  readonly zone: Zone;
  /** The zone of hours that are those of no place, such as UTC. */
  readonly place: string;
  readonly zones: ZoneTable;
  /** The language of texts whose letters do not tell. */
  readonly language: Locale;
  /** vCalendar 1.0. */
  readonly isOld: boolean;
  /** True if the whole file cancels its events. */
  readonly callsOff: boolean;
  readonly remark: (text: string) => void;
}

/** One date of an event, or all its dates if it is recurring; `end` is when it is over. */
export interface CalendarEvent {
  readonly uid: string;
  readonly title: string;
  readonly sequence: number;
  readonly start: Clock;
  readonly end: Clock | undefined;
  readonly rules: readonly string[];
  readonly excludedRules: readonly string[];
  readonly added: readonly { readonly start: Clock; readonly end: Clock | undefined }[];
  readonly excluded: readonly Clock[];
  /** The date of a series that this event replaces, before it was moved. */
  readonly instead: Clock | undefined;
  /** True if it replaces all later dates too. */
  readonly fromThenOn: boolean;
  readonly content: EventContent;
}

/** Whatever is the same on every date of an event. */
export type EventContent = Omit<
  CalendarSession,
  'id' | 'startDate' | 'startTime' | 'endDate' | 'endTime' | 'parent'
> & { readonly parent: string | null };

/** The title of an event, to find it in the file. */
export function nameOf(event: FileComponent): string {
  const name =
    lineOf(propertyNamed(event, 'SUMMARY')) || (propertyNamed(event, 'UID')?.value.trim() ?? '');
  return name ? `"${name}"` : 'an event without title';
}

/** Whether everybody may know of an event. A class that we do not know is private (RFC 5545, 3.8.1.3). */
export function isPublic(event: FileComponent): boolean {
  return [
    ...propertiesNamed(event, 'CLASS'),
    ...propertiesNamed(event, 'X-CALENDARSERVER-ACCESS'),
  ].every(({ value }) => /^\s*(?:PUBLIC)?\s*$/i.test(value));
}

/** Reads an event. Throws an error whose message says what is missing. */
export function eventOf(component: FileComponent, context: EventContext): CalendarEvent {
  const { isOld, remark } = context;
  const begins = propertyNamed(component, 'DTSTART');
  if (!begins) throw new RangeError('it has no DTSTART');
  const written = momentOf(begins.value, begins);
  if (!written) throw new RangeError(`DTSTART is no date: ${begins.value}`);
  const named = zoneOf(written, context);
  const timeZone = named.name ?? context.place;
  const inZone = (moment: WrittenMoment) =>
    clockIn(timeZone, moment.clock, zoneOf(moment, context));
  const start = inZone(written);
  const end = endOf(component, start, inZone);
  const name = nameOf(component);
  if (end !== undefined && msOf(end) < msOf(start)) {
    remark(`${name} ends before it begins: it is taken without an end.`);
  }
  const clocks = (property: FileProperty) =>
    property.value.split(isOld ? /[;,]/ : ',').flatMap((value) => {
      const moment = momentOf(value, property);
      if (moment) return [inZone(moment)];
      if (value.trim()) remark(`${name}: ${property.name} is no date: ${value.trim()}`);
      return [];
    });
  const instead = propertyNamed(component, 'RECURRENCE-ID');
  const title = lineOf(propertyNamed(component, 'SUMMARY'));
  return {
    uid: propertyNamed(component, 'UID')?.value.trim() || `${start}~${title}`,
    title,
    sequence: Number.parseInt(propertyNamed(component, 'SEQUENCE')?.value ?? '', 10) || 0,
    start,
    end: end !== undefined && msOf(end) > msOf(start) ? end : undefined,
    rules: propertiesNamed(component, 'RRULE').map(({ value }) => value),
    excludedRules: propertiesNamed(component, 'EXRULE').map(({ value }) => value),
    added: propertiesNamed(component, 'RDATE').flatMap((property) =>
      periodsOf(property, clocks, inZone),
    ),
    excluded: propertiesNamed(component, 'EXDATE').flatMap(clocks),
    instead: instead && clocks(instead)[0],
    fromThenOn: /^THISANDFUTURE$/i.test(instead?.parameters.get('RANGE') ?? ''),
    content: contentOf(component, { title, timeZone }, context),
  };
}

function zoneOf({ zone }: WrittenMoment, { zones, zone: usual, remark }: EventContext): Zone {
  if (!zone) return usual;
  if (!('named' in zone)) return zone;
  const known = zones.zone(zone.named);
  if (!known)
    remark(`the time zone "${zone.named}" is not known: its hours are read as they stand.`);
  return known ?? usual;
}

/** The end that the event gives itself; undefined if it gives none. */
function endOf(
  component: FileComponent,
  start: Clock,
  inZone: (moment: WrittenMoment) => Clock,
): Clock | undefined {
  const ends = propertyNamed(component, 'DTEND');
  const moment = ends && momentOf(ends.value, ends);
  if (moment) return comparable(inZone(moment), start);
  const length = durationOf(propertyNamed(component, 'DURATION')?.value ?? '');
  return length === undefined ? undefined : later(start, length);
}

/** Makes the end a day if the beginning is a day, and a time if the beginning is a time. */
function comparable(end: Clock, start: Clock): Clock {
  if (end.length === start.length) return end;
  if (start.includes('T')) return `${end}T00:00`;
  return end.endsWith('T00:00') ? end.slice(0, 10) : later(end.slice(0, 10), dayMs);
}

const dayMs = 86_400_000;

/** Dates that a series also has; a period brings its own end. */
function periodsOf(
  property: FileProperty,
  clocks: (property: FileProperty) => Clock[],
  inZone: (moment: WrittenMoment) => Clock,
): { start: Clock; end: Clock | undefined }[] {
  return property.value.split(/[,;]/).flatMap((value) => {
    const [first = '', last] = value.split('/');
    const [start] = clocks({ ...property, value: first });
    if (!start) return [];
    const moment = last === undefined ? undefined : momentOf(last, property);
    const length = durationOf(last ?? '');
    const end = moment ? inZone(moment) : length === undefined ? undefined : later(start, length);
    return [{ start, end: end && msOf(end) > msOf(start) ? end : undefined }];
  });
}

/** The note for a meeting that may still not take place. */
const toBeConfirmed: LocalizedText = {
  ar: 'في انتظار التأكيد',
  fr: 'À confirmer',
  en: 'To be confirmed',
};

function contentOf(
  component: FileComponent,
  { title, timeZone }: { title: string; timeZone: string },
  { language, isOld, callsOff }: EventContext,
): EventContent {
  const say = (text: string): LocalizedText | null =>
    text ? { [writtenLanguage(text, language)]: text } : null;
  const described = textOf(propertyNamed(component, 'DESCRIPTION'));
  const styled =
    propertyNamed(component, 'X-ALT-DESC') ?? propertyNamed(component, 'STYLED-DESCRIPTION');
  const status = propertyNamed(component, 'STATUS')?.value.trim().toUpperCase();
  const isOff = callsOff || status === 'CANCELLED' || status === 'CANCELED';
  const isOpen = !isOff && status === 'TENTATIVE';
  // Our own feed says it before the title, for calendars that show no status.
  const bare = isOff
    ? withoutWord(title, 'cancelled')
    : isOpen
      ? withoutWord(title, 'postponed')
      : title;
  const isPutOff = isOpen && bare !== title;
  const categories = propertiesNamed(component, 'CATEGORIES').flatMap((list) =>
    textsOf(list, isOld ? ';' : ','),
  );
  const location = lineOf(propertyNamed(component, 'LOCATION'));
  const onlineUrl = webAddress(location);
  const name = onlineUrl === null ? say(location) : null;
  const point = pointOf(propertyNamed(component, 'GEO')?.value ?? '');
  const organiser = (propertyNamed(component, 'ORGANIZER')?.parameters.get('CN') ?? '').trim();
  return {
    title: say(bare) ?? {},
    description: say(described || textOf(styled)),
    kind: kindOf(categories) ?? 'meeting',
    audiences: sessionAudiences.filter((audience) => categories.includes(audience)),
    status: isOff ? 'cancelled' : isPutOff ? 'postponed' : 'scheduled',
    statusNote: isOpen && !isPutOff ? toBeConfirmed : null,
    typeOfMeeting: onlineUrl === null ? 'in_person' : 'online',
    onlineUrl,
    timeZone,
    venue: name || point ? { name, address: null, point } : null,
    // A person's address is not the name of an organiser.
    organisers: organiser && !organiser.includes('@') ? [say(organiser)!] : [],
    url: webAddress(propertyNamed(component, 'URL')?.value.trim() ?? ''),
    parent: parentOf(component),
  };
}

function withoutWord(title: string, word: 'cancelled' | 'postponed'): string {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const before = Object.values(calendarMessages).find((messages) =>
    plain(title).startsWith(plain(messages[word])),
  );
  return before ? plain(title).slice(plain(before[word]).length).trim() : title;
}

function kindOf(categories: readonly string[]): CalendarSession['kind'] | undefined {
  const said = categories.map((category) => category.replace(/\s+/g, ' ').toLowerCase());
  return sessionKinds.find(
    (kind) =>
      said.includes(kind) ||
      Object.values(calendarMessages).some((messages) =>
        said.includes(messages.kinds[kind].toLowerCase()),
      ),
  );
}

function parentOf(component: FileComponent): string | null {
  const parent = propertiesNamed(component, 'RELATED-TO').find(({ parameters }) =>
    /^PARENT$/i.test(parameters.get('RELTYPE') ?? 'PARENT'),
  );
  return parent?.value.trim() || null;
}

function webAddress(text: string): string | null {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : null;
}

function pointOf(text: string) {
  const [, latitude = NaN, longitude = NaN] =
    /^\s*([+-]?\d+(?:\.\d+)?)\s*\\?[;,]\s*([+-]?\d+(?:\.\d+)?)\s*$/.exec(text)?.map(Number) ?? [];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
