import type { Locale } from '../text/locale.js';
import { homeZone } from '../time/civil-time.js';
import { fixed, offsetMinutes, type Zone } from './clock.js';
import type { EventContext } from './event.js';
import { momentOf } from './moments.js';
import type { FileComponent, Rest } from './structure.js';
import { propertyNamed } from './structure.js';
import { ZoneTable } from './zone-table.js';

/** What the events of `calendar` need to know of it; `language` is that of texts whose letters do not tell. */
export async function contextOf(
  calendar: FileComponent,
  language: Locale,
  remark: (text: string) => void,
  rest?: Rest,
): Promise<EventContext> {
  const zones = new ZoneTable(calendar);
  const named = propertyNamed(calendar, 'X-WR-TIMEZONE')?.value.trim();
  await zones.prepare([...(named ? [named] : []), ...(await zonesNamed(calendar, rest))]);
  const known = named ? zones.zone(named) : oldZone(calendar);
  if (named && !known) remark(`the time zone "${named}" is not known: ${homeZone} is taken.`);
  const zone: Zone = known ?? { name: homeZone };
  return {
    zone,
    place: zone.name ?? homeZone,
    zones,
    language,
    isOld: propertyNamed(calendar, 'VERSION')?.value.trim() === '1.0',
    callsOff: propertyNamed(calendar, 'METHOD')?.value.trim().toUpperCase() === 'CANCEL',
    remark,
  };
}

/** All that its events name, and in vCalendar 1.0 nothing. */
async function zonesNamed({ components }: FileComponent, rest?: Rest): Promise<Set<string>> {
  const seen = new Set<string>();
  const names = new Set<string>();
  for (const component of components) {
    if (component.name !== 'VEVENT') continue;
    for (const property of component.detailed) {
      const zone = property.parameters.get('TZID');
      if (zone === undefined) continue;
      // A name with a colon that is not quoted ends in the value.
      const mark = `${zone}:${property.value.replace(/[\dTZ,:-]*$/i, '')}`;
      if (seen.has(mark)) continue;
      seen.add(mark);
      const moment = momentOf(property.value.split(/,(?=\d{8})/)[0]!, property);
      if (moment?.zone && 'named' in moment.zone) names.add(moment.zone.named);
    }
    const pause = rest?.();
    if (pause) await pause;
  }
  return names;
}

/** vCalendar 1.0 says `TZ:+01`, and of one summer `DAYLIGHT:TRUE;+02;20270328T020000;20271031T030000;CET;CEST`. */
function oldZone(calendar: FileComponent): Zone | undefined {
  const usual = offsetMinutes(propertyNamed(calendar, 'TZ')?.value ?? '');
  if (usual === undefined) return undefined;
  const [isKept, offset = '', from = '', to = ''] =
    propertyNamed(calendar, 'DAYLIGHT')?.value.split(';') ?? [];
  const summer = offsetMinutes(offset);
  const [begins, ends] = [from, to].map(
    (value) => momentOf(value, { parameters: new Map() })?.clock,
  );
  if (!/^TRUE$/i.test(isKept ?? '') || summer === undefined || !begins || !ends) {
    return fixed(usual);
  }
  return { aheadAt: (clock) => (clock >= begins && clock < ends ? summer : usual) };
}
