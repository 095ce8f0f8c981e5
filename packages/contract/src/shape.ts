import type { Authentication } from './operations/operation.js';
import type { FieldIssueCode } from './problem/field-issue-codes.js';
import type { FieldIssue } from './problem/problem-schema.js';
import type { Validation } from './validation.js';

/**
 * A schema as plain data. Pages that read check every answer and never send a body. For them, the zod schemas are
 * written out into shapes (`reads/`), because zod is larger than all the rest of the client, and {@link fitShape} is
 * enough.
 *
 * A regular expression means a text that matches it; an object means an object with these keys; other keys are dropped.
 */
export type Shape =
  | 'any'
  | 'string'
  | 'number'
  | 'int'
  | 'boolean'
  | RegExp
  | { readonly [key: string]: Shape }
  | readonly ['optional' | 'nullable' | 'array', Shape]
  /** An object that refuses unknown keys, keeps them, or keeps them and needs one text at least. */
  | readonly ['strict' | 'loose' | 'some', { readonly [key: string]: Shape }]
  /** One of these words, with the code of the issue when it is none of them. */
  | readonly ['of', readonly unknown[], FieldIssueCode]
  /** One of these words (parted by spaces), or else the last given. */
  | readonly ['open', string, string]
  /** A text of a length, in UTF-16 units; a whole number in a range, also written as text. */
  | readonly ['length' | 'count', number, number];

/** One operation that only reads, as a page needs it. */
export interface Read {
  readonly path: `/v1/sites/{site}${string}`;
  readonly authentication: Exclude<Authentication, 'staff_token'>;
  readonly query: Shape;
  readonly response: Shape;
}

/** Checks `value` as `validate` does with the schema that `shape` was written from: same values, same issues. */
export function fitShape(shape: Shape, value: unknown): Validation<unknown> {
  const issues: FieldIssue[] = [];
  const fitted = fit(shape, value, '', issues);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: fitted };
}

function fit(shape: Shape, value: unknown, path: string, issues: FieldIssue[]): unknown {
  const wrong = (code: FieldIssueCode, bounds?: Pick<FieldIssue, 'minimum' | 'maximum'>) => {
    issues.push({ path, code, ...bounds });
  };
  const wrongType = () => wrong(value === undefined ? 'required' : 'invalid_type');

  if (shape instanceof RegExp) {
    if (typeof value !== 'string') wrongType();
    else if (!shape.test(value)) wrong('invalid_format');
    return value;
  }
  if (typeof shape === 'string') {
    const isRight = shape === 'int' ? Number.isSafeInteger(value) : typeof value === shape;
    if (shape !== 'any' && (!isRight || Number.isNaN(value))) wrongType();
    return value;
  }
  if (!isList(shape)) return fitObject(shape, '', value, path, issues);

  const [kind, inner, last] = shape;
  switch (kind) {
    case 'optional':
      return value === undefined ? value : fit(inner, value, path, issues);
    case 'nullable':
      return value === null ? value : fit(inner, value, path, issues);
    case 'array':
      if (Array.isArray(value)) {
        return value.map((item, index) => fit(inner, item, join(path, String(index)), issues));
      }
      wrongType();
      return value;
    case 'of':
      if (!inner.includes(value)) {
        wrong(value === undefined && last === 'invalid_choice' ? 'required' : last);
      }
      return value;
    case 'open':
      return typeof value === 'string' && inner.split(' ').includes(value) ? value : last;
    case 'length':
      if (typeof value !== 'string') wrongType();
      else if (value.length < inner) wrong('too_short', { minimum: inner });
      else if (value.length > last) wrong('too_long', { maximum: last });
      return value;
    case 'count': {
      const number = Number(value);
      if (!Number.isSafeInteger(number)) wrong('invalid_type');
      else if (number < inner) wrong('too_small', { minimum: inner });
      else if (number > last) wrong('too_large', { maximum: last });
      return number;
    }
    default:
      return fitObject(inner, kind, value, path, issues);
  }
}

function fitObject(
  shape: { readonly [key: string]: Shape },
  manner: '' | 'strict' | 'loose' | 'some',
  value: unknown,
  path: string,
  issues: FieldIssue[],
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    issues.push({ path, code: value === undefined ? 'required' : 'invalid_type' });
    return value;
  }
  const given = value as Record<string, unknown>;
  const before = issues.length;
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(shape)) {
    const fitted = fit(shape[key]!, given[key], join(path, key), issues);
    if (fitted !== undefined) kept[key] = fitted;
  }
  for (const key of manner === '' ? [] : Object.keys(given)) {
    if (Object.hasOwn(shape, key)) continue;
    if (manner !== 'strict') kept[key] = given[key];
    else issues.push({ path: join(path, key), code: 'unknown_field' });
  }
  const isEmpty =
    manner === 'some' && !Object.values(kept).some((text) => text && typeof text === 'string');
  if (isEmpty && issues.length === before) issues.push({ path, code: 'required' });
  return kept;
}

// `Array.isArray` does not tell read-only tuples apart for the compiler.
function isList(shape: Shape): shape is Extract<Shape, readonly unknown[]> {
  return Array.isArray(shape);
}

function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
