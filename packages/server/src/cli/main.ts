import { loadCommunes } from '@nafida/territory';
import { parseArgs } from 'node:util';
import { openAdministration, type DatabasePlace } from '../administration/administration.js';
import { CommandError } from '../administration/command-error.js';
import { defaultDataDirectory, optionsFromEnvironment } from '../server-options.js';
import { textOf } from './arguments.js';
import { commandTable } from './command-table.js';
import { helpOf, overview } from './help.js';
import { start } from './start.js';

const usageError = 2;

/** Runs the command line. Answers the exit code, unless it started a server. */
export async function main(args: readonly string[]): Promise<number | undefined> {
  const [first = 'help', second = ''] = args;
  if (['help', '--help', '-h'].includes(first)) return print(overview());
  const isStart = first === 'start';
  const isOneWord = isStart || first in commandTable;
  const words = isOneWord ? first : `${first} ${second}`;
  const rest = args.slice(isOneWord ? 1 : 2);
  if (rest.includes('--help') || rest.includes('-h')) return print(helpOf(words) ?? overview());
  try {
    if (isStart) {
      await start(rest);
      return undefined;
    }
    return print(await perform(words, rest));
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return error instanceof CommandError || isUsage(error) ? usageError : 1;
  }
}

async function perform(words: string, args: readonly string[]): Promise<string> {
  const line = commandTable[words];
  if (!line) throw new CommandError(`There is no command "${words}". See nafida-server --help.`);
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...line.options, data: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length !== line.operands.length) {
    throw new CommandError(`Usage: nafida-server ${words} ${line.operands.join(' ')}`);
  }
  await loadCommunes();
  const place = placeOf(textOf(values, 'data'));
  await line.prepare?.(positionals, place);
  const administration = await openAdministration(place);
  try {
    return await line.perform(administration.run, positionals, values, place);
  } finally {
    await administration.close();
  }
}

function placeOf(data: string | undefined): DatabasePlace {
  const {
    data: ofEnvironment = defaultDataDirectory,
    databaseUrl,
    secret,
  } = optionsFromEnvironment(process.env);
  if (data !== undefined) return { data, secret };
  return databaseUrl ? { databaseUrl, secret } : { data: ofEnvironment, secret };
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

function isUsage(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}
