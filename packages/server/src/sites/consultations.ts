import type { Consultation } from '@nafida/contract';
import { sql, type Selectable } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import type { ConsultationTable } from '../database/tables.js';
import { Cursors, defaultLimit } from '../operations/cursor.js';
import { isIdentifier, nextOf, type Handler } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';

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

/** The consultations of a site, open ones first, then upcoming, then closed, page by page. */
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
    until: await nextChange(database.reader, site.id, now),
  };
};

/** When the next consultation of a site opens or closes, and with it the order of all. */
async function nextChange(reader: DatabaseReader, site: string, now: Date): Promise<Date | null> {
  const { opens_at, closes_at } = await reader
    .selectFrom('consultation')
    .select(({ fn }) => [
      fn.min('opens_at').filterWhere('opens_at', '>', now).as('opens_at'),
      fn.min('closes_at').filterWhere('closes_at', '>', now).as('closes_at'),
    ])
    .where('site', '=', site)
    .executeTakeFirstOrThrow();
  return nextOf(now, [opens_at, closes_at]);
}

/** One consultation with its state at this moment. Fails with `not_found`. */
export const getConsultation: Handler<'getConsultation'> = async (
  { database },
  { site, parameters },
) => {
  const row = await findConsultation(database.reader, site.id, parameters.consultation);
  if (!row) throw new ProblemError('not_found');
  const now = new Date();
  return { body: consultationOf(row, now), until: nextOf(now, [row.opens_at, row.closes_at]) };
};
