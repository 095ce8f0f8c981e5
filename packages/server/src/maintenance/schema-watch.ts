import type { Logger } from 'pino';
import type { Database } from '../database/database.js';
import { newerSteps } from '../database/migrate.js';
import { errorFields } from '../log.js';

const lookMs = 5_000;

/**
 * Looks whether a newer version of the server has changed the schema while this process runs: it would store what the newer one
 * does not expect, and what it keeps in memory might be old.
 */
export class SchemaWatch {
  readonly #database: Database;
  readonly #log: Logger;
  #isOutdated = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database, log: Logger) {
    this.#database = database;
    this.#log = log;
  }

  /** Whether this process must not serve anybody any more. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** Checks now and then until it is ended, or has found and reported a newer schema. */
  start(onOutdated: () => void): void {
    this.#timer = setInterval(() => void this.#look(onOutdated), lookMs).unref();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  async #look(onOutdated: () => void): Promise<void> {
    try {
      const steps = await newerSteps(this.#database.reader);
      if (steps.length === 0 || this.#isOutdated) return;
      this.#isOutdated = true;
      this.end();
      onOutdated();
      this.#log.error(
        { steps },
        'a newer version of nafida-server has changed the database: this one serves nobody any more, end it and start the newer one',
      );
    } catch (error) {
      // Other code reports a database that does not answer.
      this.#log.debug(errorFields(error), 'did not look for a newer schema');
    }
  }
}
