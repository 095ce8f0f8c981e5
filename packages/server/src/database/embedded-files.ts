import { sql, type Kysely } from 'kysely';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tables } from './tables.js';

/** Keeps the engine from throwing away the part of its log that a copy needs. */
const slot = 'nafida_copy';

/** Files that a copy begins with empty: what they hold is of the running engine. */
const leftOut: ReadonlySet<string> = new Set(['pg_wal', 'pg_replslot', 'pg_stat_tmp']);
const ofTheProcess: ReadonlySet<string> = new Set(['postmaster.pid', 'postmaster.opts']);

/** The files of an embedded database, which can be copied while it goes on answering and storing. */
export class EmbeddedFiles {
  readonly #reader: Kysely<Tables>;
  readonly #directory: string;
  #last: Promise<unknown> = Promise.resolve();

  /** @param directory the engine's own, in the data directory */
  constructor(reader: Kysely<Tables>, directory: string) {
    this.#reader = reader;
    this.#directory = directory;
  }

  /**
   * Copies the database to a new directory, as PostgreSQL's own base backups do: the files one after the other while they
   * change, and then the log of what changed meanwhile. An engine that opens the copy finds the database as it was when
   * the copying ended. The only connection is needed for an instant at the beginning and at the end.
   */
  copyTo(directory: string): Promise<void> {
    const copying = this.#last.then(() => this.#copy(directory));
    this.#last = copying.catch(() => {});
    return copying;
  }

  async #copy(directory: string): Promise<void> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    // One that could not be taken away would be in the way for ever.
    await this.#dropSlot();
    await sql`select pg_create_physical_replication_slot(${slot}, true, true)`.execute(
      this.#reader,
    );
    try {
      const {
        rows: [started],
      } = await sql<{ log: string }>`
        select pg_walfile_name(pg_backup_start('nafida', true)) as log`.execute(this.#reader);
      let label: string | undefined;
      try {
        await copyTree(this.#directory, directory);
      } finally {
        const { rows } = await sql<{ labelfile: string }>`
          select labelfile from pg_backup_stop(false)`.execute(this.#reader);
        label = rows[0]?.labelfile;
      }
      await this.#copyLog(directory, started!.log);
      await writeFile(join(directory, 'backup_label'), label ?? '', { mode: 0o600 });
    } finally {
      await this.#dropSlot();
    }
  }

  async #dropSlot(): Promise<void> {
    await sql`select pg_drop_replication_slot(slot_name) from pg_replication_slots
      where slot_name = ${slot}`.execute(this.#reader);
  }

  /** The log from the segment on that the copy begins with. */
  async #copyLog(directory: string, first: string): Promise<void> {
    const log = join(this.#directory, 'pg_wal');
    for (const name of await readdir(log)) {
      const isNeeded = /^[0-9A-F]{24}$/.test(name) && name >= first;
      if (isNeeded) await copyFile(join(log, name), join(directory, 'pg_wal', name));
    }
  }
}

async function copyTree(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await mkdir(target, { recursive: true, mode: 0o700 });
      if (!leftOut.has(entry.name)) await copyTree(source, target);
    } else if (entry.isFile() && !ofTheProcess.has(entry.name)) {
      await copyUnlessGone(source, target);
    }
  }
}

/** A table that is dropped or emptied meanwhile takes its file with it; the log knows. */
async function copyUnlessGone(source: string, target: string): Promise<void> {
  try {
    await copyFile(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
