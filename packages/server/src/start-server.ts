import { loadCommunes } from '@nafida/territory';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pino, type Logger } from 'pino';
import type { RunCommand } from './administration/commands.js';
import { AttachmentCleaner } from './attachments/attachment-cleaner.js';
import { countFilesElsewhere, type FileObjects } from './attachments/file-objects.js';
import { defaultUntakenLimits } from './attachments/untaken-room.js';
import { keeperOfBackups } from './backups/keeper-of-backups.js';
import type { Database } from './database/database.js';
import { VersionedCache } from './database/versioned-cache.js';
import { Admission } from './http/admission.js';
import type { AllServices } from './http/all-services.js';
import { createApp } from './http/app.js';
import { HttpServer } from './http/http-server.js';
import { keepScripts } from './http/kept-scripts.js';
import { outdatedAnswer } from './http/outdated-answer.js';
import type { PublicAnswer } from './http/public-answer.js';
import { publicPathOf } from './http/public-path.js';
import { defaultRateLimits, RateLimits } from './http/rate-limits.js';
import { Readiness } from './http/readiness.js';
import { createLog, errorFields } from './log.js';
import { MailCarrier } from './mail/mail-carrier.js';
import { noteMail } from './mail/mail-in-use.js';
import { defaultMail } from './mail/mail-settings.js';
import { PeriodicWork } from './maintenance/periodic-work.js';
import { SchemaWatch } from './maintenance/schema-watch.js';
import { ObjectStorageError } from './object-storage.js';
import { Observation } from './observation.js';
import { defaultProofSettings, ProofOfWork } from './operations/proof-of-work.js';
import { SharedProposalReads } from './proposals/proposal-reads.js';
import { TitleIndexes } from './proposals/title-indexes.js';
import { defaultDrainSeconds, type ServerOptions } from './server-options.js';
import { openServerStore, type ServerStore } from './server-store.js';
import { SiteDirectory } from './sites/site-directory.js';
import { warnOfNewerZoneData } from './zone-data.js';

/** A server that runs in this process. */
export interface RunningServer {
  /** Base URL, what `api` and `baseUrl` take. */
  readonly url: string;
  /** Administration commands on its database, as at the command line. */
  readonly run: RunCommand;
  /**
   * Ends the server: `/readyz` says so first if somebody watches it (`drainSeconds`), running requests have half a
   * minute to end, and everything stored stays.
   */
  readonly close: () => Promise<void>;
}

/** Memory for public answers; a page of 25 proposals takes about 40 kB. */
const mostAnswerBytes = 32 * 1024 * 1024;

