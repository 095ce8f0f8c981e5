import type { AuthorQuestion } from '@nafida/contract';
import type { Selectable } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import type { AuthorQuestionTable } from '../database/tables.js';

/** The questions about some proposals, by their references, in the order in which they were asked. */
export async function questionsAbout(
  reader: DatabaseReader,
  site: string,
  references: readonly string[],
): Promise<ReadonlyMap<string, AuthorQuestion[]>> {
  const questions = new Map<string, AuthorQuestion[]>();
  if (references.length === 0) return questions;
  const rows = await reader
    .selectFrom('author_question')
    .selectAll()
    .where('site', '=', site)
    .where('proposal', 'in', references)
    .orderBy('asked_at')
    .orderBy('question')
    .execute();
  for (const row of rows) {
    questions.set(row.proposal, [...(questions.get(row.proposal) ?? []), questionOf(row)]);
  }
  return questions;
}

function questionOf(row: Selectable<AuthorQuestionTable>): AuthorQuestion {
  const language = row.language;
  return {
    id: row.question,
    text: row.words,
    language,
    askedAt: row.asked_at.toISOString(),
    reply:
      row.reply === null ? null : { text: row.reply, language: row.reply_language ?? language },
    repliedAt: row.replied_at?.toISOString() ?? null,
  };
}
