import type { Synopsis } from './command-line.js';
import { commandTable } from './command-table.js';
import type { Options } from './option-kinds.js';
import { startSynopsis } from './start.js';

const synopses: Readonly<Record<string, Synopsis>> = { start: startSynopsis, ...commandTable };

const places = `Where the data are
  --data DIR or $NAFIDA_DATA   an embedded database (default: nafida-data); commands reach a server on it
  $DATABASE_URL                a PostgreSQL server (start also needs $NAFIDA_SECRET)`;

/** Everything that the program does, a line each. */
export function overview(): string {
  return `nafida-server: the participation server

${linesOf(Object.keys(synopses))}

${places}

nafida-server COMMAND --help tells more. Documentation: docs/server.md`;
}

/** The commands that begin with a word: `staff-token` has `create`, `list` and `revoke`. */
export function commandsOf(noun: string): string[] {
  return Object.keys(synopses).filter((command) => command.split(' ')[0] === noun);
}

/** Help of one command, or of all that begin with a word; undefined if there is none. */
export function helpOf(command: string): string | undefined {
  const synopsis = Object.hasOwn(synopses, command) && synopses[command];
  if (!synopsis) {
    const commands = commandsOf(command);
    if (commands.length === 0) return undefined;
    return `${linesOf(commands)}\n\nnafida-server ${command} … --help tells more of each.`;
  }
  const needsData =
    command !== 'start' && !(command in commandTable && 'answer' in commandTable[command]!);
  return [
    `nafida-server ${usageOf(command, synopsis)}`,
    `  ${synopsis.help}`,
    optionLines(synopsis.options),
    needsData ? places : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** `site create ID` */
export function usageOf(command: string, { operands }: Pick<Synopsis, 'operands'>): string {
  return [command, ...operands].join(' ');
}

function linesOf(commands: readonly string[]): string {
  return inColumns(
    commands.map((command) => [usageOf(command, synopses[command]!), synopses[command]!.help]),
    54,
  );
}

function optionLines(options: Options): string {
  const lines = Object.entries(options).flatMap(([name, { argument, help }]) =>
    help === undefined ? [] : [[`--${name}${argument ? ` ${argument}` : ''}`, help] as const],
  );
  return inColumns(lines, 24);
}

function inColumns(lines: readonly (readonly [string, string])[], width: number): string {
  return lines
    .map(([left, right]) => {
      const gap =
        left.length < width ? ' '.repeat(width - left.length) : `\n${' '.repeat(width + 2)}`;
      return `  ${left}${gap}${right}`;
    })
    .join('\n');
}
