const dayMs = 86_400_000;

let offMs = 0;

/**
 * What time it is, in milliseconds as `Date.now()` gives them: the device's, or the service's own where an answer has
 * shown the device's to be off by more than a day. Cheap phones without a battery begin in another year.
 */
export function presentTime(): number {
  return Date.now() + offMs;
}

/** Compares the device's clock with what an answer says of the service's. Less than a day may be a kept answer's age. */
export function compareClocks(headers: Headers): void {
  const difference = Date.parse(headers.get('Date') ?? '') - Date.now();
  if (Number.isNaN(difference)) return;
  offMs = Math.abs(difference) > dayMs ? difference : 0;
}
