import type {
  Consultation,
  FieldIssue,
  FieldIssueCode,
  Locale,
  ProposalInput,
} from '@nafida/contract';
import { graphemeCount, proposalInputSchema, validate } from '@nafida/contract';

/** What the form holds, as typed. */
export interface ProposalContent {
  readonly consultation: string;
  readonly axis: string;
  /** HCP code of 2024; empty when no place is chosen. */
  readonly territory: string;
  readonly title: string;
  readonly body: string;
  readonly name: string;
  readonly nameVisible: boolean;
  readonly email: string;
  readonly consent: boolean;
}

/** A form nobody has typed in. */
export const emptyContent: ProposalContent = {
  consultation: '',
  axis: '',
  territory: '',
  title: '',
  body: '',
  name: '',
  nameVisible: false,
  email: '',
  consent: false,
};

/** Fields that can be wrong, in the order in which they stand. */
export const proposalFields = [
  'consultation',
  'axis',
  'title',
  'body',
  'territory',
  'name',
  'email',
  'consent',
] as const;

/** See {@link proposalFields}. */
export type ProposalField = (typeof proposalFields)[number];

/** What is wrong with one field; `limit` is the length it should have, in characters as people count them. */
export interface FieldFault {
  readonly field: ProposalField;
  readonly code: FieldIssueCode;
  readonly limit: number | null;
}

/** True when somebody wrote or chose something that would be missed. */
export function isWorthKeeping({ title, body, name, email }: ProposalContent): boolean {
  return [title, body, name, email].some((text) => text.trim() !== '');
}

/** What is sent: empty fields are left out, the name's visibility goes with a name only. */
export function inputOf(
  content: ProposalContent,
  { language, privacyHash }: { readonly language: Locale; readonly privacyHash: string },
): ProposalInput {
  const { consultation, axis, territory, title, body, nameVisible, consent } = content;
  const [name, email] = [content.name.trim(), content.email.trim()];
  const author = {
    ...(name && { name, nameVisible }),
    ...(email && { email }),
  };
  return {
    consultation,
    axis,
    ...(territory && { territory: { code: territory, vintage: 2024 as const } }),
    title,
    body,
    language,
    ...((name || email) && { author }),
    consent: { privacyHash: consent ? privacyHash : '' },
  };
}

/** What keeps `input` from being sent, at most one fault a field, in the order of the form. */
export function faultsOf(input: ProposalInput, { policy }: Consultation): FieldFault[] {
  const result = validate(proposalInputSchema, input);
  const issues = result.ok ? [] : result.issues;
  const isMissing = policy.territoryLevel !== null && input.territory === undefined;
  return faultsFrom([
    ...issues.map(asChoice),
    ...(isMissing ? [{ path: 'territory', code: 'required' as const }] : []),
    // The consultation's own lengths, which the general schema does not know.
    ...lengthIssue('title', input.title, policy.title),
    ...lengthIssue('body', input.body, policy.body),
  ]);
}

// A choice that was not made is an empty text to the schema.
function asChoice(issue: FieldIssue): FieldIssue {
  const isChoice = issue.path === 'axis' || issue.path === 'consultation';
  return isChoice ? { path: issue.path, code: 'required' } : issue;
}

function lengthIssue(
  path: 'title' | 'body',
  typed: string,
  { min, max }: { min: number; max: number },
): FieldIssue[] {
  const text = typed.trim();
  const length = graphemeCount(text);
  if (text === '') return [];
  if (length < min) return [{ path, code: 'too_short', minimum: min }];
  return length > max ? [{ path, code: 'too_long', maximum: max }] : [];
}

const fieldOfPath: Readonly<Record<string, ProposalField>> = {
  consultation: 'consultation',
  axis: 'axis',
  title: 'title',
  body: 'body',
  territory: 'territory',
  'author.name': 'name',
  'author.email': 'email',
  consent: 'consent',
};

/** Issues by path, from here or from the server, as faults of the form's fields. */
export function faultsFrom(issues: readonly FieldIssue[]): FieldFault[] {
  const byField = new Map<ProposalField, FieldFault>();
  for (const { path, code, minimum, maximum } of issues) {
    const field = fieldOfPath[path] ?? fieldOfPath[path.split('.')[0]!];
    if (!field || byField.has(field)) continue;
    byField.set(field, { field, code, limit: minimum ?? maximum ?? null });
  }
  return proposalFields.flatMap((field) => byField.get(field) ?? []);
}
