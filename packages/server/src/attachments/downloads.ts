import type { AttachmentType } from '@nafida/contract';
import type { Services } from '../operations/operation.js';
import { isIdentifier } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';
import { findStaffToken } from '../sites/staff-tokens.js';
import { fileNameOf } from './file-name.js';
import type { StoredFile } from './stored-content.js';

/** A file to be downloaded, without its bytes. */
export interface Download {
  readonly mediaType: AttachmentType;
  readonly bytes: number;
  /** Made of the proposal's reference: what the file was called on the device is not kept. */
  readonly name: string;
  /** Never names other bytes, so caches can rely on it. */
  readonly id: string;
  readonly isPublic: boolean;
  readonly stored: StoredFile;
}

/**
 * The file with this id: for anybody once its proposal is public; before that, and if it answers a question, for staff
 * and the author. Throws `not_found`, and `unauthorized` for a token that opens nothing here.
 *
 * @param token empty if none was sent
 */
export async function findDownload(
  { database, keyring }: Services,
  site: string,
  id: string,
  token: string,
): Promise<Download> {
  const row = isIdentifier(id)
    ? await database.reader
        .selectFrom('attachment')
        .innerJoin('proposal', (join) =>
          join
            .onRef('proposal.site', '=', 'attachment.site')
            .onRef('proposal.reference', '=', 'attachment.proposal'),
        )
        .select([
          'attachment.media_type',
          'attachment.bytes',
          'attachment.position',
          'attachment.question',
          'attachment.object',
          'attachment.object_sha256',
          'proposal.reference',
          'proposal.moderation',
          'proposal.tracking_hash',
        ])
        .where('attachment.site', '=', site)
        .where('attachment.attachment', '=', id)
        .executeTakeFirst()
    : undefined;
  const isPublic = row?.moderation === 'published' && row.question === null;
  if (!isPublic && token !== '') {
    const isAuthor = row && keyring.lookupHash('tracking', site, token) === row.tracking_hash;
    const staff = await findStaffToken(database.reader, site, token);
    if (!isAuthor && staff === undefined) throw new ProblemError('unauthorized');
  }
  if (!row || (!isPublic && token === '')) throw new ProblemError('not_found');
  return {
    mediaType: row.media_type,
    bytes: row.bytes,
    name: fileNameOf(row.reference, row.position, row.media_type),
    id,
    isPublic,
    stored: {
      ...{ site, attachment: id, bytes: row.bytes },
      ...{ object: row.object, object_sha256: row.object_sha256 },
    },
  };
}
