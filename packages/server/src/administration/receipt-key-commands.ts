import type { ReceiptKeys } from '@nafida/contract';
import type * as z from 'zod/mini';
import type { Database } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { keyInForce, receiptKeysOf, rotateKey } from '../sites/receipt-keys.js';
import type { siteOnlySchema } from './inputs.js';
import { requireKeyring } from './required-keyring.js';
import { requireSite } from './site-commands.js';

/** Public keys of a site's receipts, oldest first; the first is made if there is none. */
export async function listReceiptKeys(
  database: Database,
  { site }: z.output<typeof siteOnlySchema>,
  keyring: Keyring | null,
): Promise<ReceiptKeys['keys']> {
  await requireSite(database.reader, site);
  if (keyring) {
    await database.transaction((transaction) => keyInForce(transaction, keyring, site));
  }
  return receiptKeysOf(database.reader, site);
}

/** Signs with another key from now on. */
export async function rotateReceiptKey(
  database: Database,
  { site }: z.output<typeof siteOnlySchema>,
  keyring: Keyring | null,
): Promise<ReceiptKeys['keys']> {
  await requireSite(database.reader, site);
  const keys = requireKeyring(keyring);
  await database.transaction((transaction) => rotateKey(transaction, keys, site));
  return receiptKeysOf(database.reader, site);
}
