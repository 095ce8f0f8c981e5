import type { Database } from '../database/database.js';
import { fillProposalWords } from '../proposals/proposal-words.js';
import { fillSessionWords } from '../sessions/session-words.js';

/** Where filling a column has come to, in the order of site and id. */
export interface FilledRow {
  readonly site: string;
  readonly id: string;
}

/** Rows at once: what others ask meanwhile waits for some milliseconds. */
const portion = 20;

/**
 * Fills what an older version left empty and SQL alone cannot work out, in small portions between which everybody else has their
 * turn. A server does so once it takes requests; whoever is stopped on the way goes on with the next start.
 */
export async function fillNewColumns(database: Database, signal: AbortSignal): Promise<void> {
  for (const fill of [fillSessionWords, fillProposalWords]) {
    let last: FilledRow | undefined = { site: '', id: '' };
    while (last && !signal.aborted) last = await fill(database, last, portion);
  }
}
