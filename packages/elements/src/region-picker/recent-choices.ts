import type { Place } from '@nafida/territory';

/** Kept only in the memory of this page: where a person lives is private. */
const recent: Place[] = [];

const limit = 3;

/** Places chosen on this page, latest first, at most three. */
export function recentChoices(): readonly Place[] {
  return recent;
}

/** Puts `place` first among the recent choices. */
export function rememberChoice(place: Place): void {
  const known = recent.indexOf(place);
  if (known >= 0) recent.splice(known, 1);
  recent.unshift(place);
  recent.length = Math.min(recent.length, limit);
}