/**
 * Starts a participation server and answers when it takes requests. Rejects with a sentence that says what to do
 * when the data directory is in use, the port is taken or the database cannot be opened.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const log =
    options.log === false ? pino({ level: 'silent' }) : (options.log ?? createLog('info'));
  const publicDirectories = existingDirectories(options.publicDirectories ?? []);
  warnOfNewerZoneData(log);
  await loadCommunes();
  const observation = await Observation.start(options.traces ?? false, log);
  const store = await openServerStore(options, log, observation.onQuery);
  const { database, keyring, objects, run, endFilling, close } = store;
  const directories = await withKeptScripts(publicDirectories, options.data, log);
  const readiness = new Readiness();
  const schema = new SchemaWatch(database, log);
  const attachments = new AttachmentCleaner();
  const proxies = options.proxies ?? 0;
  const rateLimits = new RateLimits(
    keyring,
    { ...defaultRateLimits, ...options.rateLimits },
    options.databaseUrl === undefined ? undefined : database.reader,
  );
  const admission = admissionOf(options);
  const answers = new VersionedCache<PublicAnswer>(database.versions, mostAnswerBytes);
  const app = createApp(servicesOf(options, store, attachments), {
    ...{ rateLimits, admission, answers, readiness, proxies, log },
    publicDirectories: directories,
    publicUrl: options.publicUrl,
    onAnswered: observation.onAnswered,
  });
  const fetch = observation.around(app.fetch, proxies);
  const http = new HttpServer(
    (request, connection) => (schema.isOutdated ? outdatedAnswer() : fetch(request, connection)),
    publicPathOf(options.publicUrl),
  );
  try {
    const backups = await keeperOfBackups(database, keyring, options.backups ?? {}, log);
    if (options.metrics) {
      const cleaning = attachments.lanes;
      const sources = { admission, rateLimits, cleaning, answers, database, backups };
      await observation.serveMetrics(options.metrics, sources);
    }
    // Nobody is answered out of the files of another database.
    if (objects) await requireOwnObjects(objects, log);
    else await warnOfFilesElsewhere(database, log);
    const url = await http.listen(options.host ?? '127.0.0.1', options.port ?? 8080);
    await noteMail(database, options.mail !== undefined);
    const pages = options.publicUrl ?? url;
    const mail = options.mail && new MailCarrier(database, keyring, options.mail, pages, log);
    const periodic = new PeriodicWork(database, objects, log);
    mail?.start();
    backups?.start();
    const endWork = async () => {
      schema.end();
      await Promise.all([periodic.end(), endFilling(), mail?.end(), backups?.end()]);
    };
    // Nobody shares an embedded database.
    if (options.databaseUrl !== undefined) schema.start(() => void endWork());
    return {
      url,
      run,
      close: async () => {
        const others = endWork();
        http.letGo();
        await readiness.end(options.drainSeconds ?? defaultDrainSeconds);
        await http.close();
        await attachments.close();
        await others;
        await close();
        await observation.close();
      },
    };
  } catch (error) {
    await close();
    await observation.close();
    throw error;
  }
}

function existingDirectories(paths: readonly string[]): string[] {
  const directories = paths.map((path) => resolve(path));
  const missing = directories.find((path) => !existsSync(path));
  if (missing) throw new Error(`There is no directory ${missing} to serve.`);
  return directories;
}

function servicesOf(
  options: ServerOptions,
  { database, keyring, objects }: ServerStore,
  attachments: AttachmentCleaner,
): AllServices {
  const { mail, proof, untakenFiles, publicDirectories = [] } = options;
  return {
    ...{ database, keyring, objects, attachments },
    sites: new SiteDirectory(database, keyring),
    titles: new TitleIndexes(database),
    proposalReads: new SharedProposalReads(),
    proofOfWork: new ProofOfWork(keyring, { ...defaultProofSettings, ...proof }),
    untakenFiles: { ...defaultUntakenLimits, ...untakenFiles },
    sendsMail: mail !== undefined,
    confirmMinutes: mail ? (mail.confirmMinutes ?? defaultMail.confirmMinutes) : null,
    trustsOwnPages: publicDirectories.length > 0,
  };
}

/** The embedded database does one thing at a time, and lets rounds pass by itself; a few more are ready for it. */
function admissionOf({ databaseUrl, databaseConnections = 10 }: ServerOptions): Admission {
  return databaseUrl === undefined
    ? new Admission(8, 0)
    : new Admission(2 * databaseConnections, 4);
}

/** Also serves the scripts of earlier versions, for pages that are still open; not if there is no space for them. */
async function withKeptScripts(
  directories: readonly string[],
  data: string | undefined,
  log: Logger,
): Promise<readonly string[]> {
  try {
    const kept = data === undefined ? undefined : await keepScripts(directories, data);
    return kept === undefined ? directories : [...directories, kept];
  } catch (error) {
    log.warn(errorFields(error), 'scripts of earlier versions could not be kept');
    return directories;
  }
}

/** A storage that is away keeps nobody from taking part: it is asked again before anything in it is deleted. */
async function requireOwnObjects(objects: FileObjects, log: Logger): Promise<void> {
  try {
    await objects.requireOwn();
  } catch (error) {
    if (!(error instanceof ObjectStorageError)) throw error;
    log.error(errorFields(error), 'the object storage of attachments cannot be used');
  }
}

async function warnOfFilesElsewhere({ reader }: Database, log: Logger): Promise<void> {
  const files = await countFilesElsewhere(reader);
  if (files === 0) return;
  log.error({ files }, 'files are in an object storage: set NAFIDA_ATTACHMENTS to show them');
}
