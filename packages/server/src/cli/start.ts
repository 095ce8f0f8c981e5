import { parseArgs } from 'node:util';
import { createLog, faultOf } from '../log.js';
import { defaultDataDirectory, optionsFromEnvironment } from '../server-options.js';
import { startServer } from '../start-server.js';
import { numberOf, textOf, textsOf } from './arguments.js';
import { text, texts } from './option-kinds.js';

/** Starts a server that ends with the process, gracefully at SIGTERM and SIGINT. */
export async function start(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: text,
      port: text,
      host: text,
      'public-dir': texts,
      'trust-proxy': text,
      'log-level': text,
    },
  });
  const log = createLog(textOf(values, 'log-level') ?? process.env.NAFIDA_LOG_LEVEL ?? 'info');
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

  let isEnding = false;
  const end = (signal: string) => {
    if (isEnding) return;
    isEnding = true;
    log.info({ signal }, 'ending');
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(faultOf(error), 'did not end well');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // Node would print the error, and with it what a person may have sent.
  process.on('uncaughtException', (error) => {
    log.fatal(faultOf(error), 'ended by a fault');
    process.exit(1);
  });
}
