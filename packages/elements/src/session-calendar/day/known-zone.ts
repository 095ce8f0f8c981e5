import { homeZone, zoneNamed } from '@nafida/contract/civil-time.js';

const known = new Map<string, string>();

/** The zone of that name when it is known here, else {@link homeZone} with one warning. */
export function knownZone(name: string): string {
  let zone = known.get(name);
  if (zone === undefined) {
    zone = zoneNamed(name);
    if (!zone) {
      console.warn(`"${name}" is not a time zone known here; hours are shown as in ${homeZone}.`);
    }
    known.set(name, (zone ??= homeZone));
  }
  return zone;
}

let deviceZone: string | undefined;

/** The zone that the reader's device was set to when first asked. */
export function readerZone(): string {
  // Any language will do: this one's data are there already.
  deviceZone ??= knownZone(new Intl.DateTimeFormat('en').resolvedOptions().timeZone ?? homeZone);
  return deviceZone;
}
