import type { Answers, FieldIssue, Question, TerritoryLevel } from '@nafida/contract';

/** True if the place of code `inner` is that of `outer` or inside it, by their codes alone. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

// The codes of communes and of arrondissements have the same form.
const partsOfLevel: Record<TerritoryLevel, number> = {
  region: 1,
  province: 2,
  commune: 4,
  arrondissement: 4,
};

/** True if `code` is of `level` or narrower, by its form alone. */
export function reaches(code: string, level: TerritoryLevel): boolean {
  return code.split('.').length >= partsOfLevel[level];
}

/** The issues of the places in answers, by the form of their codes alone. */
export function answerPlaceIssues(questions: readonly Question[], answers: Answers): FieldIssue[] {
  return questions.flatMap(({ id, place }): FieldIssue[] => {
    const code = answers[id];
    if (!place || typeof code !== 'string') return [];
    const { level, minLevel, within } = place;
    if (within !== null && !isWithin(code, within)) {
      return [{ path: `answers.${id}`, code: 'territory_outside_site' }];
    }
    const isTooNarrow = level !== 'unknown' && code.split('.').length > partsOfLevel[level];
    const isTooWide = minLevel !== 'unknown' && !reaches(code, minLevel);
    return isTooNarrow || isTooWide ? [{ path: `answers.${id}`, code: 'territory_level' }] : [];
  });
}
