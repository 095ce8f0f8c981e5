/**
 * Natives that pages are known to replace after us (analytics wrap `fetch`, MooTools replaces `Array.from`,
 * Prototype adds `toJSON` to arrays), taken once while this module starts. Whatever the elements need of
 * them comes from here.
 */

const nativeFetch = globalThis.fetch;

/** `fetch` as it was when the module started, bound to the page. */
export const fetch: typeof globalThis.fetch = (input, init) =>
  nativeFetch.call(globalThis, input, init);

const nativeStringify = JSON.stringify;

/**
 * `JSON.stringify` for plain data. Prototype 1.6 and older give arrays and strings a `toJSON` that encodes
 * them twice: the methods are set aside for the length of the call.
 */
export function stringify(value: unknown): string {
  const shadowed = [Array.prototype, String.prototype, Number.prototype].filter((prototype) =>
    Object.hasOwn(prototype, 'toJSON'),
  ) as { toJSON?: unknown }[];
  const saved = shadowed.map((prototype) => prototype.toJSON);
  for (const prototype of shadowed) delete prototype.toJSON;
  try {
    return nativeStringify(value);
  } finally {
    shadowed.forEach((prototype, index) => {
      prototype.toJSON = saved[index];
    });
  }
}

/** A random version 4 UUID; `crypto.randomUUID` is missing on pages served over plain HTTP. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
