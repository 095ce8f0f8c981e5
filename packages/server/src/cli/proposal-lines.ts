import type { Consultation, ReceiptKeys, Submission } from '@nafida/contract';
import type { AuditEntry } from '@nafida/contract/staff.js';
import { join } from 'node:path';
import type { ProposalFile } from '../administration/attachment-commands.js';
import { listLength } from '../administration/proposal-commands.js';
import { inFrench } from './lists.js';
import { nameOfTerritory } from './territories.js';

/**
 * A queue for the terminal: reference, date, state, subject and place, title, text, and the last question. Axes have
 * their names from `consultations`.
 */
export function proposalLines(
  proposals: readonly Submission[],
  consultations: readonly Consultation[],
): string {
  if (proposals.length === 0) return 'Nothing here.';
  const more =
    proposals.length === listLength ? '\n\nThere may be more: these are the oldest.' : '';
  const titles = new Map(
    consultations.flatMap(({ id, axes }) =>
      axes.map((axis) => [`${id} ${axis.id}`, inFrench(axis.title)] as const),
    ),
  );
  const lines = proposals.map((proposal) => {
    const { consultation, axis } = proposal;
    return linesOf(proposal, titles.get(`${consultation} ${axis}`) ?? axis);
  });
  return lines.join('\n\n') + more;
}

function linesOf(proposal: Submission, axis: string): string {
  const { reference, receivedAt, moderation, territory, title, body, author } = proposal;
  const { group, questions, mergedInto, attachments, answerFiles } = proposal;
  const when = receivedAt.slice(0, 16).replace('T', ' ');
  const place = territory ? `  ${nameOfTerritory(territory)}` : '';
  const like = group === reference ? '' : `  nearly the same as ${group}`;
  const into = mergedInto === null ? '' : ` into ${mergedInto}`;
  const question = questions.at(-1);
  return [
    `${reference}  ${when}  ${moderation}${into}  ${axis}${place}${like}`,
    `  ${oneLine(title.text)}`,
    `  ${oneLine(body.text)}`,
    ...(attachments.length > 0 ? [`  + ${attachments.length} files`] : []),
    ...(answerFiles.length > 0 ? [`  + ${answerFiles.length} files that answer questions`] : []),
    ...(author?.name ? [`  — ${oneLine(author.name)}`] : []),
    ...(question ? [`  ? ${oneLine(question.text)}`] : []),
    ...(question?.reply ? [`  > ${oneLine(question.reply.text)}`] : []),
  ].join('\n');
}

/** Files of a proposal, one per line; saved files with their path. */
export function fileLines(files: readonly ProposalFile[], directory: string | undefined): string {
  const lines = files.map(({ name, mediaType, bytes, question, description }) =>
    [
      directory === undefined ? name : join(directory, name),
      mediaType,
      `${bytes} bytes`,
      ...(question === null ? [] : [`answers "${question}"`]),
      ...(description === null ? [] : [oneLine(description)]),
    ].join('  '),
  );
  return lines.join('\n') || 'No files came with it.';
}

/** The record, one entry a line. */
export function auditLines(entries: readonly AuditEntry[]): string {
  const lines = entries.map(({ at, by, action, proposal, detail }) =>
    [at, proposal, action, detail ?? '', `by ${by ?? 'the author'}`].filter(Boolean).join('  '),
  );
  return lines.join('\n') || 'Nothing was done yet.';
}

/** Public keys, one a line. */
export function keyLines(keys: ReceiptKeys['keys']): string {
  const lines = keys.map(({ id, publicKey, since, until }) =>
    [id, publicKey, since, until === null ? 'in force' : `until ${until}`].join('  '),
  );
  return lines.join('\n') || 'No receipt was signed yet.';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
