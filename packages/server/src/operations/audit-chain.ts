import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import type { AuditTable } from '../database/tables.js';

type Sealed = Omit<Selectable<AuditTable>, 'seal'>;

/** The result of checking a record. */
export type AuditState =
  | { readonly entries: number; readonly seal: string; readonly brokenAt: null }
  | { readonly brokenAt: number };

const pageLength = 1_000;

const begun: AuditState = { entries: 0, seal: '', brokenAt: null };

/**
 * The seal of an entry: SHA-256 (hex) over its contents and the seal of the entry before it, so that nothing can be
 * changed, added or left out without changing every later seal.
 */
export function sealOf(before: string, entry: Sealed): string {
  const { site, number, entry: id, at, actor, action, proposal, detail } = entry;
  const text = JSON.stringify([before, site, number, id, at, actor, action, proposal, detail]);
  return createHash('sha256').update(text).digest('hex');
}

/** Checks the record of a site; names the first entry that is not as it was written. */
export async function checkAudit(reader: DatabaseReader, site: string): Promise<AuditState> {
  // The head first: entries that are added meanwhile come after it.
  const head = await reader
    .selectFrom('audit_head')
    .select(['number', 'seal'])
    .where('site', '=', site)
    .executeTakeFirst();
  if (!head) return (await holdsEntries(reader, site)) ? { brokenAt: 1 } : begun;
  let number = 0;
  let seal = '';
  while (number < head.number) {
    const rows = await reader
      .selectFrom('audit')
      .selectAll()
      .where('site', '=', site)
      .where('number', '>', number)
      .where('number', '<=', head.number)
      .orderBy('number')
      .limit(pageLength)
      .execute();
    for (const row of rows) {
      number += 1;
      seal = sealOf(seal, { ...row, number });
      if (row.number !== number || row.seal !== seal) return { brokenAt: number };
    }
    if (rows.length === 0) return { brokenAt: number + 1 };
  }
  return seal === head.seal ? { entries: number, seal, brokenAt: null } : { brokenAt: number };
}

async function holdsEntries(reader: DatabaseReader, site: string): Promise<boolean> {
  const row = await reader
    .selectFrom('audit')
    .select('entry')
    .where('site', '=', site)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a record still holds an entry with this seal, which somebody wrote down. */
export async function holdsSeal(
  reader: DatabaseReader,
  site: string,
  seal: string,
): Promise<boolean> {
  const row = await reader
    .selectFrom('audit')
    .select('entry')
    .where('site', '=', site)
    .where('seal', '=', seal)
    .executeTakeFirst();
  return row !== undefined;
}
