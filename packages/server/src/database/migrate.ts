import { sql, type Kysely } from 'kysely';
import { migrations } from './migrations.js';
import type { Tables } from './tables.js';

// Any number will do, as long as every server of one database asks for the same one.
const lockNumber = 730_608_601;

/** A step of the schema that is about to be taken: the `place`th `of` all. */
export interface MigrationStep {
  readonly name: string;
  readonly place: number;
  readonly of: number;
}

/**
 * Brings the schema up to date, each step in its own transaction: after an interruption, the next start continues after
 * the last step. Processes that start together on one database take turns. A step may take as long as it needs, so the
 * connection must not have a time limit either. Throws if a newer version of the server has been here, because this one
 * could damage its data.
 *
 * @param onStep called before each step that changes a database which already has a schema
 */
export async function migrate(
  kysely: Kysely<Tables>,
  onStep: (step: MigrationStep) => void = () => {},
): Promise<void> {
  let isNew = false;
  for (;;) {
    const missing = await takeStep(kysely, (step, applied) => {
      isNew ||= applied === 0;
      if (!isNew) onStep(step);
    });
    if (missing === 0) return;
  }
}

/** Takes the first step that is missing. Answers how many are missing still. */
function takeStep(
  kysely: Kysely<Tables>,
  onStep: (step: MigrationStep, applied: number) => void,
): Promise<number> {
  return kysely.transaction().execute(async (transaction) => {
    await sql`set local lock_timeout = 0`.execute(transaction);
    await sql`set local statement_timeout = 0`.execute(transaction);
    await sql`select pg_advisory_xact_lock(${sql.lit(lockNumber)})`.execute(transaction);
    await sql`create table if not exists migration (
      name text primary key,
      applied_at timestamptz not null
    )`.execute(transaction);
    const applied = await appliedSteps(transaction);
    const unknown = applied.filter((name) => !known.has(name));
    if (unknown.length > 0) {
      throw new Error(
        `This database was used by a newer version of nafida-server (${unknown.join(', ')}). ` +
          'Install that version or a later one.',
      );
    }
    const missing = migrations.filter(({ name }) => !applied.includes(name));
    const [next] = missing;
    if (!next) return 0;
    const { name, statements } = next;
    onStep({ name, place: migrations.indexOf(next) + 1, of: migrations.length }, applied.length);
    for (const statement of statements) await sql.raw(statement).execute(transaction);
    await transaction.insertInto('migration').values({ name, applied_at: new Date() }).execute();
    return missing.length - 1;
  });
}

const known: ReadonlySet<string> = new Set(migrations.map(({ name }) => name));

/** Steps that only a newer version of the server knows: it has changed the schema since this process started. */
export async function newerSteps(reader: Kysely<Tables>): Promise<string[]> {
  return (await appliedSteps(reader)).filter((name) => !known.has(name));
}

async function appliedSteps(reader: Kysely<Tables>): Promise<string[]> {
  const rows = await reader.selectFrom('migration').select('name').execute();
  return rows.map(({ name }) => name);
}
