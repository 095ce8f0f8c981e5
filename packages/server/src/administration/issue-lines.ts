import type { FieldIssue } from '@nafida/contract';
import type * as z from 'zod/mini';
import { formAt } from './forms.js';

const sentences: Record<FieldIssue['code'], (issue: FieldIssue) => string> = {
  required: () => 'is missing',
  too_short: ({ minimum }) => `is shorter than ${minimum} characters`,
  too_long: ({ maximum }) => `is longer than ${maximum} characters`,
  too_small: ({ minimum }) =>
    minimum === undefined ? 'lies before the beginning' : `is less than ${minimum}`,
  too_large: ({ maximum }) =>
    maximum === undefined ? 'lies after the end' : `is more than ${maximum}`,
  invalid_text: () => 'holds control characters: it may hold letters, signs and line breaks',
  invalid_name: () =>
    'is no name: it may hold letters, spaces, hyphens, apostrophes and points, for example Aïcha Ben-Ali',
  invalid_format: () => 'is not written as it should be',
  invalid_type: () => 'is of the wrong type',
  invalid_choice: () => 'is not one of the possible values',
  unknown_field: () => 'is not known here',
  contact_required: () =>
    'or a telephone number is needed, for example name@example.ma or 0612345678',
  unknown_territory: () =>
    'names no place in Morocco: "nafida-server territory search NAME" finds its code',
  territory_outside_site: () =>
    'lies outside the territory that is asked for: "nafida-server territory search NAME --within CODE" finds places in it',
  territory_level: () =>
    'is a wider place than is asked for: name the commune, as "nafida-server territory search NAME --level commune" finds it',
  consent_required: () => 'is missing',
};

/** What was checked: what it must be, and what it was. */
export interface Checked {
  readonly schema: z.ZodMiniType;
  readonly value: unknown;
  /** The name of the field at a path in its source, and its value (` "done"`, or nothing). */
  readonly named?: (path: string, given: string) => string;
  /** What is expected at a path, if only the data can tell. */
  readonly wanted?: Readonly<Record<string, string | undefined>>;
}

/** Issues that say by themselves what is wanted, whatever the schema knows. */
const areSaid: ReadonlySet<FieldIssue['code']> = new Set([
  'contact_required',
  'invalid_name',
  'invalid_text',
  'territory_level',
  'territory_outside_site',
  'unknown_territory',
]);

/**
 * One line for each issue: which field, its value, what is wrong, and what is expected: `status "done" is not one of
 * the possible values. It must be one of evaluating, accepted.`
 */
export function issueLines(issues: readonly FieldIssue[], checked: Checked): string[] {
  const { schema, value, named = nameAndValue, wanted = {} } = checked;
  return issues.map((issue) => {
    const { path, code } = issue;
    const line = `${named(path, given(value, path))} ${sentences[code](issue)}.`;
    const form = areSaid.has(code) ? undefined : (wanted[path] ?? formAt(schema, path));
    if (form === undefined) return line;
    const what = code === 'unknown_field' ? 'What holds it' : 'It';
    return `${line} ${what} must be ${form}.`;
  });
}

const nameAndValue = (path: string, given: string) => `${path || 'the value'}${given}`;

/** The value at the path, if it is short enough to read. */
function given(value: unknown, path: string): string {
  let inner = value;
  for (const step of path === '' ? [] : path.split('.')) {
    inner = (inner as Record<string, unknown> | null | undefined)?.[step];
  }
  const isSimple = typeof inner === 'number' || typeof inner === 'boolean';
  if (!isSimple && (typeof inner !== 'string' || inner.length > 60)) return '';
  return ` ${JSON.stringify(inner)}`;
}
