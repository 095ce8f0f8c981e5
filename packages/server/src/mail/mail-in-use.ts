import type { Database, DatabaseReader } from '../database/database.js';

const setting = 'sends mail';

/** Puts down whether the server that starts sends mail: commands may run in a process that knows nothing of it. */
export async function noteMail({ reader }: Database, sendsMail: boolean): Promise<void> {
  const value = sendsMail ? 'yes' : 'no';
  await reader
    .insertInto('server_setting')
    .values({ name: setting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** Whether messages go out by mail: as the server did that started last. */
export async function isMailInUse(reader: DatabaseReader): Promise<boolean> {
  const row = await reader
    .selectFrom('server_setting')
    .select('value')
    .where('name', '=', setting)
    .executeTakeFirst();
  return row?.value === 'yes';
}
