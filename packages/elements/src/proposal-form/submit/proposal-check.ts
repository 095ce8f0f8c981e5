import type { Consultation, FieldIssue, ProposalInput } from '@nafida/contract';
import { checkAnswers, proposalInputSchema, validate } from '@nafida/contract';
import { characterCount } from '../content/character-count.js';
import type { ProposalIssue } from './proposal-issues.js';
import { issuesFrom } from './proposal-issues.js';

export { answersOf, typedAnswersOf } from '../../submission/questions/typed-answers.js';

// Loaded when somebody begins to write: the schemas weigh more than the form.

/**
 * What keeps `input` from being sent, at most one issue a field, in the order of the form. `files` are those that will go
 * with it, `others` issues that are known already.
 */
export function issuesOf(
  input: ProposalInput,
  consultation: Consultation,
  {
    files = [],
    others = [],
  }: {
    readonly files?: readonly { readonly question?: string | undefined }[];
    readonly others?: readonly FieldIssue[];
  } = {},
): ProposalIssue[] {
  const { policy, questions } = consultation;
  const result = validate(proposalInputSchema, input);
  const answers = checkAnswers(questions, input.answers, files);
  const issues = result.ok ? [] : result.issues;
  const isMissing = policy.territoryLevel !== null && input.territory === undefined;
  const issuesOfAll: FieldIssue[] = [
    // First, because the schema knows the general lengths only and would name those.
    ...lengthIssue('title', input.title, policy.title),
    ...lengthIssue('body', input.body, policy.body),
    ...issues.map(asChoice),
    ...(isMissing ? [{ path: 'territory', code: 'required' as const }] : []),
    ...(answers.ok ? [] : answers.issues),
    ...others,
  ];
  return issuesFrom(issuesOfAll, questions);
}

// An axis that was not chosen is an empty text to the schema.
function asChoice(issue: FieldIssue): FieldIssue {
  return issue.path === 'axis' ? { path: 'axis', code: 'required' } : issue;
}

function lengthIssue(
  path: 'title' | 'body',
  text: string,
  { min, max }: { min: number; max: number },
): FieldIssue[] {
  const length = characterCount(text);
  if (length === 0) return [];
  if (length < min) return [{ path, code: 'too_short', minimum: min }];
  return length > max ? [{ path, code: 'too_long', maximum: max }] : [];
}
