import { loadCommunes } from '@nafida/territory';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RunCommand } from '../administration/commands.js';
import { CommandError } from '../command-error.js';
import { controlSocketPath, isAnswered } from '../control/control-socket.js';
import { openAdministration, type DatabasePlace } from '../open-administration.js';
import { defaultDataDirectory, optionsFromEnvironment } from '../server-options.js';
import { readArguments, textOf } from './arguments.js';
import { commandTable } from './command-table.js';
import { commandsOf, helpOf, overview, usageOf } from './help.js';
import { start } from './start.js';

const usageError = 2;

/** Runs the command line. Answers the exit code, unless it started a server. */
export async function main(args: readonly string[]): Promise<number | undefined> {
  const [first = 'help', next = ''] = args;
  // `proposals --json` lacks its second word.
  const second = next.startsWith('-') && !isHelp(next) ? '' : next;
  try {
    if (['help', '--help', '-h'].includes(first)) return print(helpFor(args.slice(1)));
    const isOneWord = first === 'start' || Object.hasOwn(commandTable, first);
    const words = isOneWord ? first : `${first} ${second}`;
    const rest = args.slice(isOneWord ? 1 : 2);
    if (isHelp(second) || rest.some(isHelp)) {
      return print(helpFor(isHelp(second) ? [first] : [words]));
    }
    if (first === 'start') {
      await start(rest);
      return undefined;
    }
    return print(await perform(words.trim(), rest));
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return error instanceof CommandError ? usageError : 1;
  }
}

const isHelp = (word: string) => word === '--help' || word === '-h';

function helpFor(words: readonly string[]): string {
  const known = words.filter((word) => !isHelp(word)).join(' ');
  if (known === '') return overview();
  const help = helpOf(known);
  if (help === undefined) throw unknownCommand(known);
  return help;
}

function unknownCommand(words: string): CommandError {
  const [noun = ''] = words.split(' ');
  const siblings = commandsOf(noun);
  if (siblings.length === 0) {
    return new CommandError(`There is no command "${words}". See nafida-server --help.`);
  }
  const start = words === noun ? `${noun} needs a second word` : `There is no command "${words}"`;
  return new CommandError(`${start}. Commands here: ${siblings.join(', ')}.`);
}

async function perform(words: string, args: readonly string[]): Promise<string> {
  const line = Object.hasOwn(commandTable, words) ? commandTable[words] : undefined;
  if (!line) throw unknownCommand(words);
  const needsData = 'perform' in line;
  const options = needsData ? { ...line.options, data: { type: 'string' } as const } : line.options;
  const { values, operands } = readArguments(args, options);
  if (operands.length !== line.operands.length) {
    const usage = `Usage: nafida-server ${usageOf(words, line)}`;
    const isSplit = operands.length > line.operands.length && line.operands.length > 0;
    throw new CommandError(isSplit ? `${usage}\nPut what has spaces into quotes.` : usage);
  }
  await loadCommunes();
  if (!needsData) return line.answer(operands, values);
  const place = placeOf(textOf(values, 'data'));
  if (!line.prepare) requireData(place);
  if (line.isAlone) await requireNoServer(place);
  const takeBack = await line.prepare?.(operands, values, place);
  try {
    const administration = await openAdministration(place, ({ place: at, of, name }) =>
      process.stderr.write(`Bringing the database up to date, step ${at} of ${of}: ${name}\n`),
    );
    try {
      const printed = await line.perform(administration.run, operands, values, place);
      await warnOfBackups(administration.run);
      return printed;
    } finally {
      await administration.close();
    }
  } catch (error) {
    await takeBack?.();
    throw error;
  }
}

/** The administrator of the data can correct it. */
async function warnOfBackups(run: RunCommand): Promise<void> {
  const { warning } = await run('backups', {}).catch(() => ({ warning: null }));
  if (warning !== null) process.stderr.write(`${warning}\n`);
}

/** A typing error in the name of a directory shall not make another database. */
function requireData(place: DatabasePlace): void {
  if (!('data' in place)) return;
  const directory = resolve(place.data);
  const isThere =
    existsSync(join(directory, 'database')) || existsSync(controlSocketPath(directory));
  if (isThere) return;
  throw new CommandError(
    `There are no data in ${directory}. Name their directory, for example --data /var/lib/nafida, or make it: ` +
      `"nafida-server start --data ${place.data}" does so when it starts for the first time.`,
  );
}

async function requireNoServer(place: DatabasePlace): Promise<void> {
  if (!('data' in place)) return;
  if (!(await isAnswered(controlSocketPath(place.data)))) return;
  throw new CommandError(
    `nafida-server is running on ${place.data}. Stop it first: what people send meanwhile would be missing.`,
  );
}

function placeOf(data: string | undefined): DatabasePlace {
  const {
    data: ofEnvironment = defaultDataDirectory,
    databaseUrl,
    secret,
    attachments,
  } = optionsFromEnvironment(process.env);
  const more = { secret, attachments };
  if (data !== undefined) return { data, ...more };
  return databaseUrl ? { databaseUrl, ...more } : { data: ofEnvironment, ...more };
}

function print(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A connection that failed at several addresses has a code and no words.
  return (
    error.message || `${error.name}: ${'code' in error ? String(error.code) : 'no more is known'}`
  );
}
