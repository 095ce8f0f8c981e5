import type {
  FieldIssue,
  Locale,
  Question,
  RegistrationInput,
  RegistrationNeed,
} from '@nafida/contract';
import {
  checkAnswers,
  registrationInputSchema,
  typedEmail,
  typedPhone,
  validate,
} from '@nafida/contract';
import type { IssueOf } from '../../submission/field-issues.js';
import { issuesByField } from '../../submission/field-issues.js';
import type { AnswerField, TypedAnswers } from '../../submission/questions/typed-answers.js';
import { answersOf } from '../../submission/questions/typed-answers.js';

/** What the form holds, as typed. */
export interface RegistrationContent {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** How many seats are asked for. */
  readonly places: number;
  readonly answers: TypedAnswers;
  readonly needs: readonly RegistrationNeed[];
  readonly needsDetails: string;
  readonly consent: boolean;
}

/** Fields of the form, in the order in which they stand; the session's questions come before the needs. */
export const registrationFields = [
  'name',
  'email',
  'phone',
  'places',
  'needs',
  'needsDetails',
  'consent',
] as const;

/** See {@link registrationFields}. */
export type RegistrationField = (typeof registrationFields)[number];

/** What is wrong with one field. */
export type RegistrationIssue = IssueOf<RegistrationField | AnswerField>;

/** What a form is sent with beside what was typed. */
export interface SendingContext {
  readonly language: Locale;
  readonly privacyHash: string;
  readonly questions: readonly Question[];
}

/** A form nobody has typed in. */
export const emptyContent: RegistrationContent = {
  name: '',
  email: '',
  phone: '',
  places: 1,
  answers: new Map(),
  needs: [],
  needsDetails: '',
  consent: false,
};

/** What is sent: empty fields are left out, address and number are in one spelling. */
export function inputOf(
  content: RegistrationContent,
  { language, privacyHash, questions }: SendingContext,
): RegistrationInput {
  const { name, email, phone, places, answers: typed, needs, consent } = content;
  const details = content.needsDetails.trim();
  const [address, number] = [typedEmail(email), typedPhone(phone)];
  const answers = answersOf(questions, typed);
  return {
    name,
    ...(address && { email: address }),
    ...(number && { phone: number }),
    ...(places > 1 && { places }),
    ...(Object.keys(answers).length > 0 && { answers }),
    ...(needs.length > 0 && { needs: [...needs] }),
    ...(needs.length > 0 && details && { needsDetails: details }),
    language,
    consent: { privacyHash: consent ? privacyHash : '' },
  };
}

/**
 * What keeps `input` from being sent, at most one issue a field, in the order of the form. `others` are issues that are
 * known already.
 */
export function issuesOf(
  input: RegistrationInput,
  questions: readonly Question[],
  others: readonly FieldIssue[] = [],
): RegistrationIssue[] {
  const issues = [
    validate(registrationInputSchema, input),
    checkAnswers(questions, input.answers),
  ].flatMap((result) => (result.ok ? [] : result.issues));
  const { email, phone } = input;
  const hasContact = email !== undefined || phone !== undefined;
  // The schema looks at what two fields make together only once each of them is right by itself.
  const contactIssue: FieldIssue[] = hasContact
    ? []
    : [{ path: 'email', code: 'contact_required' }];
  return issuesFrom([...issues, ...contactIssue, ...others], questions);
}

/** Issues by path, from here or from the server, as issues of the fields of a form that asks `questions`. */
export function issuesFrom(
  issues: readonly FieldIssue[],
  questions: readonly Question[],
): RegistrationIssue[] {
  const asked = questions.map(({ id }) => answerField(id));
  const fields = registrationFields.flatMap((field) =>
    field === 'needs' ? [...asked, field] : [field],
  );
  return issuesByField(issues, fields);
}

/** The field of the question with this id. */
export function answerField(id: string): AnswerField {
  return `answers.${id}`;
}
