import type { Locale, Privacy } from '@nafida/contract';
import type { DatabaseReader } from '../database/database.js';
import type { Handler } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';
import type { SiteRecord } from '../operations/site-record.js';

/** Version of the protocol that this server speaks. */
const apiVersion = '1.0.0';

/** The site with this id, or undefined. */
export async function findSite(
  reader: DatabaseReader,
  id: string,
): Promise<SiteRecord | undefined> {
  const row = await reader.selectFrom('site').selectAll().where('site', '=', id).executeTakeFirst();
  return (
    row && {
      id: row.site,
      name: row.name,
      territory: { code: row.territory_code, vintage: row.territory_vintage },
      locales: row.locales as Locale[],
      origins: row.origins,
      privacyHash: row.privacy_hash,
      holidays: row.holidays,
      demonstration: row.demonstration,
    }
  );
}

/** The privacy notice in force, or null. */
export async function privacyOf(reader: DatabaseReader, site: SiteRecord): Promise<Privacy | null> {
  if (site.privacyHash === null) return null;
  const { content, hash } = await reader
    .selectFrom('privacy_notice')
    .select(['content', 'hash'])
    .where('site', '=', site.id)
    .where('hash', '=', site.privacyHash)
    .executeTakeFirstOrThrow();
  return { ...content, hash };
}

/** Throws unless `hash` names the privacy notice in force. */
export function requireConsent(site: SiteRecord, { privacyHash }: { privacyHash: string }): void {
  if (privacyHash !== site.privacyHash) throw new ProblemError('consent_outdated');
}

/** The public data of a site: its name, place, languages and privacy notice. */
export const getSite: Handler<'getSite'> = async (
  { database, sendsMail, trustsOwnPages },
  { site },
) => ({
  body: {
    id: site.id,
    name: site.name,
    territory: site.territory,
    locales: site.locales,
    privacy: await privacyOf(database.reader, site),
    holidays: site.holidays,
    sendsMail,
    origins: [...(trustsOwnPages ? ['self'] : []), ...site.origins],
    demonstration: site.demonstration,
    apiVersion,
  },
});
