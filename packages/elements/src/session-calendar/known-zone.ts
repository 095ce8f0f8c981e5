/** The zone of everything that happens in Morocco. */
export const homeZone = 'Africa/Casablanca';

const known = new Map<string, boolean>([[homeZone, true]]);

/** `timeZone` when this engine has its data, else {@link homeZone} with one warning. */
export function knownZone(timeZone: string): string {
  if (!known.has(timeZone)) {
    try {
      new Intl.DateTimeFormat('en', { timeZone });
      known.set(timeZone, true);
    } catch {
      known.set(timeZone, false);
      console.warn(
        `"${timeZone}" is not a time zone known here; hours are shown as in ${homeZone}.`,
      );
    }
  }
  return known.get(timeZone) ? timeZone : homeZone;
}

let deviceZone: string | undefined;

/** The zone that the reader's device was set to when first asked. */
export function readerZone(): string {
  // Any language will do: this one's data are there already.
  deviceZone ??= new Intl.DateTimeFormat('en').resolvedOptions().timeZone ?? homeZone;
  return deviceZone;
}
