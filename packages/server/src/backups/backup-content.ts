import { sql } from 'kysely';
import { createHash, type Hash } from 'node:crypto';
import { countFilesElsewhere } from '../attachments/file-objects.js';
import { CommandError } from '../command-error.js';
import type { DatabaseTransaction } from '../database/database.js';
import type { Tables } from '../database/tables.js';

const format = 'nafida-backup-1';
/** Rows that are in memory at once; of tables that hold pieces of files, 256 KiB each, fewer. */
const portionOf = (table: string) => (filesIn.has(table) ? 4 : 100);

const filesIn: ReadonlySet<string> = new Set(['attachment_part', 'attachment_content']);

/** Every table that holds what was stored, those that others refer to first. */
const tables = [
  'server_setting',
  'site',
  'privacy_notice',
  'staff_token',
  'receipt_key',
  'consultation',
  'session',
  'registration',
  'proposal',
  'attachment',
  'attachment_part',
  'attachment_content',
  'attachment_object',
  'support',
  'author_question',
  'audit',
  'audit_head',
  'outbox',
  'idempotency_key',
  'used_proof',
] as const satisfies readonly (keyof Tables)[];

/** The contents of a backup: a backup and its restored database give the same figures. */
export interface BackupReport {
  readonly rows: number;
  /** SHA-256 (hex) over every row of every table, in a fixed order. */
  readonly contentHash: string;
  /** Files whose bytes are in an object storage and not in the backup. */
  readonly filesElsewhere: number;
}

interface Header {
  readonly format: string;
  readonly migrations: readonly string[];
  /** That of a data directory; PostgreSQL has its secret elsewhere. */
  readonly secret: string | null;
}

/**
 * Everything that is stored, as it is at one instant, in lines without their ends; the last one is the report.
 *
 * @param transaction one that sees the same from its first to its last statement
 */
export async function* backupLines(
  transaction: DatabaseTransaction,
  secret: string | null,
): AsyncGenerator<string, BackupReport> {
  await prepare(transaction);
  await requireKnownTables(transaction);
  const migrations = await migrationsOf(transaction);
  yield JSON.stringify({ format, migrations, secret } satisfies Header);
  const hash = createHash('sha256');
  let rows = 0;
  for (const table of tables) {
    for await (const row of rowsOf(transaction, table)) {
      rows += 1;
      yield count(hash, table, row);
    }
  }
  const filesElsewhere = await countFilesElsewhere(transaction);
  const report = { rows, contentHash: hash.digest('hex'), filesElsewhere };
  yield JSON.stringify(report);
  return report;
}

/** Rows as text of JSON, in the order of their bytes: every engine gives the same. */
async function* rowsOf(transaction: DatabaseTransaction, table: string): AsyncGenerator<string> {
  const name = sql.table(table);
  const portion = portionOf(table);
  // The ids that files have are lower-case letters and digits: sorted by them, no file need be in memory to be sorted.
  const order = filesIn.has(table)
    ? sql`site collate "C", attachment collate "C", start`
    : sql`to_jsonb(stored)::text collate "C"`;
  await sql`declare backup_rows no scroll cursor for
    select to_jsonb(stored)::text as row from ${name} as stored
    order by ${order}`.execute(transaction);
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(portion)} from backup_rows`.execute(
      transaction,
    );
    for (const { row } of rows) yield row;
    if (rows.length < portion) break;
  }
  await sql`close backup_rows`.execute(transaction);
}

/**
 * Stores what {@link backupLines} gave, in a database that holds nothing yet: all of it, or it throws.
 *
 * @param from what holds the lines, for what an error says
 */
export async function storeLines(
  transaction: DatabaseTransaction,
  lines: AsyncGenerator<string, unknown>,
  from: string,
): Promise<BackupReport> {
  await prepare(transaction);
  const sites = await transaction.selectFrom('site').select('site').limit(1).execute();
  if (sites.length > 0) throw new CommandError('There are data here already: restore elsewhere.');
  await requireSameVersion(transaction, await headerOf(lines, from));
  await transaction.deleteFrom('server_setting').execute();
  const told = await takeRows(transaction, lines);
  const stored = await reportOf(transaction);
  const isWhole = told?.rows === stored.rows && told.contentHash === stored.contentHash;
  if (!isWhole) throw new CommandError(`${from} is not whole: nothing was restored.`);
  return stored;
}

/** The first line of a backup. */
export async function headerOf(
  lines: AsyncGenerator<string, unknown>,
  from: string,
): Promise<Header> {
  const first = await lines.next();
  const header = parsed(first.done ? '' : first.value) as Partial<Header> | undefined;
  if (header?.format === format) return header as Header;
  throw new CommandError(`${from} is not a backup of nafida-server.`);
}

async function takeRows(
  transaction: DatabaseTransaction,
  lines: AsyncGenerator<string, unknown>,
): Promise<BackupReport | undefined> {
  let rows: string[] = [];
  let table = '';
  const store = async () => {
    if (rows.length === 0) return;
    const name = sql.table(table);
    await sql`insert into ${name} select * from
      jsonb_populate_recordset(null::${name}, ${`[${rows.join()}]`}::jsonb)`.execute(transaction);
    rows = [];
  };
  for (;;) {
    const each = await lines.next();
    if (each.done) return undefined;
    const line = each.value;
    const at = line.indexOf(' ');
    const next = line.slice(0, at);
    if (!tables.some((known) => known === next)) {
      await store();
      return parsed(line) as BackupReport | undefined;
    }
    if (next !== table || rows.length === portionOf(table)) await store();
    table = next;
    rows.push(line.slice(at + 1));
  }
}

async function reportOf(transaction: DatabaseTransaction): Promise<BackupReport> {
  const hash = createHash('sha256');
  let rows = 0;
  for (const table of tables) {
    for await (const row of rowsOf(transaction, table)) {
      rows += 1;
      count(hash, table, row);
    }
  }
  const filesElsewhere = await countFilesElsewhere(transaction);
  return { rows, contentHash: hash.digest('hex'), filesElsewhere };
}

function count(hash: Hash, table: string, row: string): string {
  const line = `${table} ${row}`;
  hash.update(`${line}\n`);
  return line;
}

/** Instants are written in UTC; a large table may take its time. */
async function prepare(transaction: DatabaseTransaction): Promise<void> {
  await sql`set local timezone = 'UTC'`.execute(transaction);
  await sql`set local statement_timeout = 0`.execute(transaction);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction);
}

async function migrationsOf(transaction: DatabaseTransaction): Promise<string[]> {
  const rows = await transaction.selectFrom('migration').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

/** Throws if there are tables that this version of the server did not make. */
export async function requireKnownTables(transaction: DatabaseTransaction): Promise<void> {
  const { rows } = await sql<{ name: string }>`select table_name as name
    from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'
      and not (select relispartition from pg_class
        where oid = format('%I.%I', table_schema, table_name)::regclass)`.execute(transaction);
  const known = new Set<string>([...tables, 'migration', 'rate_limit', 'site_version']);
  const unknown = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) {
    throw new CommandError(`These tables are not of this server: ${unknown.join(', ')}.`);
  }
}

async function requireSameVersion(
  transaction: DatabaseTransaction,
  { migrations }: Header,
): Promise<void> {
  const applied = await migrationsOf(transaction);
  if (migrations.join() === applied.join()) return;
  throw new CommandError(
    'The backup was made by another version of nafida-server. Restore it with that version, then install this one.',
  );
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
