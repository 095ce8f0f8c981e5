import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/**
 * A calendar as two programs that know nothing of each other read it: entries by UID, of the same shape from both. Only
 * ical.js goes by the rules in the file, and says instants too (`start`, `end`); node-ical takes a zone by its name, and
 * whatever this system knows of it.
 * Throws when the text is not what RFC 5545 asks for: lines end in CRLF, have 75 octets at most, and hold whole letters.
 *
 * @param {string} text
 */
export function readByTwo(text) {
  assertLines(text);
  return { 'ical.js': readByIcalJs(text), 'node-ical': readByNodeIcal(text) };
}

function assertLines(text) {
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  for (const line of text.slice(0, -2).split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`);
    assert.ok(line.isWellFormed?.() ?? true, 'no letter is cut');
    assert.doesNotMatch(line, /[\r\n]/);
  }
}

function readByIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((component) => {
      const zone = new ICAL.Timezone(component);
      return [zone.tzid, zone];
    }),
  );
  const instantOf = (property) => {
    const time = property?.getFirstValue();
    if (!time) return undefined;
    const name = property.getParameter('tzid');
    // By the rules that stand in the file, and no others.
    if (name) time.zone = zones.get(name);
    return time.isDate ? time.toString() : time.toJSDate().toISOString();
  };
  const clockOf = (property) => property?.getFirstValue()?.toString();
  const entries = calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name) => event.getFirstPropertyValue(name) ?? undefined;
    const start = event.getFirstProperty('dtstart');
    const end = event.getFirstProperty('dtend');
    return [
      value('uid'),
      {
        summary: value('summary'),
        description: value('description'),
        location: value('location'),
        status: value('status'),
        transparency: value('transp'),
        sequence: Number(value('sequence')),
        changed: value('last-modified').toJSDate().toISOString(),
        stamped: value('dtstamp').toJSDate().toISOString(),
        geo: value('geo') && [...value('geo')].map(Number),
        url: value('url'),
        parent: value('related-to'),
        categories: event.getFirstProperty('categories')?.getValues() ?? [],
        organiser: event.getFirstProperty('organizer')?.getFirstParameter('cn'),
        zone: start.getFirstParameter('tzid'),
        clock: clockOf(start),
        endClock: clockOf(end),
        start: instantOf(start),
        end: instantOf(end),
      },
    ];
  });
  return {
    name: calendar.getFirstPropertyValue('x-wr-calname') ?? undefined,
    refresh: calendar.getFirstPropertyValue('refresh-interval')?.toString(),
    entries: Object.fromEntries(entries),
  };
}

function readByNodeIcal(text) {
  const parsed = nodeIcal.sync.parseICS(text);
  const { vcalendar } = parsed;
  const textOf = (value) => (typeof value === 'object' ? value?.val : value);
  const clockOf = (date) => date && (date.dateOnly ? localDate(date) : shownIn(date.tz, date));
  const entries = Object.values(parsed)
    .filter(({ type }) => type === 'VEVENT')
    .map((event) => [
      event.uid,
      {
        summary: textOf(event.summary),
        description: textOf(event.description),
        location: textOf(event.location),
        status: event.status,
        transparency: event.transparency,
        sequence: Number(event.sequence),
        changed: event.lastmodified.toISOString(),
        stamped: event.dtstamp.toISOString(),
        geo: event.geo && [event.geo.lat, event.geo.lon],
        url: textOf(event.url),
        categories: event.categories ?? [],
        organiser: event.organizer?.params?.CN?.replace(/^"|"$/g, ''),
        zone: event.start.tz,
        clock: clockOf(event.start),
        // It makes an end up where none is written.
        endClock: /DTEND/.test(text) ? clockOf(event.end) : undefined,
      },
    ]);
  return { name: vcalendar['WR-CALNAME'], entries: Object.fromEntries(entries) };
}

/** What a clock in `zone` shows, by the zone data of this system, as node-ical made `date` of it. */
function shownIn(zone, date) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return format.format(new Date(date.getTime())).replace(' ', 'T');
}

function localDate(date) {
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
