import { nameOf } from '@nafida/territory/look-up.js';
import type { PlaceLocale } from '@nafida/territory';
import type { ValidityIssue } from '../foundation/form-control-element.js';
import type { RegionPickerMessages } from './messages.js';
import type { CodeIssue, Scope } from './scope.js';
import { levelsFoundIn } from './scope.js';

/** What the validity of a picker depends on. */
export interface CheckedValue {
  /** Text typed since the last choice; empty when there is none. */
  readonly typed: string;
  readonly value: string;
  /** What keeps the value from being chosen. */
  readonly codeIssue: CodeIssue | undefined;
  readonly isRequired: boolean;
  readonly scope: Scope;
  readonly locale: PlaceLocale;
  /** Undefined before the first texts have arrived: then nothing can be said, but nothing passes for valid. */
  readonly messages: RegionPickerMessages | undefined;
}

/** What is wrong with the value of a picker, and the sentence to show. */
export function valueIssue(picker: CheckedValue): ValidityIssue | undefined {
  const { messages, scope } = picker;
  const issue = (
    flag: 'badInput' | 'valueMissing',
    message: string | undefined,
  ): ValidityIssue => ({
    flags: { [flag]: true },
    message: message ?? '…',
  });
  if (picker.typed) return issue('badInput', messages?.notChosen(picker.typed));
  if (!picker.value) {
    return picker.isRequired
      ? issue('valueMissing', messages?.required(levelsFoundIn(scope)))
      : undefined;
  }
  switch (picker.codeIssue) {
    case 'unknown':
      return issue('badInput', messages?.unknownCode);
    case 'level':
      return issue('badInput', messages?.wrongLevel(levelsFoundIn(scope)));
    case 'outside':
      return issue('badInput', messages?.outside(nameOf(scope.within!, picker.locale).text));
    default:
      return undefined;
  }
}
