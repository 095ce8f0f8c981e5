import * as z from 'zod/mini';
import { staffText } from './editorial.js';

const change = z.nullish(staffText);

/** Changes to a text: languages that are left out stay as they are, null takes one away. */
export const textChanges = z.strictObject({ ar: change, fr: change, zgh: change, en: change });

/**
 * The stored value after `changes`: named members are replaced, objects member by member and lists whole; null removes
 * a member, and the rest stays. If nothing is left, the result is null. Except for this, it is JSON Merge Patch (RFC
 * 7396).
 */
export function merged(stored: unknown, changes: unknown): unknown {
  if (!isObject(changes)) return changes;
  const members = new Map(isObject(stored) ? Object.entries(stored) : []);
  for (const [name, change] of Object.entries(changes)) {
    if (change === undefined) continue;
    const member = merged(members.get(name), change);
    if (member === null) members.delete(name);
    else members.set(name, member);
  }
  return members.size > 0 ? Object.fromEntries(members) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
