import { loadCommunes } from '@nafida/territory';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pino, type Logger } from 'pino';
import { commandsOn, type RunCommand } from './administration/commands.js';
import type { Database } from './database/database.js';
import { AttachmentCleaner } from './attachments/attachment-cleaner.js';
import { defaultUntakenLimits } from './attachments/untaken-room.js';
import { Admission } from './http/admission.js';
import { createApp } from './http/app.js';
import { HttpServer } from './http/http-server.js';
import { defaultRateLimits, RateLimits } from './http/rate-limits.js';
import { createLog, faultOf } from './log.js';
import { MailCarrier } from './messages/mail-carrier.js';
import { defaultMail } from './messages/mail-settings.js';
import { noteMail } from './messages/mail-in-use.js';
import { openStore } from './open-store.js';
import { freeUnconfirmed } from './participation/confirmations.js';
import { defaultProofSettings, ProofOfWork } from './participation/proof-of-work.js';
import { SiteDirectory } from './participation/site-directory.js';
import { runRetention } from './retention.js';
import type { ServerOptions } from './server-options.js';
import { tellOfNewerZoneData } from './zone-data.js';

/** A server that runs in this process. */
export interface RunningServer {
  /** Base URL, what `api` and `baseUrl` take. */
  readonly url: string;
  /** Administration commands on its database, as at the command line. */
  readonly run: RunCommand;
  /** Ends it: requests that run are finished, everything stored stays. */
  readonly close: () => Promise<void>;
}

const dayMs = 86_400_000;

/** How often seats are taken back from addresses that nobody confirmed. */
const freeMs = 30_000;

/**
 * Starts a participation server and answers when it takes requests. Rejects with a sentence that says what to do
 * when the data directory is in use, the port is taken or the database cannot be opened.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const log =
    options.log === false ? pino({ level: 'silent' }) : (options.log ?? createLog('info'));
  const publicDirectories = (options.publicDirectories ?? []).map((path) => resolve(path));
  const missing = publicDirectories.find((path) => !existsSync(path));
  if (missing) throw new Error(`There is no directory ${missing} to serve.`);

  tellOfNewerZoneData(log);
  await loadCommunes();
  const { database, keyring, close } = await openStore(options, log);
  let isEnding = false;
  const proof = { ...defaultProofSettings, ...options.proof };
  const attachments = new AttachmentCleaner();
  const app = createApp(
    {
      database,
      sites: new SiteDirectory(database),
      keyring,
      proofOfWork: new ProofOfWork(keyring, proof),
      attachments,
      untakenFiles: { ...defaultUntakenLimits, ...options.untakenFiles },
      sendsMail: options.mail !== undefined,
      confirmMinutes: options.mail
        ? (options.mail.confirmMinutes ?? defaultMail.confirmMinutes)
        : null,
      trustsOwnPages: publicDirectories.length > 0,
    },
    {
      rateLimits: new RateLimits(
        keyring,
        { ...defaultRateLimits, ...options.rateLimits },
        options.databaseUrl === undefined ? undefined : database.reader,
      ),
      // The embedded database does one thing at a time; a few more stand ready for it.
      admission: new Admission(
        options.databaseUrl === undefined ? 8 : 2 * (options.databaseConnections ?? 10),
      ),
      proxies: options.proxies ?? 0,
      publicUrl: options.publicUrl,
      publicDirectories,
      isEnding: () => isEnding,
      log,
    },
  );
  const http = new HttpServer(app.fetch);
  try {
    const url = await http.listen(options.host ?? '127.0.0.1', options.port ?? 8080);
    await noteMail(database, options.mail !== undefined);
    const retention = setInterval(() => void retain(database, log), dayMs).unref();
    const firstRetention = retain(database, log);
    const unconfirmed = setInterval(() => void free(database, log), freeMs).unref();
    const pages = options.publicUrl ?? url;
    const mail = options.mail && new MailCarrier(database, keyring, options.mail, pages, log);
    mail?.start();
    return {
      url,
      run: commandsOn(database, keyring),
      close: async () => {
        isEnding = true;
        clearInterval(retention);
        clearInterval(unconfirmed);
        await attachments.close();
        await http.close();
        await Promise.all([firstRetention, mail?.end()]);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function free(database: Database, log: Logger): Promise<void> {
  try {
    await freeUnconfirmed(database);
  } catch (error) {
    log.error(faultOf(error), 'unconfirmed registrations were not freed');
  }
}

async function retain(database: Database, log: Logger): Promise<void> {
  try {
    log.info(await runRetention(database), 'retention');
  } catch (error) {
    log.error(faultOf(error), 'retention failed');
  }
}
