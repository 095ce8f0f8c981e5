import type { CommandLine } from './command-line.js';
import { commandTable } from './command-table.js';

const start = `nafida-server start [--data DIR] [--port N] [--host ADDRESS] [--public-dir DIR]… [--trust-proxy N]

  Start the server. It ends with Ctrl-C, after finishing what it is doing.

  --data DIR            directory of the embedded database, nafida-data unless told ($NAFIDA_DATA)
  --port N              8080 unless told; 0 takes a free one ($NAFIDA_PORT)
  --host ADDRESS        127.0.0.1 unless told; 0.0.0.0 for all ($NAFIDA_HOST)
  --public-dir DIR      serve the pages and scripts in DIR too (repeatable)
  --trust-proxy N       number of proxies in front whose X-Forwarded-For is right ($NAFIDA_TRUST_PROXY)
  --log-level LEVEL     debug, info, warn, error or silent; info unless told ($NAFIDA_LOG_LEVEL)`;

const places = `Where the data is
  --data DIR or $NAFIDA_DATA   an embedded database, nafida-data unless told; commands reach a server on it
  $DATABASE_URL                a PostgreSQL server (start also needs $NAFIDA_SECRET)`;

/** Everything that the program does, a line each. */
export function overview(): string {
  const width = 54;
  const lines = Object.entries(commandTable).map(([words, line]) => {
    const synopsis = synopsisOf(words, line);
    const gap =
      synopsis.length < width ? ' '.repeat(width - synopsis.length) : `\n${' '.repeat(width + 2)}`;
    return `  ${synopsis}${gap}${line.help}`;
  });
  return `nafida-server: the participation server

  start [--data DIR] [--port N] …${' '.repeat(23)}Start the server.
${lines.join('\n')}

${places}

nafida-server COMMAND --help tells more. Documentation: docs/server.md`;
}

/** Help of one command; undefined when there is none. */
export function helpOf(words: string): string | undefined {
  if (words === 'start') return start;
  const line = commandTable[words];
  if (!line) return undefined;
  const options = (line.optionHelp ?? []).map((option) => `  ${option}`).join('\n');
  return [`nafida-server ${synopsisOf(words, line)}`, `  ${line.help}`, options, places]
    .filter(Boolean)
    .join('\n\n');
}

function synopsisOf(words: string, { operands }: CommandLine): string {
  return [words, ...operands].join(' ');
}
