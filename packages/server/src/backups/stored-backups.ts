import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { ObjectStorage } from '../object-storage.js';
import { backupMadeAt } from './backup-name.js';
import type { KeptBackup } from './backup-state.js';
import { keptBackups } from './kept-backups.js';

/**
 * Brings to an object storage the backups of a directory that are not there yet, and takes away those that are kept no longer.
 * Each is signed with the hash of its bytes: the storage has what was tried, or nothing.
 */
export async function storeBackups(
  storage: ObjectStorage,
  directory: string,
  kept: readonly KeptBackup[],
): Promise<KeptBackup[]> {
  const there = new Map<string, number>();
  for await (const { key, bytes } of storage.list('')) there.set(key, bytes);
  for (const { name, bytes } of kept) {
    if (there.get(name) === bytes) continue;
    const path = join(directory, name);
    const open = () => createReadStream(path);
    await storage.put(name, { bytes, sha256: await hashOf(open()), open });
    there.set(name, bytes);
  }
  const made = new Map<Date, string>();
  for (const name of there.keys()) {
    const at = backupMadeAt(name);
    if (at) made.set(at, name);
  }
  const stay = keptBackups([...made.keys()]);
  for (const [at, name] of made) if (!stay.has(at)) await storage.delete(name);
  return kept.map((backup) => ({ ...backup, isStored: true }));
}

async function hashOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of content) hash.update(piece);
  return hash.digest('hex');
}
