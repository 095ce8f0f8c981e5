import { sql } from 'kysely';
import { civilTimeIn } from '@nafida/contract/civil-time.js';
import { createTransport, type Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import type { Database } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { errorFields } from '../log.js';
import { defaultMail, type MailSettings } from './mail-settings.js';
import { giveUpOld } from './outbox.js';
import type { Confirmation } from './session-mail.js';
import { writtenMail, readMessages, type StoredMessage } from './stored-mail.js';

const pauseMs = 2_000;
/** Connections to the mail server, and messages that are taken at once: each has one, so that the lease holds. */
const connections = 4;

/** How long a message belongs to the process that took it: longer than sending it can last. */
const leaseMs = 5 * 60_000;

/** Longest wait for the mail server, in milliseconds; all of them together stay below the lease. */
const patience = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 };
const longestWaitMs = 6 * 3_600_000;

/**
 * Sends what is in the outbox by SMTP, each message at least once: a process takes some (rows that another has taken are
 * skipped), sends them and says so; what it had taken when it died is taken again later. Failed ones are tried again,
 * with longer and longer waits, and given up in the end.
 */
export class MailCarrier {
  readonly #database: Database;
  readonly #keyring: Keyring;
  readonly #settings: Required<MailSettings>;
  readonly #log: Logger;
  readonly #transport: Transporter;
  readonly #pages: string;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isEnding = false;

  /** `pages` is the URL by which browsers reach the server. */
  constructor(
    database: Database,
    keyring: Keyring,
    settings: MailSettings,
    pages: string,
    log: Logger,
  ) {
    this.#database = database;
    this.#keyring = keyring;
    this.#settings = { ...defaultMail, ...settings };
    this.#log = log;
    this.#pages = pages;
    this.#transport = createTransport(pooled(settings.url), { from: settings.from });
  }

  /** Begins to send, and goes on until {@link end}. */
  start(): void {
    const next = () => {
      this.#timer = setTimeout(() => {
        this.#round = this.#sendAll().then(() => {
          if (!this.#isEnding) next();
        });
      }, pauseMs);
    };
    next();
  }

  /** Finishes what is being sent. */
  async end(): Promise<void> {
    this.#isEnding = true;
    clearTimeout(this.#timer);
    await this.#round;
    this.#transport.close();
  }

  async #sendAll(): Promise<void> {
    try {
      const sites = await this.#database.reader
        .selectFrom('outbox')
        .select('site')
        .distinct()
        .where('state', '=', 'pending')
        .where('due_at', '<=', new Date())
        .execute();
      for (const { site } of sites) await this.#sendOf(site);
    } catch (error) {
      this.#log.error(errorFields(error), 'outbox could not be read');
    }
  }

  async #sendOf(site: string): Promise<void> {
    for (;;) {
      const taken = await this.#take(site);
      await this.#sendTaken(taken);
      if (this.#isEnding || taken.length < connections) return;
    }
  }

  /** Makes the next messages this process's own for a while. */
  async #take(site: string): Promise<StoredMessage[]> {
    const now = new Date();
    return this.#database.transaction(async (transaction) => {
      await giveUpOld(transaction, site, now);
      const rows = await transaction
        .selectFrom('outbox')
        .select('message')
        .where('site', '=', site)
        .where('state', '=', 'pending')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .limit(connections)
        .forUpdate()
        .skipLocked()
        .execute();
      const ids = rows.map(({ message }) => message);
      if (ids.length === 0) return [];
      await transaction
        .updateTable('outbox')
        .set({ attempts: sql`attempts + 1`, due_at: new Date(now.getTime() + leaseMs) })
        .where('site', '=', site)
        .where('message', 'in', ids)
        .execute();
      return readMessages(transaction, site, { ids });
    });
  }

  /** All at once, but those to one address in their order: the later one is what holds. */
  async #sendTaken(taken: readonly StoredMessage[]): Promise<void> {
    const rows = new Map<string | null, Promise<void>>();
    for (const message of taken) {
      const before = rows.get(message.email) ?? Promise.resolve();
      rows.set(
        message.email,
        before.then(() => this.#send(message)),
      );
    }
    await Promise.all(rows.values());
  }

  async #send(message: StoredMessage): Promise<void> {
    const { site, id, email } = message;
    // The retention job was faster: nobody is left to write to.
    if (email === null) return this.#settle(message, 'dead', 'no address');
    const code =
      message.proposal === null
        ? this.#keyring.codeFor('manage', site, message.registration)
        : this.#keyring.codeFor('tracking', site, message.proposal);
    const confirmation = this.#confirmationOf(message);
    if (message.kind === 'unconfirmed' && !confirmation) {
      return this.#settle(message, 'dead', 'too late');
    }
    const written = writtenMail(message, code, confirmation);
    try {
      await this.#transport.sendMail({
        to: email,
        ...written,
        // The same at every try, so that mail programs show it once.
        messageId: `<${id}@nafida.${site}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
      });
    } catch (error) {
      return this.#failed(message, error);
    }
    await this.#settle(message, 'sent', null);
  }

  /** The confirmation that the message asks for, if there is still time for it. */
  #confirmationOf(message: StoredMessage): Confirmation | null {
    if (message.kind !== 'unconfirmed' || message.confirmBy === null) return null;
    const { site, registration, language, confirmBy } = message;
    if (Date.parse(confirmBy) <= Date.now()) return null;
    return {
      page: `${this.#pages.replace(/\/+$/, '')}/confirm/${language}/${site}/${registration}`,
      code: this.#keyring.codeFor('confirm', site, registration),
      until: civilTimeIn('Africa/Casablanca', new Date(confirmBy)),
    };
  }

  async #failed(message: StoredMessage, error: unknown): Promise<void> {
    const { code = 'unknown', responseCode = 0 } = error as {
      code?: string;
      responseCode?: number;
    };
    const reason = responseCode ? `${code} ${responseCode}` : code;
    const { attempts, retryMs } = this.#settings;
    // A mailbox that does not exist will not exist tomorrow.
    const isRefused = code === 'EENVELOPE' && responseCode >= 500;
    if (isRefused || message.attempts >= attempts) {
      this.#log.error(
        { message: message.id, site: message.site, error: reason },
        'message given up',
      );
      return this.#settle(message, 'dead', reason);
    }
    const waitMs = Math.min(retryMs * 2 ** (message.attempts - 1), longestWaitMs);
    this.#log.warn(
      { message: message.id, site: message.site, error: reason, waitMs },
      'message not sent',
    );
    await this.#database.reader
      .updateTable('outbox')
      .set({ due_at: new Date(Date.now() + waitMs), fault: reason })
      .where('site', '=', message.site)
      .where('message', '=', message.id)
      .execute();
  }

  async #settle({ site, id }: StoredMessage, state: 'sent' | 'dead', reason: string | null) {
    await this.#database.reader
      .updateTable('outbox')
      .set({ state, fault: reason, settled_at: new Date() })
      .where('site', '=', site)
      .where('message', '=', id)
      .execute();
  }
}

/** The same URL for connections that stay open and are used again. */
function pooled(url: string): string {
  const options = { pool: 'true', maxConnections: connections, ...patience };
  const query = new URLSearchParams(
    Object.entries(options).map(([name, value]) => [name, `${value}`]),
  );
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}
