import type { TextLocale } from './locale.js';

/**
 * Where the texts of one element are, by language: `{ ar: () => import('./messages.ar.js'), … }`. Each module
 * exports `messages` of the same type, so that a missing text does not compile.
 */
export type Catalogues<Messages> = Readonly<
  Record<TextLocale, () => Promise<{ readonly messages: Messages }>>
>;

const loaded = new WeakMap<object, Map<TextLocale, unknown>>();
const retryDelays = [500, 2000, 8000];

/** The texts of `locale` when they are already here. */
export function loadedMessages<Messages>(
  catalogues: Catalogues<Messages>,
  locale: TextLocale,
): Messages | undefined {
  return loaded.get(catalogues)?.get(locale) as Messages | undefined;
}

/**
 * Loads the texts of `locale` in one try, for a part that is drawn with them or not at all: once it resolves, a
 * `LocaleController` has them from its first moment.
 */
export async function takeMessages<Messages>(
  catalogues: Catalogues<Messages>,
  locale: TextLocale,
): Promise<Messages> {
  const { messages } = await catalogues[locale]();
  const byLocale = loaded.get(catalogues) ?? new Map<TextLocale, unknown>();
  loaded.set(catalogues, byLocale.set(locale, messages));
  return messages;
}

/**
 * Loads the texts of `locale`. An element cannot speak without them, so a lost connection is met with
 * several tries before the promise rejects.
 */
export async function loadMessages<Messages>(
  catalogues: Catalogues<Messages>,
  locale: TextLocale,
): Promise<Messages> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await takeMessages(catalogues, locale);
    } catch (error) {
      const delay = retryDelays[attempt];
      if (delay === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}
