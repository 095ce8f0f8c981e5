import type { FieldIssue } from '@nafida/contract';

/** A command that cannot be carried out, in a sentence for the person at the command line. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}

const sentences: Record<FieldIssue['code'], (issue: FieldIssue) => string> = {
  required: () => 'is missing',
  too_short: ({ minimum }) => `is shorter than ${minimum} characters`,
  too_long: ({ maximum }) => `is longer than ${maximum} characters`,
  too_small: ({ minimum }) =>
    minimum === undefined ? 'lies before the beginning' : `is less than ${minimum}`,
  too_large: ({ maximum }) => `is more than ${maximum}`,
  invalid_text: () => 'holds control characters',
  invalid_format: () => 'is not written as it should be',
  invalid_type: () => 'is of the wrong type',
  invalid_choice: () => 'is not one of the possible values',
  unknown_field: () => 'is not known here',
  contact_required: () => 'or a telephone number is needed',
  unknown_territory: () => 'names no place in Morocco',
  territory_outside_site: () => 'lies outside the site',
  territory_level: () => 'is not a place of a level that is asked for',
  consent_required: () => 'is missing',
};

/** `site.territory: names no place in Morocco`, one line for each fault. */
export function issueLines(issues: readonly FieldIssue[]): string[] {
  return issues.map((issue) => `${issue.path || 'the value'} ${sentences[issue.code](issue)}`);
}
