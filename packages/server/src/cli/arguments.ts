import type { Locale, LocalizedText, TableSeparator } from '@nafida/contract';
import { locales } from '@nafida/contract';
import { parseArgs } from 'node:util';
import { CommandError } from '../command-error.js';
import type { Options } from './option-kinds.js';

/** Options as `util.parseArgs` gives them. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** The checked operands and options of a command. */
export function readArguments(
  args: readonly string[],
  options: Options,
): { readonly values: Values; readonly operands: readonly string[] } {
  let values: Values;
  let operands: readonly string[];
  try {
    ({ values, positionals: operands } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
    }));
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new CommandError(`${(error as Error).message}\nOptions here: ${known.join(', ')}.`);
  }
  for (const [name, { choices, isNumber, example }] of Object.entries(options)) {
    if (example !== undefined && !values[name]) {
      const valid = choices ? `it is one of ${choices.join(', ')}` : `for example ${example}`;
      throw new CommandError(`--${name} is missing: ${valid}.`);
    }
    for (const value of [values[name]].flat()) {
      if (typeof value !== 'string') continue;
      if (choices && !choices.includes(value)) {
        throw new CommandError(`--${name} is one of ${choices.join(', ')}, not "${value}".`);
      }
      if (isNumber && !/^\d+$/.test(value)) {
        throw new CommandError(`--${name} is a whole number, such as 8, not "${value}".`);
      }
    }
  }
  return { values, operands };
}

/** The text of an option, undefined if it was not given. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All texts of an option that may come several times. */
export function textsOf(values: Values, name: string): string[] | undefined {
  const value = values[name];
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : undefined;
}

/** The value of an option that is a whole number. */
export function numberOf(values: Values, name: string): number | undefined {
  const text = textOf(values, name);
  return text === undefined ? undefined : Number(text);
}

/** The language of `--language`; default: Arabic. */
export function languageOf(values: Values): Locale {
  return (textOf(values, 'language') ?? 'ar') as Locale;
}

/** The separator of the cells of a written table; default: commas. */
export function separatorOf(values: Values): TableSeparator {
  return (textOf(values, 'separator') ?? 'comma') as TableSeparator;
}

/** `--note-ar … --note-fr …`, null if there is none. */
export function localizedOf(values: Values, name: string): LocalizedText | null {
  const given = textsByLanguage(values, name).filter(([, text]) => text !== '');
  return given.length > 0 ? Object.fromEntries(given) : null;
}

/** The same as changes to a text: `--name-zgh ""` takes that language away. Undefined if there is none. */
export function localizedChangesOf(
  values: Values,
  name: string,
):
  | {
      [k: string]: string | null;
    }
  | undefined {
  const given = textsByLanguage(values, name);
  if (given.length === 0) return undefined;
  return Object.fromEntries(given.map(([locale, text]) => [locale, text === '' ? null : text]));
}

function textsByLanguage(values: Values, name: string): (readonly [Locale, string])[] {
  return locales.flatMap((locale) => {
    const text = textOf(values, `${name}-${locale}`);
    return text === undefined ? [] : [[locale, text] as const];
  });
}
