import type { FieldIssue, FieldIssueCode, Question } from '@nafida/contract';
import type { AnswerField } from '../../submission/questions/typed-answers.js';

/** Fields of every form that can be wrong, in the order in which they stand; the consultation's questions come after the place. */
export const proposalFields = [
  'consultation',
  'axis',
  'title',
  'body',
  'territory',
  'name',
  'email',
  'phone',
  'consent',
] as const;

/** See {@link proposalFields}. */
export type ProposalField = (typeof proposalFields)[number];

/** What is wrong with one field; `limit` is the length it should have, in characters as people count them. */
export interface FieldFault {
  readonly field: ProposalField | AnswerField;
  readonly code: FieldIssueCode;
  readonly limit: number | null;
}

/** What is wrong with a field that every form has. */
export interface OwnFieldFault extends FieldFault {
  readonly field: ProposalField;
}

/** Whether it is a field of every form that is wrong, not the answer to one of the consultation's own questions. */
export function isOwnField(fault: FieldFault): fault is OwnFieldFault {
  return !fault.field.startsWith('answers.');
}

const fieldOfPath: ReadonlyMap<string, ProposalField> = new Map([
  ['author.name', 'name'],
  ['author.email', 'email'],
  ['author.phone', 'phone'],
  ...proposalFields.map((field) => [field, field] as const),
]);

/** Issues by path, from here or from the server, as faults of the fields of a form that asks `questions`. */
export function faultsFrom(
  issues: readonly FieldIssue[],
  questions: readonly Question[] = [],
): FieldFault[] {
  const asked = questions.map(({ id }): AnswerField => `answers.${id}`);
  const byField = new Map<FieldFault['field'], FieldFault>();
  for (const { path, code, minimum, maximum } of issues) {
    const field =
      asked.find((each) => each === path && code !== 'unknown_field') ??
      fieldOfPath.get(path) ??
      fieldOfPath.get(path.split('.')[0]!);
    if (!field || byField.has(field)) continue;
    byField.set(field, { field, code, limit: minimum ?? maximum ?? null });
  }
  return proposalFields
    .flatMap((field) => (field === 'name' ? [...asked, field] : [field]))
    .flatMap((field) => byField.get(field) ?? []);
}
