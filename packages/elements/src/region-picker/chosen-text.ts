import type { Place, PlaceLocale } from '@nafida/territory';
import { ancestorsOf, nameOf } from '@nafida/territory/look-up.js';
import type { RegionPickerMessages } from './messages.js';
import type { Scope } from './scope.js';

/**
 * A choice as the field shows it. Sixty communes bear the name of their province and thirty-two share theirs with
 * another: the level is said where several may be chosen, and the parent of a commune unless it goes without saying.
 */
export function chosenText(
  place: Place,
  scope: Scope,
  locale: PlaceLocale,
  messages: RegionPickerMessages,
): string {
  const name = nameOf(place, locale).text;
  const kind = scope.levels.length > 1 ? messages.kinds[place.kind] : undefined;
  const [parent] = ancestorsOf(place);
  if (!parent || place.level === 'province' || parent === scope.within) {
    return messages.chosen(name, kind);
  }
  const parentName = nameOf(parent, locale).text;
  return messages.chosen(name, kind, parentName === name ? undefined : parentName);
}
