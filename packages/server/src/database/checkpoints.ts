import { sql, type Kysely } from 'kysely';
import type { EmbeddedPool } from './embedded-pool.js';
import type { Tables } from './tables.js';

/** Bytes of log from which a quiet moment is used, and from which those who wait are made to wait. */
const most = { quiet: 16 * 1_048_576, busy: 32 * 1_048_576 };

const lookMs = 1_000;

/**
 * Keeps the log of an embedded database short: its engine makes a checkpoint only when it ends, because it is alone in
 * its process. After a checkpoint, the earlier log is used again.
 */
export class Checkpoints {
  readonly #kysely: Kysely<Tables>;
  readonly #pool: EmbeddedPool;
  readonly #timer: NodeJS.Timeout;
  #isLooking = false;
  /** Statements that had written when there was nothing to do. */
  #seen = 0;

  constructor(kysely: Kysely<Tables>, pool: EmbeddedPool) {
    this.#kysely = kysely;
    this.#pool = pool;
    this.#timer = setInterval(() => void this.#look(), lookMs).unref();
  }

  /** Makes no more of them. */
  end(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const { written } = this.#pool;
    if (this.#isLooking || written === this.#seen) return;
    this.#isLooking = true;
    try {
      const bytes = await this.#logged();
      const isQuiet = this.#pool.figures.busy === 0;
      if (bytes >= (isQuiet ? most.quiet : most.busy)) {
        await sql`checkpoint`.execute(this.#kysely);
      } else if (bytes < most.quiet) {
        this.#seen = written;
      }
    } catch {
      // The next query reports any error of the disk or the engine.
    } finally {
      this.#isLooking = false;
    }
  }

  /** Bytes of log since the last checkpoint. */
  async #logged(): Promise<number> {
    const { rows } = await sql<{ bytes: number }>`
      select (pg_current_wal_insert_lsn() - redo_lsn)::float8 as bytes
      from pg_control_checkpoint()`.execute(this.#kysely);
    return rows[0]!.bytes;
  }
}
