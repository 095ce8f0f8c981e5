import type {
  Answers,
  FieldIssue,
  Question,
  TerritoryLevel,
  TerritoryReference,
} from '@nafida/contract';
import { childrenOf, isWithin, PLACE_LEVELS, placeOf, type Place } from '@nafida/territory';
import { invalidField } from './problem-error.js';

/** The place that a reference names, undefined if its code is not one of its vintage. */
export function placeOfReference({ code, vintage }: TerritoryReference): Place | undefined {
  const place = placeOf(code);
  const codeThen = vintage === 2024 ? place?.code : (place?.code2014 ?? place?.code);
  return codeThen === code ? place : undefined;
}

/**
 * The place that a citizen named, checked against the consultation: it exists, is inside `territory` and is at least as
 * narrow as `level`. Null if none was named and none is required.
 */
export function requirePlace(
  reference: TerritoryReference | undefined,
  territory: TerritoryReference,
  level: TerritoryLevel | null,
): Place | null {
  const path = 'territory';
  if (!reference) {
    if (level !== null) throw invalidField(path, 'required');
    return null;
  }
  const place = placeOfReference(reference);
  if (!place) throw invalidField(path, 'unknown_territory');
  if (!isWithin(place.code, territory.code)) throw invalidField(path, 'territory_outside_site');
  const isWider = level !== null && PLACE_LEVELS.indexOf(place.level) < PLACE_LEVELS.indexOf(level);
  if (isWider) throw invalidField(path, 'territory_level');
  return place;
}

/** The issues of the places in `answers`, which are otherwise valid. */
export function answerPlaceIssues(questions: readonly Question[], answers: Answers): FieldIssue[] {
  return questions.flatMap(({ id, place: asked }): FieldIssue[] => {
    const code = answers[id];
    if (!asked || typeof code !== 'string') return [];
    const issue = (code: FieldIssue['code']) => [{ path: `answers.${id}`, code }];
    const place = placeOfReference({ code, vintage: 2024 });
    if (!place) return issue('unknown_territory');
    const { level, minLevel, within } = asked;
    if (within !== null && !isWithin(code, within)) return issue('territory_outside_site');
    const depth = PLACE_LEVELS.indexOf(place.level);
    const isWithinLevels =
      depth >= PLACE_LEVELS.indexOf(minLevel as TerritoryLevel) &&
      depth <= PLACE_LEVELS.indexOf(level as TerritoryLevel);
    return isWithinLevels ? [] : issue('territory_level');
  });
}

/** Questions that ask for places in a territory which does not exist: nobody could answer them. */
export function questionPlaceIssues(
  questions: readonly { readonly place?: { readonly within: string | null } | undefined }[],
  path: string,
): FieldIssue[] {
  return questions.flatMap(({ place }, index) => {
    const within = place?.within ?? null;
    return within === null || placeOfReference({ code: within, vintage: 2024 })
      ? []
      : [{ path: `${path}.${index}.place.within`, code: 'unknown_territory' as const }];
  });
}

/** Codes (2024) of the place of a filter and of all places inside it. */
export function codesWithin(code: string): string[] {
  const place = placeOf(code);
  if (!place) throw invalidField('territory', 'unknown_territory');
  return [place.code, ...descendantsOf(place)];
}

function descendantsOf(place: Place): string[] {
  return childrenOf(place.code).flatMap((child) => [child.code, ...descendantsOf(child)]);
}
