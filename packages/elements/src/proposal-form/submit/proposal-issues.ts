import type { FieldIssue, Question } from '@nafida/contract';
import type { IssueOf } from '../../submission/field-issues.js';
import { issuesByField } from '../../submission/field-issues.js';
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

/** What is wrong with one field. */
export type ProposalIssue = IssueOf<ProposalField | AnswerField>;

/** What is wrong with a field that every form has. */
export type OwnFieldIssue = IssueOf<ProposalField>;

/** Whether it is a field of every form that is wrong, not the answer to one of the consultation's own questions. */
export function isOwnField(issue: ProposalIssue): issue is OwnFieldIssue {
  return !issue.field.startsWith('answers.');
}

/** Issues by path, from here or from the server, as issues of the fields of a form that asks `questions`. */
export function issuesFrom(
  issues: readonly FieldIssue[],
  questions: readonly Question[] = [],
): ProposalIssue[] {
  const asked = questions.map(({ id }): AnswerField => `answers.${id}`);
  const fields = proposalFields.flatMap((field) => (field === 'name' ? [...asked, field] : field));
  return issuesByField(issues, fields, (field) =>
    ['name', 'email', 'phone'].includes(field) ? `author.${field}` : field,
  );
}
