/** Chunks of one tag, as import specifiers relative to `nafida.js`. */
export interface TagChunks {
  /** Everything the tag needs before it can draw; the module that registers it stands last. */
  readonly files: readonly string[];
  /** Chunks with the tag's texts, by language. */
  readonly texts: Readonly<Partial<Record<string, readonly string[]>>>;
  /** What the tag asks for by itself as soon as it starts, and nobody waits for in order to draw its frame. */
  readonly beside?: readonly string[];
}

/** Pauses between attempts, in ms. A device without any connection is waited for instead. */
const retryDelays = [1000, 4000, 15000];

/**
 * Imports what `tag` needs, all files at once rather than one after the other as their imports are discovered.
 * Never rejects: when nothing helps, the page keeps what was written between the tags and the console says why.
 */
export async function loadTag(
  tag: string,
  { files, texts, beside = [] }: TagChunks,
  language: string,
  importFile: (file: string) => Promise<unknown>,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      // In the order of need: on a slow line what draws the frame arrives before what fills it.
      const early = [...files, ...(texts[language] ?? []), ...beside].map(importFile);
      // Their failures come back through the tag's own module, or later when the tag asks for them.
      for (const file of early) file.catch(() => {});
      await early[files.length - 1];
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
