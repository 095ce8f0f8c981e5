import * as z from 'zod/mini';
import { fieldIssueCodes, type FieldIssueCode } from './problem/field-issue-codes.js';
import type { FieldIssue } from './problem/problem-schema.js';

/** The most issues in one answer, so that thousands of wrong fields do not get an answer many times as long. */
const mostIssues = 100;

const known = new Set<string>(fieldIssueCodes);

/** What {@link validate} found: the normalised value, or what is wrong with it. */
export type Validation<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: FieldIssue[] };

/**
 * Checks `value` against `schema`. Issues come in the protocol's own closed vocabulary: zod's wording and
 * language never reach a person. A missing value is `required`, whatever its type was to be.
 */
export function validate<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): Validation<z.output<Schema>> {
  const result = z.safeParse(schema, value, { reportInput: true });
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, issues: result.error.issues.flatMap(fieldIssuesOfOne).slice(0, mostIssues) };
}

function fieldIssuesOfOne(issue: z.core.$ZodIssue): FieldIssue[] {
  const path = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path, key].join('.'),
        code: 'unknown_field',
      }));
    case 'invalid_type':
      return [{ path, code: issue.input === undefined ? 'required' : 'invalid_type' }];
    case 'too_big':
      return [
        {
          path,
          code: issue.origin === 'string' ? 'too_long' : 'too_large',
          maximum: Number(issue.maximum),
        },
      ];
    case 'too_small':
      return [
        {
          path,
          code: issue.origin === 'string' ? 'too_short' : 'too_small',
          minimum: Number(issue.minimum),
        },
      ];
    case 'invalid_value':
      return [{ path, code: issue.input === undefined ? 'required' : 'invalid_choice' }];
    case 'custom':
      return [{ path, ...customIssueOf(issue.params) }];
    default:
      return [{ path, code: 'invalid_format' }];
  }
}

function customIssueOf(params: Record<string, unknown> | undefined): Omit<FieldIssue, 'path'> {
  const { code, minimum, maximum } = params ?? {};
  return {
    code: known.has(String(code)) ? (code as FieldIssueCode) : 'invalid_format',
    ...(typeof minimum === 'number' ? { minimum } : {}),
    ...(typeof maximum === 'number' ? { maximum } : {}),
  };
}
