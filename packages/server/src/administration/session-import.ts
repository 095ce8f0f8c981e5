import { sessionInputSchema, type CheckedSession } from '@nafida/contract/staff.js';
import type * as z from 'zod/mini';
import { CommandError } from '../command-error.js';
import type { Database, DatabaseReader, DatabaseTransaction } from '../database/database.js';
import { ProblemError } from '../operations/problem-error.js';
import type { SiteRecord } from '../operations/site-record.js';
import { lockSessions } from '../sessions/seats.js';
import {
  contentOfSession,
  insertSessions,
  updateSession,
  type SessionContent,
} from '../sessions/session-writing.js';
import type { sessionsImportSchema } from './inputs.js';
import { issueLines } from './issue-lines.js';
import { requireSite } from './site-commands.js';
import { wantedOfSession } from './wanted-of-session.js';

/** How many sessions of a file were what. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
}

/**
 * Brings the agenda in step with a file, all of it or nothing: new ids are created, changed sessions updated with
 * `sequence` one higher, the others left alone. Sessions that the file does not name stay; cancelling is a status.
 * A higher capacity gives the seats to those who wait; a lower one takes no seat from anybody.
 */
export async function importSessions(
  database: Database,
  { site: id, sessions }: z.output<typeof sessionsImportSchema>,
): Promise<ImportReport> {
  const site = await requireSite(database.reader, id);
  const issues: string[] = [];
  const rows = sessions.flatMap((session) => rowNaming(session, site, issues) ?? []);
  if (issues.length > 0) throw new CommandError(issues.join('\n'));
  const repeated = firstRepeated(rows.map(({ key }) => key));
  if (repeated !== undefined) throw new CommandError(`The id "${repeated}" is there twice.`);
  await requireParents(database.reader, id, rows);
  // In one order, so that two imports at once never wait for each other in a circle.
  rows.sort((one, other) => (one.key < other.key ? -1 : 1));
  return database.transaction(async (transaction) => {
    const report: ImportReport = { created: 0, updated: 0, unchanged: 0 };
    for (let at = 0; at < rows.length; at += portion) {
      await importSome(transaction, id, rows.slice(at, at + portion), report);
    }
    return report;
  });
}

/** Rows that one statement takes: it may have 65,535 parameters. */
const portion = 500;

async function importSome(
  transaction: DatabaseTransaction,
  site: string,
  rows: readonly SessionContent[],
  report: ImportReport,
): Promise<void> {
  const keys = rows.map(({ key }) => key);
  const stored = new Map(
    (await lockSessions(transaction, site, keys)).map((row) => [row.session, row]),
  );
  const created = rows.filter(({ key }) => !stored.has(key));
  await insertSessions(transaction, site, created);
  report.created += created.length;
  for (const row of rows) {
    const before = stored.get(row.key);
    if (before) report[(await updateSession(transaction, before, row)).outcome]++;
  }
}

function firstRepeated(keys: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return keys.find((key) => seen.size === seen.add(key).size);
}

/** Throws unless every event that a session names is there or comes with it, and is no part itself. */
async function requireParents(
  reader: DatabaseReader,
  site: string,
  rows: readonly SessionContent[],
): Promise<void> {
  const coming = new Map(rows.map(({ key, content }) => [key, content.parent]));
  const named = [...new Set([...coming.values()].filter((parent) => parent !== null))];
  if (named.length === 0) return;
  const stored = await reader
    .selectFrom('session')
    .select(['session', 'parent'])
    .where('site', '=', site)
    .where((either) => either.or([either('session', 'in', named), either('parent', 'in', named)]))
    .execute();
  const parents = new Map([...stored.map((row) => [row.session, row.parent] as const), ...coming]);
  for (const [key, parent] of parents) {
    if (parent === null || !named.includes(parent)) continue;
    if (!parents.has(parent)) {
      throw new CommandError(`The session "${key}" is part of "${parent}", which is not there.`);
    }
    if (key === parent || parents.get(parent) !== null) {
      throw new CommandError(
        `The session "${key}" is part of "${parent}", which is a part itself: name the whole event.`,
      );
    }
  }
}

/** The row of one session; undefined if something is wrong with it, which `issues` then says with its id. */
function rowNaming(
  session: CheckedSession,
  site: SiteRecord,
  issues: string[],
): SessionContent | undefined {
  try {
    return contentOfSession(session, site);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const checked = { schema: sessionInputSchema, value: session, wanted: wantedOfSession };
    const said = issueLines(error.problem.errors ?? [], checked).join(' ');
    issues.push(`The session "${session.id}": ${said}`);
    return undefined;
  }
}
