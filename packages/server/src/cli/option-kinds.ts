import { locales, tableSeparators } from '@nafida/contract';
import type { ParseArgsConfig } from 'node:util';

type ParsedOption = NonNullable<ParseArgsConfig['options']>[string];

/** An option of a command: what `util.parseArgs` needs of it, what `--help` says of it, and what it may hold. */
export interface Option extends ParsedOption {
  /** The placeholder for its value in `--help`; a flag has none. */
  readonly argument?: string;
  /** Without one it is named by the line of another option. */
  readonly help?: string;
  /** The only values that it may have. */
  readonly choices?: readonly string[];
  /** The command cannot do without it; a valid value, as it is typed. */
  readonly example?: string;
  /** It is a whole number. */
  readonly isNumber?: boolean;
}

/** The options of a command by their names. */
export type Options = Readonly<Record<string, Option>>;

type Text = { type: 'string'; argument: string; help: string };
type Texts = Text & { multiple: true };

/** An option that takes a text. */
export const text = (argument: string, help: string): Text => ({ type: 'string', argument, help });

/** An option that takes a text and may come several times. */
export const texts = (argument: string, help: string): Texts => ({
  ...text(argument, `${help} (repeatable)`),
  multiple: true,
});

/** An option that takes a whole number. */
export const number = (argument: string, help: string): Text & { isNumber: true } => ({
  ...text(argument, help),
  isNumber: true,
});

/** An option that takes one of a few values, which `--help` and every error list. */
export const choice = (
  argument: string,
  choices: readonly string[],
  help = '',
): Text & { choices: readonly string[] } => ({
  ...text(argument, [choices.join(', '), help].filter(Boolean).join('; ')),
  choices,
});

/** The same, to come several times. */
export const choices = (
  argument: string,
  values: readonly string[],
  help: string,
): Texts & { choices: readonly string[] } => ({
  ...texts(argument, `${help}: ${values.join(', ')}`),
  choices: values,
});

/** The same option, required. */
export const needed = <Kind extends Option>(
  option: Kind,
  example: string,
): Kind & { example: string; help: string } => ({
  ...option,
  example,
  help: `${option.help ?? ''} (needed)`,
});

/** The separator of the cells of a written table. */
export const separator = choice(
  'SEPARATOR',
  tableSeparators,
  'semicolon opens in columns in a French or Arabic Excel; default: comma',
);

/** An option that takes nothing. */
export const flag = (help: string): { type: 'boolean'; help: string } => ({
  type: 'boolean',
  help,
});

/** A text in each language: `--note-ar`, `--note-fr` … with one line of help for all. */
export function inLanguages(name: string, help: string): Options {
  return Object.fromEntries(
    locales.map((locale, index) => [
      `${name}-${locale}`,
      index === 0
        ? text(`TEXT, --${name}-fr TEXT, --${name}-zgh TEXT, --${name}-en TEXT`, help)
        : ({ type: 'string', argument: 'TEXT' } satisfies Option),
    ]),
  );
}
