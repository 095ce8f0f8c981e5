const dayMs = 86_400_000;

let offMs = 0;

/**
 * The current time in milliseconds, like `Date.now()`: that of the device, or that of the service if an answer has
 * shown that the device is wrong by more than a day. Cheap phones without a battery start in another year.
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
