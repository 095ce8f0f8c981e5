/**
 * Natives that pages are known to replace or bend, taken once while this module starts: analytics wrap
 * `fetch`, Prototype 1.6 gives arrays a `toJSON` that encodes them twice, old scripts add enumerable
 * properties to `Object.prototype`.
 */

const pageFetch = globalThis.fetch;
const pageStringify = JSON.stringify;

/** `fetch` as it was when this module started. */
export const nativeFetch: typeof globalThis.fetch = (input, init) =>
  pageFetch.call(globalThis, input, init);

/**
 * A deep copy of plain data that inherits nothing: neither `for…in` nor `toJSON` finds what the page added to
 * the prototypes of objects and arrays.
 */
export function plainCopy(value: unknown): unknown {
  if (Array.isArray(value)) {
    return Object.defineProperty(value.map(plainCopy), 'toJSON', { value: undefined });
  }
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) copy[key] = plainCopy((value as typeof copy)[key]);
  return copy;
}

/** JSON of plain data, whatever the page did to prototypes. */
export function toJson(value: unknown): string {
  return pageStringify(plainCopy(value));
}

/** The same on several lines, for files that people open. */
export function toIndentedJson(value: unknown): string {
  return pageStringify(plainCopy(value), null, 2);
}
