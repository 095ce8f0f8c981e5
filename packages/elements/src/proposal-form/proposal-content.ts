import type {
  Answers,
  Consultation,
  FieldIssue,
  FieldIssueCode,
  Locale,
  ProposalInput,
  Question,
} from '@nafida/contract';
import { proposalLimits } from '@nafida/contract/limits.js';
import type { AnswerField, TypedAnswers } from '../submission/questions/typed-answers.js';

/** What the form holds, as typed. */
export interface ProposalContent {
  readonly consultation: string;
  readonly axis: string;
  /** HCP code of 2024; empty when no place is chosen. */
  readonly territory: string;
  readonly title: string;
  readonly body: string;
  /** Id of the session that it comes from; empty for none. Not typed: the page says it. */
  readonly session: string;
  /** Language of the page when title or text was last typed in; empty before. */
  readonly language: Locale | '';
  /** To the consultation's own questions. */
  readonly answers: TypedAnswers;
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
  session: '',
  language: '',
  answers: new Map(),
  name: '',
  nameVisible: false,
  email: '',
  consent: false,
};

/** Fields of every form that can be wrong, in the order in which they stand; the consultation's questions come after the place. */
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

/** Most characters that title or text may have: the consultation's limit where it is the stricter one. */
export function longest(field: 'title' | 'body', { policy }: Consultation): number {
  return Math.min(policy[field].max, proposalLimits[field].max);
}

/** True when somebody wrote something that would be missed. */
export function isWorthKeeping({ title, body, name, email, answers }: ProposalContent): boolean {
  return answers.size > 0 || [title, body, name, email].some((text) => text.trim() !== '');
}

/** What a proposal says beside what was typed. */
export interface ProposalSetting {
  /** Language of the page now. */
  readonly language: Locale;
  /** Hash of the notice that stands in the form; empty when there is none. */
  readonly privacyHash: string;
  readonly consultation: Consultation;
  /** To the consultation's own questions. */
  readonly answers: Answers;
}

/**
 * What is sent: empty fields are left out, the name's visibility goes with a name only. The same typed content
 * gives the same input, also after the page has changed its language.
 */
export function inputOf(
  content: ProposalContent,
  { language, privacyHash, consultation, answers }: ProposalSetting,
): ProposalInput {
  const { axis, territory, title, body, session, nameVisible, consent } = content;
  const [name, email] = [content.name.trim(), content.email.trim()];
  const author = {
    ...(name && { name, nameVisible }),
    ...(email && { email }),
  };
  const asksPlace = consultation.policy.territoryLevel !== null;
  return {
    consultation: consultation.id,
    axis,
    ...(asksPlace && territory && { territory: { code: territory, vintage: 2024 as const } }),
    title: title.trim(),
    body: body.trim(),
    ...(session && { session }),
    ...(Object.keys(answers).length > 0 && { answers }),
    language: content.language || language,
    ...((name || email) && { author }),
    consent: { privacyHash: consent ? privacyHash : '' },
  };
}

/** What stands in a form that sends `input`, answers apart; consent is given anew. */
export function contentOf(input: ProposalInput): ProposalContent {
  const { consultation, axis, territory, title, body, language, author = {} } = input;
  const { session = '' } = input;
  const { name = '', nameVisible = false, email = '' } = author;
  return {
    ...{ consultation, axis, title, body, session, language, name, nameVisible, email },
    territory: territory?.code ?? '',
    answers: new Map(),
    consent: false,
  };
}

const fieldOfPath: ReadonlyMap<string, ProposalField> = new Map([
  ['author.name', 'name'],
  ['author.email', 'email'],
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
