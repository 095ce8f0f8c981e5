import type { Logger } from 'pino';
import type { FileObjects } from '../attachments/file-objects.js';
import type { Database } from '../database/database.js';
import { errorFields } from '../log.js';
import { checkAudit } from '../operations/audit-chain.js';
import { freeUnconfirmed } from '../sessions/confirmations.js';
import { runRetention } from './retention.js';

const dayMs = 86_400_000;

/** How often objects of files that are gone are deleted. */
const sweepMs = 60_000;

/** How often seats are taken back from addresses that nobody confirmed. */
const freeMs = 30_000;

/** What the server does again and again while it runs. An error in it is logged, and stops nothing. */
export class PeriodicWork {
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #firstRetention: Promise<void>;

  constructor(database: Database, objects: FileObjects | null, log: Logger) {
    this.#timers = [
      setInterval(() => void retain(database, log), dayMs).unref(),
      setInterval(() => void free(database, log), freeMs).unref(),
      setInterval(() => void sweep(objects, log), sweepMs).unref(),
    ];
    this.#firstRetention = retain(database, log);
  }

  /** Begins nothing more, and resolves when the first run over old data has ended. */
  async end(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#firstRetention;
  }
}

async function sweep(objects: FileObjects | null, log: Logger): Promise<void> {
  try {
    await objects?.sweep();
  } catch (error) {
    log.error(errorFields(error), 'files that are gone were not deleted from the object storage');
  }
}

async function free(database: Database, log: Logger): Promise<void> {
  try {
    await freeUnconfirmed(database);
  } catch (error) {
    log.error(errorFields(error), 'unconfirmed registrations were not freed');
  }
}

async function retain(database: Database, log: Logger): Promise<void> {
  try {
    log.info(await runRetention(database), 'retention');
  } catch (error) {
    log.error(errorFields(error), 'retention failed');
  }
  try {
    await checkRecords(database, log);
  } catch (error) {
    log.error(errorFields(error), 'the record was not checked');
  }
}

/** An entry in the log of another day shows later whether somebody wrote the record anew. */
async function checkRecords({ reader }: Database, log: Logger): Promise<void> {
  for (const { site } of await reader.selectFrom('site').select('site').execute()) {
    const record = await checkAudit(reader, site);
    if (record.brokenAt !== null) log.error({ site, ...record }, 'the record was changed');
    else if (record.entries > 0) log.info({ site, ...record }, 'record');
  }
}
