import type { Keyring } from '../keyring.js';
import type { Database } from './database.js';

const setting = 'secret fingerprint';

/**
 * Throws if the database was filled with another secret: every code that people hold would stop working. The
 * database keeps a fingerprint of the secret, never the secret.
 */
export async function requireSameSecret(
  { reader }: Pick<Database, 'reader'>,
  keyring: Keyring,
): Promise<void> {
  const fingerprint = keyring.fingerprint();
  await reader
    .insertInto('server_setting')
    .values({ name: setting, value: fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await reader
    .selectFrom('server_setting')
    .select('value')
    .where('name', '=', setting)
    .executeTakeFirstOrThrow();
  if (value !== fingerprint) {
    throw new Error(
      'This database was filled with another secret, so tracking codes already given out would stop working. ' +
        'Restore the secret: NAFIDA_SECRET, or the file "secret" of the data directory.',
    );
  }
}
