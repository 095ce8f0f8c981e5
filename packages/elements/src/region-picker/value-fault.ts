import { nameOf } from '@nafida/territory/look-up.js';
import type { PlaceLocale } from '@nafida/territory';
import type { Fault } from '../foundation/form-control-element.js';
import type { RegionPickerMessages } from './messages.js';
import type { CodeFault, Scope } from './scope.js';
import { levelsFoundIn } from './scope.js';

/** What the validity of a picker depends on. */
export interface PickerValue {
  /** Text typed since the last choice; empty when there is none. */
  readonly typed: string;
  readonly value: string;
  /** What keeps the value from being chosen. */
  readonly codeFault: CodeFault | undefined;
  readonly isRequired: boolean;
  readonly scope: Scope;
  readonly locale: PlaceLocale;
  /** Undefined before the first texts have arrived: then nothing can be said, but nothing passes for valid. */
  readonly messages: RegionPickerMessages | undefined;
}

/** What is wrong with the value of a picker, and the sentence to show. */
export function valueFault(picker: PickerValue): Fault | undefined {
  const { messages, scope } = picker;
  const fault = (flag: 'badInput' | 'valueMissing', message: string | undefined): Fault => ({
    flags: { [flag]: true },
    message: message ?? '…',
  });
  if (picker.typed) return fault('badInput', messages?.notChosen(picker.typed));
  if (!picker.value) {
    return picker.isRequired
      ? fault('valueMissing', messages?.required(levelsFoundIn(scope)))
      : undefined;
  }
  switch (picker.codeFault) {
    case 'unknown':
      return fault('badInput', messages?.unknownCode);
    case 'level':
      return fault('badInput', messages?.wrongLevel(levelsFoundIn(scope)));
    case 'outside':
      return fault('badInput', messages?.outside(nameOf(scope.within!, picker.locale).text));
    default:
      return undefined;
  }
}
