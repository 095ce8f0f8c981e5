import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { fileNameOf } from '../attachments/file-name.js';
import type { FileObjects } from '../attachments/file-objects.js';
import { contentOf } from '../attachments/stored-content.js';
import { CommandError } from '../command-error.js';
import type { Database } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { ProblemError } from '../operations/problem-error.js';
import { findProposal } from '../proposals/proposal-records.js';
import type { proposalFilesSchema } from './inputs.js';
import { requireSite } from './site-commands.js';

/** A file that came with a proposal. */
export interface ProposalFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Id of the question that it answers; null for one that goes with the proposal itself. */
  readonly question: string | null;
  /** What its sender says it shows. */
  readonly description: string | null;
}

/** The files of a proposal, public or not; with `directory` they are saved there. */
export async function listFiles(
  { reader }: Database,
  { site, reference, directory }: z.output<typeof proposalFilesSchema>,
  _keyring: Keyring | null,
  objects: FileObjects | null,
): Promise<ProposalFile[]> {
  await requireSite(reader, site);
  if (!(await findProposal(reader, site, reference))) throw new ProblemError('not_found');
  const rows = await reader
    .selectFrom('attachment')
    .select(['site', 'attachment', 'position', 'media_type', 'bytes', 'question', 'description'])
    .select(['object', 'object_sha256'])
    .where('site', '=', site)
    .where('proposal', '=', reference)
    .orderBy('position')
    .execute();
  const files = rows.map(({ position, media_type: mediaType, bytes, question, description }) => ({
    name: fileNameOf(reference, position, mediaType),
    mediaType,
    bytes,
    question,
    description,
  }));
  if (directory === undefined) return files;
  try {
    await mkdir(directory, { recursive: true });
    for (const [at, row] of rows.entries()) {
      const { name, bytes } = files[at]!;
      const content = contentOf(reader, objects, row, { from: 0, to: bytes });
      await writeFile(join(directory, name), content, { mode: 0o600 });
    }
  } catch (error) {
    throw error instanceof Error && 'syscall' in error
      ? new CommandError(`${directory}: ${error.message}`)
      : error;
  }
  return files;
}
