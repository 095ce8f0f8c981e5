import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseReader } from '../database/database.js';

/** The prefix of a staff token, to recognise one that was published by accident. */
const prefix = 'nafida_staff_';

/** A new token of 256 random bits, and the hash that the database knows it by. */
export function newStaffToken(): { token: string; hash: string } {
  const token = prefix + randomBytes(32).toString('base64url');
  return { token, hash: staffTokenHash(token) };
}

/** The hash of a token in the database. */
export function staffTokenHash(token: string): string {
  // No key is needed: 256 random bits cannot be guessed from their hash.
  return createHash('sha256').update(token).digest('base64url');
}

/** Label of a valid token of the site, else undefined. */
export async function findStaffToken(
  reader: DatabaseReader,
  site: string,
  token: string,
): Promise<string | undefined> {
  const row = await reader
    .selectFrom('staff_token')
    .select('label')
    .where('site', '=', site)
    .where('token_hash', '=', staffTokenHash(token))
    .executeTakeFirst();
  return row?.label;
}
