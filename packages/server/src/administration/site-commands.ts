import type { LocalizedText, Privacy, TerritoryReference } from '@nafida/contract';
import { merged } from '@nafida/contract/staff.js';
import type { Place } from '@nafida/territory';
import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import { canonicalJson } from '../canonical-json.js';
import { CommandError } from '../command-error.js';
import type { Database, DatabaseReader } from '../database/database.js';
import { placeOfReference } from '../operations/places.js';
import type { SiteRecord } from '../operations/site-record.js';
import { findSite, privacyOf } from '../sites/sites.js';
import { newStaffToken } from '../sites/staff-tokens.js';
import type {
  siteCreateSchema,
  siteHolidaysSchema,
  siteOnlySchema,
  sitePrivacySchema,
  siteSetSchema,
  staffTokenCreateSchema,
  staffTokenRevokeSchema,
} from './inputs.js';

/** The site, or a sentence that says which ones there are. */
export async function requireSite(reader: DatabaseReader, id: string): Promise<SiteRecord> {
  const site = await findSite(reader, id);
  if (site) return site;
  const known = await reader.selectFrom('site').select('site').orderBy('site').execute();
  const names = known.map((row) => row.site).join(', ') || 'none yet';
  throw new CommandError(`There is no site "${id}". Sites: ${names}.`);
}

/** Throws unless the reference names a place of its vintage. */
export function requirePlaceOf(reference: TerritoryReference): Place {
  const place = placeOfReference(reference);
  if (place) return place;
  throw new CommandError(
    `No place has the code ${reference.code} in the list of ${reference.vintage}.`,
  );
}

