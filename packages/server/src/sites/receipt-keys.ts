import { receiptStatement, type ReceiptKeys } from '@nafida/contract';
import { withOffset } from '@nafida/contract/civil-time.js';
import {
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import type { Selectable } from 'kysely';
import type { DatabaseReader, DatabaseTransaction } from '../database/database.js';
import type { ReceiptKeyTable } from '../database/tables.js';
import type { Keyring } from '../keyring.js';
import type { Handler } from '../operations/operation.js';

type ReceiptKeyRow = Selectable<ReceiptKeyTable>;

/** The columns of a receipt's signature. */
export interface ReceiptSignature {
  readonly receipt_key: string;
  readonly receipt_signature: string;
}

/** A key that receipts are signed with, unsealed. */
export interface OpenedKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

/** Unseals a key. */
export function openKey(keyring: Keyring, key: ReceiptKeyRow): OpenedKey {
  const privateKey = createPrivateKey({
    key: keyring.unseal(key.sealed_key, ownerOf(key)),
    format: 'der',
    type: 'pkcs8',
  });
  return { id: key.key, privateKey };
}

/** Signs the receipt of a new proposal. */
export function signReceipt(
  { id, privateKey }: OpenedKey,
  proposal: { site: string; reference: string; content_hash: string; received_at: Date },
): ReceiptSignature {
  const { site, reference, content_hash: contentHash, received_at: at } = proposal;
  const receivedAt = withOffset('UTC', at);
  const statement = receiptStatement(site, { reference, receivedAt, contentHash });
  const signature = sign(null, Buffer.from(statement), privateKey);
  return { receipt_key: id, receipt_signature: signature.toString('base64url') };
}

/** The key in force, made when there is none yet; there is one from the first proposal on. */
export async function keyInForce(
  transaction: DatabaseTransaction,
  keyring: Keyring,
  site: string,
): Promise<ReceiptKeyRow> {
  const known = await findInForce(transaction, site);
  if (known) return known;
  // Somebody else may be making the first one just now: then theirs is taken.
  await transaction
    .insertInto('receipt_key')
    .values(newKey(keyring, site, new Date()))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await findInForce(transaction, site);
  if (!made) throw new Error('The key that was just made is gone.');
  return made;
}

/** Takes the key in force out of use and makes another; what the old one signed can still be checked. */
export async function rotateKey(
  transaction: DatabaseTransaction,
  keyring: Keyring,
  site: string,
): Promise<void> {
  const now = new Date();
  await transaction
    .updateTable('receipt_key')
    .set({ until: now })
    .where('site', '=', site)
    .where('until', 'is', null)
    .execute();
  await transaction
    .insertInto('receipt_key')
    .values(newKey(keyring, site, now))
    .execute();
}

/** All keys of a site, oldest first, as anyone may see them. */
export async function receiptKeysOf(
  reader: DatabaseReader,
  site: string,
): Promise<ReceiptKeys['keys']> {
  const rows = await reader
    .selectFrom('receipt_key')
    .select(['key', 'public_key', 'since', 'until'])
    .where('site', '=', site)
    .orderBy('since')
    .execute();
  return rows.map(({ key, public_key, since, until }) => ({
    id: key,
    algorithm: 'Ed25519' as const,
    publicKey: public_key,
    since: since.toISOString(),
    until: until?.toISOString() ?? null,
  }));
}

/** The public keys that signatures of receipts are checked with, earlier ones included. */
export const getReceiptKeys: Handler<'getReceiptKeys'> = async ({ database }, { site }) => ({
  body: { site: site.id, keys: await receiptKeysOf(database.reader, site.id) },
});

/** The key in force, undefined if there is none yet. */
export function findInForce(
  reader: DatabaseReader,
  site: string,
): Promise<ReceiptKeyRow | undefined> {
  return reader
    .selectFrom('receipt_key')
    .selectAll()
    .where('site', '=', site)
    .where('until', 'is', null)
    .executeTakeFirst();
}

function newKey(keyring: Keyring, site: string, since: Date) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = `k-${randomBytes(6).toString('hex')}`;
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' });
  return {
    site,
    key,
    public_key: publicKey.export({ format: 'jwk' }).x ?? '',
    sealed_key: keyring.seal(secret, ownerOf({ site, key })),
    since,
    until: null,
  };
}

const ownerOf = ({ site, key }: { site: string; key: string }) => `${site} ${key}`;
