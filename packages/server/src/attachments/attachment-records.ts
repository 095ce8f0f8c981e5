import { attachmentPath, type AnswerFile, type ProposalAttachment } from '@nafida/contract';
import type { Selectable } from 'kysely';
import type { DatabaseReader, DatabaseTransaction } from '../database/database.js';
import type { AttachmentTable } from '../database/tables.js';
import type { Keyring } from '../keyring.js';
import { record } from '../operations/audit.js';
import type { CheckedBodyOf } from '../operations/operation.js';
import { invalidInput } from '../operations/problem-error.js';

/** A file as it is stored, without its bytes. */
export type AttachmentRow = Selectable<AttachmentTable>;

/** The file that a token opens, or undefined. */
export async function findByToken(
  reader: DatabaseReader,
  keyring: Keyring,
  site: string,
  token: string,
): Promise<AttachmentRow | undefined> {
  const hash = keyring.lookupHash('attachment', site, token);
  if (hash === null) return undefined;
  return reader
    .selectFrom('attachment')
    .selectAll()
    .where('site', '=', site)
    .where('token_hash', '=', hash)
    .executeTakeFirst();
}

/**
 * Makes files part of a proposal that is just being stored. Throws `invalid_input` for a token that opens no file, one
 * that is not ready, or that another proposal has taken.
 */
export async function takeAttachments(
  transaction: DatabaseTransaction,
  keyring: Keyring,
  { site, reference, consultation }: { site: string; reference: string; consultation: string },
  taken: NonNullable<CheckedBodyOf<'createProposal'>['attachments']>,
): Promise<void> {
  for (const [position, { token, question = null, description }] of taken.entries()) {
    const hash = keyring.lookupHash('attachment', site, token);
    const { numUpdatedRows } = await transaction
      .updateTable('attachment')
      .set({ proposal: reference, position, description: description ?? null, sender: null })
      .where('site', '=', site)
      .where('token_hash', '=', hash ?? '')
      .where('consultation', '=', consultation)
      .where('question', question === null ? 'is' : '=', question)
      .where('state', '=', 'ready')
      .where('proposal', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      throw invalidInput({ path: `attachments.${position}.token`, code: 'invalid_choice' });
    }
  }
  if (taken.length === 0) return;
  const detail = String(taken.length);
  await record(transaction, { site, reference }, { by: null, action: 'files_added', detail });
}

/** The files that go with some proposals, by their references, in the order they were named. */
export async function attachmentsOf(
  reader: DatabaseReader,
  site: string,
  proposals: readonly { reference: string; language: string }[],
): Promise<ReadonlyMap<string, ProposalAttachment[]>> {
  return filesOf(reader, site, proposals, (row, language) =>
    row.question === null ? shown(row, language) : undefined,
  );
}

/** The files that answer questions, the same way. They are for staff and for the author alone. */
export async function answerFilesOf(
  reader: DatabaseReader,
  site: string,
  proposals: readonly { reference: string; language: string }[],
): Promise<ReadonlyMap<string, AnswerFile[]>> {
  return filesOf(reader, site, proposals, (row, language) =>
    row.question === null ? undefined : { question: row.question, ...shown(row, language) },
  );
}

async function filesOf<File>(
  reader: DatabaseReader,
  site: string,
  proposals: readonly { reference: string; language: string }[],
  fileIn: (row: AttachmentRow, language: string) => File | undefined,
): Promise<ReadonlyMap<string, File[]>> {
  const files = new Map<string, File[]>();
  if (proposals.length === 0) return files;
  const languages = new Map(proposals.map(({ reference, language }) => [reference, language]));
  let select = reader
    .selectFrom('attachment')
    .selectAll()
    .where('site', '=', site)
    .where('proposal', 'is not', null)
    .orderBy('proposal')
    .orderBy('position');
  // Longer lists of references cost more than the few files that there are.
  if (languages.size <= 500) select = select.where('proposal', 'in', [...languages.keys()]);
  for (const row of await select.execute()) {
    const language = languages.get(row.proposal ?? '');
    if (row.proposal === null || language === undefined) continue;
    const file = fileIn(row, language);
    if (file) files.set(row.proposal, [...(files.get(row.proposal) ?? []), file]);
  }
  return files;
}

function shown(row: AttachmentRow, language: string): ProposalAttachment {
  return {
    id: row.attachment,
    path: attachmentPath(row.site, row.attachment),
    mediaType: row.media_type,
    bytes: row.bytes,
    description: row.description === null ? null : { text: row.description, language },
  };
}

/** Removes the files of a proposal that nobody shall see any more; `by` is for the record. */
export async function dropAttachments(
  transaction: DatabaseTransaction,
  site: string,
  reference: string,
  by: string | null,
): Promise<void> {
  const { numDeletedRows: count } = await transaction
    .deleteFrom('attachment')
    .where('site', '=', site)
    .where('proposal', '=', reference)
    .executeTakeFirst();
  if (count === 0n) return;
  const detail = String(count);
  await record(transaction, { site, reference }, { by, action: 'files_removed', detail });
}
