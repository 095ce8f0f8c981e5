import { constants } from 'node:os';
import { CommandError } from '../command-error.js';
import { createLog, errorFields, logLevels } from '../log.js';
import { defaultDataDirectory, optionsFromEnvironment } from '../server-options.js';
import { startServer } from '../start-server.js';
import { numberOf, readArguments, textOf, textsOf } from './arguments.js';
import type { Synopsis } from './command-line.js';
import { choice, number, text, texts } from './option-kinds.js';

/** The arguments of `start`. */
export const startSynopsis: Synopsis = {
  operands: [],
  options: {
    data: text('DIR', 'directory of the embedded database; default: nafida-data ($NAFIDA_DATA)'),
    port: number('N', 'default: 8080; 0 takes a free one ($NAFIDA_PORT)'),
    host: text('ADDRESS', 'default: 127.0.0.1; 0.0.0.0 for all ($NAFIDA_HOST)'),
    'public-dir': texts('DIR', 'serve the pages and scripts in DIR too'),
    'trust-proxy': number(
      'N',
      'number of proxies in front whose X-Forwarded-For is right ($NAFIDA_TRUST_PROXY)',
    ),
    'log-level': choice('LEVEL', logLevels, 'default: info ($NAFIDA_LOG_LEVEL)'),
  },
  help: 'Start the server. It ends with Ctrl-C after finishing what it is doing, with another one at once.',
};

/** Signals that come within so many milliseconds are one. */
const sameMs = 300;

/** Starts a server that ends with the process, gracefully at SIGTERM and SIGINT, at once when it is asked again. */
export async function start(args: readonly string[]): Promise<void> {
  const { values, operands } = readArguments(args, startSynopsis.options);
  if (operands.length > 0) {
    throw new CommandError(`start takes options only, not "${operands.join(' ')}".`);
  }
  const logLevel = textOf(values, 'log-level') ?? (process.env.NAFIDA_LOG_LEVEL || 'info');
  if (!logLevels.some((level) => level === logLevel)) {
    throw new CommandError(
      `NAFIDA_LOG_LEVEL is one of ${logLevels.join(', ')}, not "${logLevel}".`,
    );
  }
  const log = createLog(logLevel);
  const {
    data: dataOfEnvironment = defaultDataDirectory,
    databaseUrl,
    ...rest
  } = optionsFromEnvironment(process.env);
  const data = textOf(values, 'data');
  const place =
    data === undefined && databaseUrl ? { databaseUrl } : { data: data ?? dataOfEnvironment };
  const server = await startServer({
    ...rest,
    ...place,
    port: numberOf(values, 'port') ?? rest.port,
    host: textOf(values, 'host') ?? rest.host,
    publicDirectories: textsOf(values, 'public-dir'),
    proxies: numberOf(values, 'trust-proxy') ?? rest.proxies,
    log,
  });
  log.info({ url: server.url }, 'listening');
  if (process.stderr.isTTY) process.stderr.write(`Listening on ${server.url}\n`);

  let askedAt: number | undefined;
  const end = (signal: NodeJS.Signals) => {
    if (askedAt !== undefined) {
      // A terminal and npm both pass one Ctrl-C on.
      if (performance.now() - askedAt < sameMs) return;
      log.warn({ signal }, 'ended at once');
      process.exit(128 + constants.signals[signal]);
    }
    askedAt = performance.now();
    log.info({ signal }, 'ending');
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(errorFields(error), 'did not end well');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // Node would print the error, and with it what a person may have sent.
  process.on('uncaughtException', (error) => {
    log.fatal(errorFields(error), 'ended by an error');
    process.exit(1);
  });
}
