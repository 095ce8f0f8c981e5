import { zoneNamed } from '../time/civil-time.js';
import { fixed, type Zone } from './clock.js';
import type { FileComponent } from './structure.js';
import { propertiesNamed, propertyNamed } from './structure.js';

/** Looks up the zones that a calendar names. */
export class ZoneTable {
  #rules: ReadonlyMap<string, FileComponent>;
  #known = new Map<string, Zone | undefined>();
  #windows: ReadonlyMap<string, string> = new Map();

  constructor(calendar: FileComponent) {
    this.#rules = new Map(
      calendar.components.flatMap((component) => {
        const id = component.name === 'VTIMEZONE' && propertyNamed(component, 'TZID');
        return id ? [[plain(id.value), component]] : [];
      }),
    );
  }

  /** Reads what it takes to know `names`: to be awaited before {@link ZoneTable.zone} is asked for them. */
  async prepare(names: Iterable<string>): Promise<void> {
    const unknown = [...new Set(names)].filter((name) => !ianaZone(name));
    if (unknown.length === 0) return;
    const { windowsZones } = await import('./windows-zones.data.js');
    this.#windows = new Map(
      Object.entries(windowsZones).flatMap(([region, list]) =>
        list.split(';').map((entry) => {
          const [name = '', city = name.replaceAll(' ', '_')] = entry.split('=');
          return [plain(name), `${region}/${city}`];
        }),
      ),
    );
    for (const name of unknown) {
      const rules = this.#byName(name) ? undefined : this.#rules.get(plain(name));
      if (!rules) continue;
      const { ownRules } = await import('./own-rules.js');
      this.#known.set(plain(name), { aheadAt: ownRules(rules) });
    }
  }

  /** The zone of this name; undefined if it is unknown. */
  zone(name: string): Zone | undefined {
    const key = plain(name);
    if (!this.#known.has(key)) this.#known.set(key, this.#byName(name) ?? offsetZone(name));
    return this.#known.get(key);
  }

  /** A zone with a known name has today's rules: the rules in a file are those of the day on which it was written. */
  #byName(name: string): Zone | undefined {
    const windows = this.#windows.get(plain(name).replace(/ (?:standard|daylight) time/, ''));
    const place = this.#rules.get(plain(name));
    const located = place && propertiesNamed(place, 'X-LIC-LOCATION')[0]?.value;
    const known = ianaZone(name) ?? windows ?? (located && ianaZone(located)) ?? zoneOfCity(name);
    return known ? { name: known } : undefined;
  }
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Also `/citadel.org/20210210_1/Africa/Casablanca`; not those that are no place, such as `Etc/GMT-1` and `UTC`. */
function ianaZone(name: string): string | undefined {
  const parts = name.trim().replaceAll(' ', '_').split('/');
  for (const length of [parts.length, 3, 2]) {
    const candidate = parts.slice(-length).join('/');
    const isPlace = !/^(?:Etc\b|UTC$|GMT|UCT$|Zulu$|[A-Z]$|Universal$)/i.test(candidate);
    const zone = isPlace && parts.length >= length ? zoneNamed(candidate) : undefined;
    if (zone) return zone;
  }
  return undefined;
}

/** Outlook also shows `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`. */
function zoneOfCity(name: string): string | undefined {
  const cities = name.replace(/^\(.*?\)/, '').split(',');
  const zones = Intl.supportedValuesOf('timeZone');
  for (const city of cities) {
    const ending = `/${city.trim().replaceAll(' ', '_').toLowerCase()}`;
    const zone = ending.length > 3 && zones.find((each) => each.toLowerCase().endsWith(ending));
    if (zone) return zone;
  }
  return undefined;
}

/** `UTC+2`, `GMT+01:00`, `+0100`, `(UTC-05:00) Bogota`, `Etc/GMT-1` (which is ahead: its sign is the other way). */
function offsetZone(name: string): Zone | undefined {
  const match =
    /^\(?(Etc\/)?(?:tzone:\/\/Microsoft\/)?(UTC|GMT|UCT|Zulu|Universal|Z)?\s*(?:([+\u2212-])\s*(\d{1,2})(?::?(\d{2}))?)?(?:\)|$)/i.exec(
      name.trim(),
    );
  if (!match || (!match[2] && !match[3])) return undefined;
  const [, etc, , sign, hours = '0', minutes = '0'] = match;
  const ahead = Number(hours) * 60 + Number(minutes);
  return fixed((sign === '+' || !sign) === !etc ? ahead : -ahead);
}
