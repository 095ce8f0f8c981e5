import type { Locale, LocalizedText, TerritoryReference } from '@nafida/contract';
import { locales } from '@nafida/contract';
import { placeOf } from '@nafida/territory';
import { CommandError } from '../administration/command-error.js';

/** Options as `util.parseArgs` gives them. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** The text of an option, undefined when it was not given. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All texts of an option that may come several times. */
export function textsOf(values: Values, name: string): string[] | undefined {
  const value = values[name];
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : undefined;
}

/** A whole number. */
export function numberOf(values: Values, name: string): number | undefined {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new CommandError(`--${name} is a whole number, not "${text}".`);
  return Number(text);
}

/** One of the languages of the protocol. */
export function languageOf(text: string): Locale {
  const language = locales.find((locale) => locale === text);
  if (language) return language;
  throw new CommandError(`"${text}" is not one of the languages ${locales.join(', ')}.`);
}

/** The options of a text in each language: `--note-ar`, `--note-fr` … */
export const inLanguages = (name: string) =>
  Object.fromEntries(locales.map((locale) => [`${name}-${locale}`, { type: 'string' } as const]));

/** `--note-ar … --note-fr …`, null when there is none. */
export function localizedOf(values: Values, name: string): LocalizedText | null {
  const given = locales.flatMap((locale) => {
    const value = textOf(values, `${name}-${locale}`);
    return value ? [[locale, value] as const] : [];
  });
  return given.length > 0 ? Object.fromEntries(given) : null;
}

/** A place by a code of 2024 or of 2014. */
export function territoryOf(code: string): TerritoryReference {
  return { code, vintage: placeOf(code)?.code === code || !placeOf(code) ? 2024 : 2014 };
}
