import type { FieldIssue } from '@nafida/contract';
import type * as z from 'zod/mini';
import { formAt } from './forms.js';

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
  too_large: ({ maximum }) =>
    maximum === undefined ? 'lies after the end' : `is more than ${maximum}`,
  invalid_text: () => 'holds control characters',
  invalid_name: () => 'is no name: it may hold letters, spaces, hyphens, apostrophes and points',
  invalid_format: () => 'is not written as it should be',
  invalid_type: () => 'is of the wrong type',
  invalid_choice: () => 'is not one of the possible values',
  unknown_field: () => 'is not known here',
  contact_required: () => 'or a telephone number is needed',
  unknown_territory: () =>
    'names no place in Morocco: "nafida-server territory search NAME" finds its code',
  territory_outside_site: () => 'lies outside the site',
  territory_level: () => 'is not a place of a level that is asked for',
  consent_required: () => 'is missing',
};

/** What was checked: what it must be, and what it was. */
export interface Checked {
  readonly schema: z.ZodMiniType;
  readonly value: unknown;
}

/** Faults that say by themselves what is wanted, whatever the schema knows. */
const areSaid: ReadonlySet<FieldIssue['code']> = new Set([
  'contact_required',
  'invalid_name',
  'invalid_text',
  'territory_level',
  'territory_outside_site',
  'unknown_territory',
]);

/**
 * One line for each fault: which field, what is wrong, and, where `checked` tells, what stands there and what may:
 * `status is not one of the possible values: "done". It must be one of evaluating, accepted.`
 */
export function issueLines(issues: readonly FieldIssue[], checked?: Checked): string[] {
  return issues.map((issue) => {
    const fault = `${issue.path || 'the value'} ${sentences[issue.code](issue)}`;
    const form = checked && !areSaid.has(issue.code) && formAt(checked.schema, issue.path);
    if (!form) return fault;
    if (issue.code === 'unknown_field') return `${fault}. What holds it must be ${form}.`;
    return `${fault}${given(checked.value, issue.path)}. It must be ${form}.`;
  });
}

/** What stands at the path, where it is short enough to be read. */
function given(value: unknown, path: string): string {
  let inner = value;
  for (const step of path === '' ? [] : path.split('.')) {
    inner = (inner as Record<string, unknown> | null | undefined)?.[step];
  }
  const isSimple = typeof inner === 'number' || typeof inner === 'boolean';
  if (!isSimple && (typeof inner !== 'string' || inner.length > 60)) return '';
  return `: ${JSON.stringify(inner)}`;
}
