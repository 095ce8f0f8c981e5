import { sql, type Kysely } from 'kysely';
import { migrations } from './migrations.js';
import type { Tables } from './tables.js';

// Any number will do, as long as every server of one database asks for the same one.
const lockNumber = 730_608_601;

/**
 * Brings the schema up to date in one transaction. Processes that start together on one database wait for each
 * other. Throws when a newer version of the server has been here: going on could spoil what it stored.
 */
export async function migrate(kysely: Kysely<Tables>): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await sql`set local lock_timeout = 0`.execute(transaction);
    await sql`select pg_advisory_xact_lock(${sql.lit(lockNumber)})`.execute(transaction);
    await sql`create table if not exists migration (
      name text primary key,
      applied_at timestamptz not null
    )`.execute(transaction);
    const rows = await transaction.selectFrom('migration').select('name').execute();
    const applied = new Set(rows.map(({ name }) => name));
    for (const { name, statements } of migrations) {
      if (applied.delete(name)) continue;
      for (const statement of statements) await sql.raw(statement).execute(transaction);
      await transaction.insertInto('migration').values({ name, applied_at: new Date() }).execute();
    }
    if (applied.size > 0) {
      throw new Error(
        `This database was used by a newer version of nafida-server (${[...applied].join(', ')}). ` +
          'Install that version or a later one.',
      );
    }
  });
}
