import type { Place } from '@nafida/territory';
import { communesLoaded, nameOf, placeOf } from '@nafida/territory/look-up.js';
import type { ValidityIssue } from '../foundation/form-control-element.js';
import type { LocaleController } from '../foundation/locale/locale-controller.js';
import { chosenText } from './chosen-text.js';
import type { RegionPickerMessages } from './messages.js';
import type { CodeIssue, Scope } from './scope.js';
import { codeIssue, isCommuneCode, isLevel, levelsBetween, levelsFoundIn } from './scope.js';

/** The part of a picker that says which code it has and which codes it may have. */
export interface PickerAttributes {
  readonly level: string;
  readonly minLevel: string;
  readonly within: string;
  readonly value: string;
  readonly required: boolean;
}

/** The language of a picker and its texts; no texts before the first have arrived. */
export type PickerTexts = Pick<LocaleController<RegionPickerMessages>, 'locale' | 'messages'>;

/** What the value of a picker stands for: its place, whether that may be chosen here, and how the field shows it. */
export class PickerValue {
  readonly #picker: PickerAttributes;
  readonly #locale: PickerTexts;

  constructor(picker: PickerAttributes, locale: PickerTexts) {
    this.#picker = picker;
    this.#locale = locale;
  }

  /** The chosen place; undefined where none is, or while its data is loading. */
  get place(): Place | undefined {
    return placeOf(this.#picker.value);
  }

  /** The places that may be chosen. */
  get scope(): Scope {
    const { level, minLevel, within } = this.#picker;
    return {
      levels: levelsBetween(
        isLevel(minLevel) ? minLevel : 'region',
        isLevel(level) ? level : 'commune',
      ),
      within: placeOf(within),
    };
  }

  /** The name of the place, or the code that has none. */
  get text(): string {
    const { place } = this;
    const { locale, messages } = this.#locale;
    if (place && messages) return chosenText(place, this.scope, locale, messages);
    return this.#isAwaited ? '' : this.#picker.value;
  }

  /** What keeps the code from being chosen; undefined where nothing does, or while its data is loading. */
  get codeIssue(): CodeIssue | undefined {
    const { value } = this.#picker;
    return value && !this.#isAwaited ? codeIssue(value, this.scope) : undefined;
  }

  /** What is wrong with the value, or with the text that was `typed` in place of one. */
  findIssue(typed: string): ValidityIssue | undefined {
    const { value, required } = this.#picker;
    const { locale, messages } = this.#locale;
    const { scope } = this;
    if (typed) return issue('badInput', messages?.notChosen(typed));
    if (!value) {
      return required ? issue('valueMissing', messages?.required(levelsFoundIn(scope))) : undefined;
    }
    switch (this.codeIssue) {
      case 'unknown':
        return issue('badInput', messages?.unknownCode);
      case 'level':
        return issue('badInput', messages?.wrongLevel(levelsFoundIn(scope)));
      case 'outside':
        return issue('badInput', messages?.outside(nameOf(scope.within!, locale).text));
      default:
        return undefined;
    }
  }

  /** The value looks like a commune's, and the communes are not here yet. */
  get #isAwaited(): boolean {
    return isCommuneCode(this.#picker.value) && !communesLoaded();
  }
}

// Before the first texts have arrived nothing can be said, but nothing passes for valid.
function issue(flag: 'badInput' | 'valueMissing', message = '…'): ValidityIssue {
  return { flags: { [flag]: true }, message };
}
