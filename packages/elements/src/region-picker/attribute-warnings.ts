import { communesLoaded, placeOf } from '@nafida/territory/look-up.js';
import { warnOnce } from '../foundation/page/warn-once.js';
import type { CodeIssue } from './scope.js';
import { isCommuneCode, isLevel } from './scope.js';

const codeIssues: Readonly<Record<CodeIssue, string>> = {
  unknown: 'no territory has this code',
  level: 'its level may not be chosen here',
  outside: 'it lies outside the territory of "within"',
};

/** Tells the page's developer about attributes that cannot be meant as they are. */
export function warnAboutAttributes(
  tag: string,
  attributes: { level: string; minLevel: string; within: string; value: string },
  codeIssue: CodeIssue | undefined,
): void {
  const { level, minLevel, within, value } = attributes;
  if (!isLevel(level)) warnOnce(tag, 'level', `"${level}" is not a level; "commune" is used.`);
  if (!isLevel(minLevel)) {
    warnOnce(tag, 'min-level', `"${minLevel}" is not a level; "region" is used.`);
  }
  const isDecided = communesLoaded() || !isCommuneCode(within);
  if (within && isDecided && !placeOf(within)) {
    warnOnce(tag, 'within', `no territory has the code "${within}"; it is not applied.`);
  }
  if (codeIssue) warnOnce(tag, 'value', `"${value}": ${codeIssues[codeIssue]}.`);
}
