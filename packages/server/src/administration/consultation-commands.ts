import type { Consultation } from '@nafida/contract';
import type * as z from 'zod/mini';
import { CommandError } from '../command-error.js';
import type { Database } from '../database/database.js';
import { questionPlaceIssues } from '../operations/places.js';
import { invalidInput } from '../operations/problem-error.js';
import { consultationOf, findConsultation } from '../sites/consultations.js';
import type { consultationImportSchema, consultationOnlySchema, siteOnlySchema } from './inputs.js';
import { requirePlaceOf, requireSite } from './site-commands.js';

/** Creates the consultations of a file, or brings those with the same ids up to date. */
export async function importConsultations(
  database: Database,
  { site: id, consultations }: z.output<typeof consultationImportSchema>,
): Promise<{ imported: string[] }> {
  const site = await requireSite(database.reader, id);
  await database.transaction(async (transaction) => {
    for (const [index, consultation] of consultations.entries()) {
      const path = `consultations.${index}.questions`;
      const issues = questionPlaceIssues(consultation.questions, path);
      if (issues.length > 0) throw invalidInput(...issues);
      const territory = consultation.territory ?? site.territory;
      requirePlaceOf(territory);
      const content = {
        title: JSON.stringify(consultation.title),
        description: consultation.description && JSON.stringify(consultation.description),
        opens_at: consultation.opensAt === null ? null : new Date(consultation.opensAt),
        closes_at: consultation.closesAt === null ? null : new Date(consultation.closesAt),
        territory_code: territory.code,
        territory_vintage: territory.vintage,
        axes: JSON.stringify(consultation.axes),
        policy: JSON.stringify(consultation.policy),
        questions: JSON.stringify(consultation.questions),
      };
      await transaction
        .insertInto('consultation')
        .values({ site: id, consultation: consultation.id, ...content })
        .onConflict((conflict) => conflict.columns(['site', 'consultation']).doUpdateSet(content))
        .execute();
    }
  });
  return { imported: consultations.map((consultation) => consultation.id) };
}

/** All consultations of a site, by their ids. */
export async function listConsultations(
  { reader }: Database,
  { site }: z.output<typeof siteOnlySchema>,
): Promise<Consultation[]> {
  await requireSite(reader, site);
  const rows = await reader
    .selectFrom('consultation')
    .selectAll()
    .where('site', '=', site)
    .orderBy('consultation')
    .execute();
  const now = new Date();
  return rows.map((row) => consultationOf(row, now));
}

/** One consultation. */
export async function showConsultation(
  database: Database,
  { site, consultation: id }: z.output<typeof consultationOnlySchema>,
): Promise<Consultation> {
  await requireSite(database.reader, site);
  const row = await findConsultation(database.reader, site, id);
  if (row) return consultationOf(row, new Date());
  const known = (await listConsultations(database, { site })).map((each) => each.id);
  throw new CommandError(
    `The site has no consultation "${id}". Consultations: ${known.join(', ') || 'none yet'}.`,
  );
}
