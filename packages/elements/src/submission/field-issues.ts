import type { FieldIssue } from '@nafida/contract';

/** What is wrong with one field of a form. */
export interface IssueOf<Field extends string> extends Omit<FieldIssue, 'path'> {
  readonly field: Field;
}

/**
 * Issues by path, from here or from the server, as issues of `fields`: at most one each, in the order of the fields.
 * `pathOf` names the path of a field that has another name than it.
 */
export function issuesByField<Field extends string>(
  issues: readonly FieldIssue[],
  fields: readonly Field[],
  pathOf: (field: Field) => string = (field) => field,
): IssueOf<Field>[] {
  return fields.flatMap((field) => {
    const path = pathOf(field);
    const issue = issues.find(
      ({ path: at, code }) =>
        (at === field || at === path || at.startsWith(`${path}.`)) && code !== 'unknown_field',
    );
    if (!issue) return [];
    const { path: _path, ...found } = issue;
    return [{ field, ...found }];
  });
}
