import type { FieldIssue, FieldIssueCode, Locale, RegistrationInput } from '@nafida/contract';
import { registrationInputSchema, validate } from '@nafida/contract';

/** What the form holds, as typed. */
export interface RegistrationContent {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly consent: boolean;
}

/** Fields of the form, in the order in which they stand. */
export const registrationFields = ['name', 'email', 'phone', 'consent'] as const;

/** See {@link registrationFields}. */
export type RegistrationField = (typeof registrationFields)[number];

/** What is wrong with one field. */
export interface FieldFault {
  readonly field: RegistrationField;
  readonly code: FieldIssueCode;
}

/** A form nobody has typed in. */
export const emptyContent: RegistrationContent = { name: '', email: '', phone: '', consent: false };

/** What is sent: empty fields are left out, and figures from an Arabic keyboard are written as the others. */
export function inputOf(
  { name, email, phone, consent }: RegistrationContent,
  { language, privacyHash }: { readonly language: Locale; readonly privacyHash: string },
): RegistrationInput {
  const [address, number] = [email.trim(), latinDigits(phone).trim()];
  return {
    name,
    ...(address && { email: address }),
    ...(number && { phone: number }),
    language,
    consent: { privacyHash: consent ? privacyHash : '' },
  };
}

/** What keeps `input` from being sent, at most one fault a field, in the order of the form. */
export function faultsOf(input: RegistrationInput): FieldFault[] {
  const result = validate(registrationInputSchema, input);
  const issues = result.ok ? [] : result.issues;
  const { email, phone } = input;
  const hasContact = email !== undefined || phone !== undefined;
  // The schema looks at what two fields make together only once each of them is right by itself.
  const contactIssue: FieldIssue[] = hasContact
    ? []
    : [{ path: 'email', code: 'contact_required' }];
  return faultsFrom([...issues, ...contactIssue]);
}

/** Issues by path, from here or from the server, as faults of the form's fields. */
export function faultsFrom(issues: readonly FieldIssue[]): FieldFault[] {
  return registrationFields.flatMap((field) => {
    const issue = issues.find(({ path }) => path.split('.')[0] === field);
    return issue ? [{ field, code: issue.code }] : [];
  });
}

function latinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
