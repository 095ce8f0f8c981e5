import type { AuditEntry, auditActions } from '@nafida/contract/staff.js';
import { sql, type Selectable } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { DatabaseTransaction } from '../database/database.js';
import type { AuditTable } from '../database/tables.js';
import { sealOf } from './audit-chain.js';
import { Cursors, defaultLimit } from './cursor.js';
import { isIdentifier, type Handler } from './operation.js';

/** The entry for the record. */
export interface AuditRecord {
  /** Label of a staff token, `command line`, or null for the author. */
  readonly by: string | null;
  readonly action: (typeof auditActions)[number];
  /** Reason, status or other proposal; nothing that a person wrote. */
  readonly detail?: string;
}

/**
 * Records an action on a proposal, in the transaction of the action. Other entries of the same site wait for the end of
 * that transaction.
 */
export async function record(
  transaction: DatabaseTransaction,
  { site, reference }: { readonly site: string; readonly reference: string },
  { by, action, detail }: AuditRecord,
): Promise<void> {
  const { number, seal: before } = await transaction
    .insertInto('audit_head')
    .values({ site, number: 1, seal: '' })
    .onConflict((conflict) =>
      conflict.column('site').doUpdateSet({ number: sql`audit_head.number + 1` }),
    )
    .returning(['number', 'seal'])
    .executeTakeFirstOrThrow();
  const entry = {
    ...{ site, number, entry: randomUUID(), at: new Date() },
    ...{ actor: by, action, proposal: reference, detail: detail ?? null },
  };
  const seal = sealOf(before, entry);
  await transaction
    .insertInto('audit')
    .values({ ...entry, seal })
    .execute();
  await transaction.updateTable('audit_head').set({ seal }).where('site', '=', site).execute();
}

/** The record: who did what with which proposal, oldest first, page by page. */
export const listAudit: Handler<'listAudit'> = async ({ database, keyring }, { site, query }) => {
  const limit = query.limit ?? defaultLimit;
  const cursors = new Cursors<[at: string, entry: string]>(keyring, site.id, 'audit', query);
  const after = cursors.read(query.cursor);
  let select = database.reader
    .selectFrom('audit')
    .selectAll()
    .where('site', '=', site.id)
    .orderBy('at')
    .orderBy('entry')
    .limit(limit + 1);
  if (query.proposal !== undefined) {
    if (!isIdentifier(query.proposal)) return { body: { items: [], nextCursor: null } };
    select = select.where('proposal', '=', query.proposal);
  }
  if (after) {
    select = select.where(sql<boolean>`(at, entry) > (${after[0]}::timestamptz, ${after[1]})`);
  }
  const page = cursors.page(await select.execute(), limit, ({ at, entry }) => [
    at.toISOString(),
    entry,
  ]);
  return { body: { items: page.rows.map(auditEntryOf), nextCursor: page.nextCursor } };
};

/** An entry as staff read it. */
export function auditEntryOf(row: Selectable<AuditTable>): AuditEntry {
  return {
    id: row.entry,
    at: row.at.toISOString(),
    by: row.actor,
    action: row.action as AuditEntry['action'],
    proposal: row.proposal,
    detail: row.detail,
  };
}
