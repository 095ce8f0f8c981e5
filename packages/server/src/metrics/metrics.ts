import { sql } from 'kysely';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { CleaningLanes } from '../attachments/cleaning-lanes.js';
import type { BackupKeeper } from '../backups/backup-keeper.js';
import type { Database } from '../database/database.js';
import type { VersionedCache } from '../database/versioned-cache.js';
import type { Admission } from '../http/admission.js';
import type { RateLimits } from '../http/rate-limits.js';
import type { RequestRecord } from '../http/request-record.js';

/** The parts of the server that count what they do. */
export interface MetricSources {
  readonly admission: Admission;
  readonly rateLimits: RateLimits;
  readonly cleaning: CleaningLanes;
  readonly answers: VersionedCache<unknown>;
  readonly database: Database;
  /** Undefined if this process makes none. */
  readonly backups: BackupKeeper | undefined;
}

/** Bounds of the classes of durations, in seconds: from what is kept in memory to the longest wait for a turn. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** How long figures of the database hold, and how long one waits for new ones, in milliseconds. */
const database = { freshMs: 10_000, patienceMs: 2_000 };

/**
 * Figures of this process in the text that Prometheus reads. Labels take values of a fixed number: an operation, a status,
 * a kind; nothing that somebody sent.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #sources: MetricSources;
  readonly #requests: Counter<'operation' | 'status'>;
  readonly #durations: Histogram<'operation'>;
  readonly #isUp: Gauge;
  readonly #mail: Gauge<'state'>;
  readonly #mailAge: Gauge;
  #readAt = -Infinity;

  constructor(sources: MetricSources) {
    this.#sources = sources;
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: 'nafida_requests_total',
      help: 'Requests that were answered, by operation (or kind of resource) and status',
      labelNames: ['operation', 'status'],
      registers,
    });
    this.#durations = new Histogram({
      name: 'nafida_request_duration_seconds',
      help: 'Time until an answer was made',
      labelNames: ['operation'],
      buckets,
      registers,
    });
    this.#isUp = new Gauge({
      name: 'nafida_database_up',
      help: 'Whether the database answers',
      registers,
    });
    this.#mail = new Gauge({
      name: 'nafida_mail',
      help: 'Messages that wait to be sent (pending), were given up (dead), or are to be told by telephone (to_call)',
      labelNames: ['state'],
      registers,
    });
    this.#mailAge = new Gauge({
      name: 'nafida_mail_oldest_seconds',
      help: 'Age of the oldest message that waits to be sent',
      registers,
    });
    this.#addCounts();
    this.#addStates();
    if (sources.backups) this.#addBackups(sources.backups);
  }

  /** Counts an answer. */
  count({ route, status, ms }: RequestRecord): void {
    this.#requests.inc({ operation: route, status });
    this.#durations.observe({ operation: route }, ms / 1_000);
  }

  /** Media type of {@link text}. */
  get mediaType(): string {
    return this.#registry.contentType;
  }

  /** All figures as they are now. */
  async text(): Promise<string> {
    await this.#readDatabase();
    return this.#registry.metrics();
  }

  /** What only grows. */
  #addCounts(): void {
    const { admission, rateLimits, answers } = this.#sources;
    this.#add(
      Counter,
      'nafida_shed_total',
      'asker',
      'Requests sent away because too many waited',
      () => admission.figures.shed,
    );
    this.#add(
      Counter,
      'nafida_rate_limited_total',
      'limit',
      'Requests refused because one asked too often',
      () => rateLimits.refused,
    );
    this.#add(
      Counter,
      'nafida_public_answers_total',
      'from',
      'Public answers, kept before or made anew',
      () => {
        const { kept, made } = answers.figures;
        return { kept, made };
      },
    );
  }

  /** What is so at the moment. */
  #addStates(): void {
    const { admission, answers, cleaning, database } = this.#sources;
    this.#add(
      Gauge,
      'nafida_turns',
      'state',
      'Requests that use the database, or wait for their turn',
      () => {
        const { running, waiting, staffWaiting } = admission.figures;
        return { running, waiting, staff_waiting: staffWaiting };
      },
    );
    this.#add(
      Gauge,
      'nafida_cleaning',
      'state',
      'Files that are checked, or wait for it',
      () => cleaning.figures,
    );
    this.#add(Gauge, 'nafida_database_connections', 'state', 'Connections to the database', () =>
      database.connections(),
    );
    this.#add(
      Gauge,
      'nafida_public_answers_bytes',
      'kind',
      'Memory that kept answers take',
      () => ({ kept: answers.figures.bytes }),
    );
  }

  /** One figure for each kind, which the label tells apart; read whenever somebody asks. */
  #add(
    Metric: typeof Counter | typeof Gauge,
    name: string,
    label: string,
    help: string,
    figures: () => Readonly<Record<string, number>>,
  ): void {
    const metric: Counter | Gauge = new Metric({
      ...{ name, help, labelNames: [label], registers: [this.#registry] },
      collect: () => {
        metric.reset();
        for (const [kind, value] of Object.entries(figures())) metric.inc({ [label]: kind }, value);
      },
    });
  }

  #addBackups(backups: BackupKeeper): void {
    const registers = [this.#registry];
    const lastAt: Gauge = new Gauge({
      name: 'nafida_backup_timestamp_seconds',
      help: 'When the newest backup was made that could be restored; 0 while there is none',
      registers,
      collect: () => lastAt.set((backups.figures.lastMadeAt?.getTime() ?? 0) / 1_000),
    });
    const failed: Gauge = new Gauge({
      name: 'nafida_backup_failed',
      help: 'Whether the last attempt at a backup came to nothing',
      registers,
      collect: () => failed.set(backups.figures.hasFailed ? 1 : 0),
    });
  }

  /** A database that does not answer takes no other figure away. */
  async #readDatabase(): Promise<void> {
    if (performance.now() - this.#readAt < database.freshMs) return;
    try {
      const rows = await inTime(this.#countMail());
      this.#isUp.set(1);
      for (const state of mailStates) {
        this.#mail.set({ state }, Number(rows.find((row) => row.state === state)?.count ?? 0));
      }
      const oldest = rows.find(({ state }) => state === 'pending')?.oldest;
      this.#mailAge.set(oldest ? (Date.now() - oldest.getTime()) / 1_000 : 0);
      this.#readAt = performance.now();
    } catch {
      this.#isUp.set(0);
      this.#mail.reset();
      this.#mailAge.remove();
    }
  }

  async #countMail() {
    return this.#sources.database.reader
      .selectFrom('outbox')
      .select(['state', sql<number>`count(*)`.as('count'), sql<Date>`min(created_at)`.as('oldest')])
      .where('state', 'in', mailStates)
      .groupBy('state')
      .execute();
  }
}

const mailStates = ['pending', 'dead', 'to_call'] as const;

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_settle, refuse) => {
    timer = setTimeout(
      () => refuse(new Error('The database does not answer.')),
      database.patienceMs,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