/** `site create`: adds a site. Fails if the id is taken or the place is unknown. */
export async function createSite(
  database: Database,
  { id, name, territory, locales, origins, demonstration }: z.output<typeof siteCreateSchema>,
): Promise<SiteRecord> {
  requirePlaceOf(territory);
  const created = await database.transaction((transaction) =>
    transaction
      .insertInto('site')
      .values({
        site: id,
        name: JSON.stringify(name),
        territory_code: territory.code,
        territory_vintage: territory.vintage,
        locales,
        origins,
        privacy_hash: null,
        holidays: '[]',
        demonstration,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  );
  if (created.numInsertedOrUpdatedRows === 0n) {
    throw new CommandError(`There is a site "${id}" already: change it with "site set".`);
  }
  return requireSite(database.reader, id);
}

/** `site set`: changes the given settings of a site and leaves the others. */
export async function setSite(
  database: Database,
  { site: id, ...changes }: z.output<typeof siteSetSchema>,
): Promise<SiteRecord> {
  const { territory, demonstration } = changes;
  if (territory) requirePlaceOf(territory);
  return database.transaction(async (transaction) => {
    const stored = await requireSite(transaction, id);
    const name = merged(stored.name, changes.name ?? {}) as LocalizedText | null;
    const locales = listWith(stored.locales, {
      whole: changes.locales,
      added: changes.addLocales,
      removed: changes.removeLocales,
    });
    const origins = listWith(stored.origins, {
      whole: changes.origins,
      added: changes.addOrigins,
      removed: changes.removeOrigins,
    });
    if (!name) throw new CommandError('A site needs a name in one language at least.');
    if (locales.length === 0) {
      throw new CommandError('A site needs a language of its pages: ar, fr, zgh or en.');
    }
    await transaction
      .updateTable('site')
      .set({
        name: JSON.stringify(name),
        locales,
        origins,
        ...(territory && { territory_code: territory.code, territory_vintage: territory.vintage }),
        ...(demonstration !== undefined && { demonstration }),
      })
      .where('site', '=', id)
      .execute();
    return requireSite(transaction, id);
  });
}

/** A list after a change; what is taken away must have been there, or it was a typing error. */
function listWith<Item extends string>(
  stored: readonly Item[],
  { whole, added, removed }: { whole: Item[] | undefined; added: Item[]; removed: Item[] },
): Item[] {
  const list = new Set([...(whole ?? stored), ...added]);
  for (const item of removed) {
    if (!list.delete(item)) {
      const there = [...list].join(', ') || 'none';
      throw new CommandError(`"${item}" cannot be removed: it is not listed. Listed: ${there}.`);
    }
  }
  return [...list];
}

/** `site list`: the ids of all sites, in alphabetical order. */
export async function listSites({ reader }: Database): Promise<string[]> {
  const rows = await reader.selectFrom('site').select('site').orderBy('site').execute();
  return rows.map(({ site }) => site);
}

/** `site show`: the settings of a site and its privacy notice. */
export async function showSite(
  { reader }: Database,
  { site: id }: z.output<typeof siteOnlySchema>,
): Promise<SiteRecord & { privacy: Privacy | null }> {
  const site = await requireSite(reader, id);
  return { ...site, privacy: await privacyOf(reader, site) };
}

/** Puts a privacy notice in force. Earlier wordings stay on record for those who accepted them. */
export async function setPrivacy(
  database: Database,
  { site: id, privacy }: z.output<typeof sitePrivacySchema>,
): Promise<{ hash: string }> {
  const hash = createHash('sha256').update(canonicalJson(privacy)).digest('hex');
  await requireSite(database.reader, id);
  await database.transaction(async (transaction) => {
    await transaction
      .insertInto('privacy_notice')
      .values({ site: id, hash, content: JSON.stringify(privacy), since: new Date() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await transaction
      .updateTable('site')
      .set({ privacy_hash: hash })
      .where('site', '=', id)
      .execute();
  });
  return { hash };
}

/** Announces days off, in place of those announced before. */
export async function setHolidays(
  database: Database,
  { site, holidays }: z.output<typeof siteHolidaysSchema>,
): Promise<{ announced: number }> {
  await requireSite(database.reader, site);
  const complete = holidays
    .map(({ startDate, endDate = startDate, name }) => ({ startDate, endDate, name }))
    .sort((one, other) => (one.startDate < other.startDate ? -1 : 1));
  await database.transaction((transaction) =>
    transaction
      .updateTable('site')
      .set({ holidays: JSON.stringify(complete) })
      .where('site', '=', site)
      .execute(),
  );
  return { announced: complete.length };
}

/** The token is in the answer and nowhere else: the database keeps its hash. */
export async function createStaffToken(
  database: Database,
  { site, label }: z.output<typeof staffTokenCreateSchema>,
): Promise<{ token: string; id: string }> {
  await requireSite(database.reader, site);
  const { token, hash } = newStaffToken();
  await database.transaction((transaction) =>
    transaction
      .insertInto('staff_token')
      .values({ site, token_hash: hash, label, created_at: new Date() })
      .execute(),
  );
  return { token, id: shortIdOf(hash) };
}

/** `staff-token list`: the tokens of a site by short id, label and date, oldest first; never the tokens themselves. */
export async function listStaffTokens(
  { reader }: Database,
  { site }: z.output<typeof siteOnlySchema>,
): Promise<{ id: string; label: string; createdAt: string }[]> {
  await requireSite(reader, site);
  const rows = await reader
    .selectFrom('staff_token')
    .selectAll()
    .where('site', '=', site)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    id: shortIdOf(row.token_hash),
    label: row.label,
    createdAt: row.created_at.toISOString(),
  }));
}

/** `staff-token revoke`: ends a token at once. Fails if the site has none of this id. */
export async function revokeStaffToken(
  database: Database,
  { site, token }: z.output<typeof staffTokenRevokeSchema>,
): Promise<{ revoked: string }> {
  await requireSite(database.reader, site);
  const rows = await database.reader
    .selectFrom('staff_token')
    .select('token_hash')
    .where('site', '=', site)
    .execute();
  const hash = rows.map((row) => row.token_hash).find((known) => shortIdOf(known) === token);
  if (!hash) throw new CommandError(`The site has no staff token ${token}.`);
  await database.transaction((transaction) =>
    transaction
      .deleteFrom('staff_token')
      .where('site', '=', site)
      .where('token_hash', '=', hash)
      .execute(),
  );
  return { revoked: token };
}

function shortIdOf(hash: string): string {
  // Command lines take what begins with a hyphen for an option.
  return hash.slice(0, 10).replace(/^-/, '_');
}
