/** Files of one tag, by the language of their texts, as import specifiers relative to `nafida.js`; the one that registers it stands last. */
export type TagChunks = Readonly<Record<'ar' | 'fr' | 'en', readonly string[]>>;

/** Pauses between attempts, in ms. A device without any connection is waited for instead. */
const retryDelays = [1000, 4000, 15000];

/**
 * Imports what `tag` needs, all files at once rather than one after the other as their imports are discovered.
 * Never rejects: when nothing helps, the page keeps what was written between the tags and the console says why.
 */
export async function loadTag(
  tag: string,
  files: readonly string[],
  importFile: (file: string) => Promise<unknown>,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const imports = files.map(importFile);
      // Their failures come back through the tag's own module.
      for (const file of imports) file.catch(() => {});
      await imports.at(-1);
      return;
    } catch (error) {
      const delay = retryDelays[attempt];
      if (delay === undefined) {
        console.error(`Nafida: <${tag}> could not be loaded.`, error);
        return;
      }
      if (attempt === 0) console.warn(`Nafida: <${tag}> did not load, trying again.`, error);
      await (navigator.onLine ? pause(delay) : reconnection());
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function reconnection(): Promise<void> {
  return new Promise((resolve) => addEventListener('online', () => resolve(), { once: true }));
}
