import type { Logger as QueryListener } from 'kysely';
import type { Logger } from 'pino';
import type { Keyring } from './keyring.js';
import { errorFields } from './log.js';
import { openDataDirectory, openPostgresql, type Store } from './open-store.js';
import type { ServerOptions } from './server-options.js';

/** How long a start waits for a PostgreSQL server that is starting too, in milliseconds. */
const startPatience = 30_000;

const replicaMessages = {
  away: 'the read replica does not answer: its reads go to the primary',
  behind: 'the read replica is behind: its reads go to the primary',
  'asked again': 'the read replica is asked again',
} as const;

/** The store of a server, which cannot run without its keys. */
export type ServerStore = Store & { readonly keyring: Keyring };

/** Opens the store that the options of a server name; `onQuery` is called for every query. Rejects with a sentence that says what to do. */
export async function openServerStore(
  options: ServerOptions,
  log: Logger,
  onQuery: QueryListener | undefined,
): Promise<ServerStore> {
  if (options.databaseUrl !== undefined && !options.secret) throw secretMissing();
  const store = await openNamed(options, log, onQuery);
  const { keyring } = store;
  if (!keyring) throw secretMissing();
  return { ...store, keyring };
}

const secretMissing = () =>
  new Error(
    'With DATABASE_URL set NAFIDA_SECRET too: at least 32 random characters, the same for every process.',
  );

function openNamed(
  options: ServerOptions,
  log: Logger,
  onQuery: QueryListener | undefined,
): Promise<Store> {
  const { data, databaseUrl, databaseReadUrl, databaseConnections = 10 } = options;
  const news = {
    onStep: (step: object) => log.info(step, 'bringing the database up to date'),
    onUnfilled: (error: unknown) =>
      log.error(errorFields(error), 'new columns were not filled; the next start goes on'),
    onWait: (error: unknown) => log.warn(errorFields(error), 'waiting for the database'),
  };
  if (data !== undefined && databaseUrl !== undefined) {
    throw new Error('Give a data directory or a DATABASE_URL, not both.');
  }
  if (data !== undefined) return openDataDirectory(data, options, news, onQuery);
  if (databaseUrl === undefined) {
    throw new Error('Give a data directory (--data) or a PostgreSQL server (DATABASE_URL).');
  }
  const place = {
    url: databaseUrl,
    readUrl: databaseReadUrl,
    connections: databaseConnections,
    onLost: (error: Error) => log.warn(errorFields(error), 'lost an idle database connection'),
    onReplica: (state: keyof typeof replicaMessages, error?: unknown) =>
      log.warn(
        { replica: state, ...(error !== undefined && errorFields(error)) },
        replicaMessages[state],
      ),
    onQuery,
  };
  return openPostgresql(place, options, startPatience, news);
}
