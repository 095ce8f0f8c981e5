import type { Page, Validation } from '@nafida/contract';
import type { Check } from './checked-operation.js';

/**
 * Checks an answer, without the entries of its list that cannot be read, which it counts as `unreadable`: one entry of a
 * later version must not take the whole list away.
 */
export function withoutUnreadable(
  check: Check,
  value: unknown,
  unreadable = 0,
): Validation<unknown> {
  const result = check(value);
  if (result.ok) {
    return unreadable ? { ok: true, value: { ...(result.value as object), unreadable } } : result;
  }
  const places = new Set(result.issues.map(({ path }) => /^items\.(\d+)/.exec(path)?.[1]));
  if (places.has(undefined)) return result;
  const page = value as Page<unknown>;
  const items = page.items.filter((_entry, at) => !places.has(`${at}`));
  // Checks name a hundred issues at most: there may be more in what is left.
  return withoutUnreadable(check, { ...page, items }, unreadable + places.size);
}
