import type { Consultation } from '@nafida/contract';
import { sql, type Selectable } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import type { ConsultationTable } from '../database/tables.js';
import { Cursors, defaultLimit } from './cursor.js';
import { isIdentifier, type Handler } from './operation.js';
import { ProblemError } from './problem-error.js';

/** A consultation as it is stored. */
export type ConsultationRow = Selectable<ConsultationTable>;

/** The consultation with this id, or undefined. */
export async function findConsultation(
  reader: DatabaseReader,
  site: string,
  id: string,
): Promise<ConsultationRow | undefined> {
  if (!isIdentifier(id)) return undefined;
  return reader
    .selectFrom('consultation')
    .selectAll()
    .where('site', '=', site)
    .where('consultation', '=', id)
    .executeTakeFirst();
}

/** Whether proposals are taken at `now`. */
export function stateOfConsultation(
  { opens_at, closes_at }: Pick<ConsultationRow, 'opens_at' | 'closes_at'>,
  now: Date,
): 'upcoming' | 'open' | 'closed' {
  if (closes_at && closes_at <= now) return 'closed';
  return opens_at && opens_at > now ? 'upcoming' : 'open';
}

/** A consultation as the public sees it at `now`. */
export function consultationOf(row: ConsultationRow, now: Date): Consultation {
  return {
    id: row.consultation,
    title: row.title,
    description: row.description,
    status: stateOfConsultation(row, now),
    opensAt: row.opens_at?.toISOString() ?? null,
    closesAt: row.closes_at?.toISOString() ?? null,
    territory: { code: row.territory_code, vintage: row.territory_vintage },
    axes: row.axes,
    questions: row.questions,
    policy: row.policy,
  };
}

export const listConsultations: Handler<'listConsultations'> = async (
  { database, keyring },
  { site, query },
) => {
  const now = new Date();
  const limit = query.limit ?? defaultLimit;
  const cursors = new Cursors<[rank: number, id: string]>(keyring, site.id, 'consultations', query);
  const after = cursors.read(query.cursor);
  // The same order as stateOfConsultation: open, upcoming, closed.
  const rank = sql<number>`case when closes_at <= ${now} then 2 when opens_at > ${now} then 1 else 0 end`;
  let select = database.reader
    .selectFrom('consultation')
    .selectAll()
    .select(rank.as('rank'))
    .where('site', '=', site.id)
    .orderBy('rank')
    .orderBy('consultation')
    .limit(limit + 1);
  if (after)
    select = select.where(sql<boolean>`(${rank}, consultation) > (${after[0]}, ${after[1]})`);
  const page = cursors.page(await select.execute(), limit, (row) => [row.rank, row.consultation]);
  return {
    body: {
      items: page.rows.map((row) => consultationOf(row, now)),
      nextCursor: page.nextCursor,
    },
  };
};

export const getConsultation: Handler<'getConsultation'> = async (
  { database },
  { site, parameters },
) => {
  const row = await findConsultation(database.reader, site.id, parameters.consultation);
  if (!row) throw new ProblemError('not_found');
  return { body: consultationOf(row, new Date()) };
};
