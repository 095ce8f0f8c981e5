import type { Place, PlaceLocale } from '@nafida/territory';
import { nameOf, placeOf } from '@nafida/territory/look-up.js';
import type { ValidityIssue } from '../foundation/form-control-element.js';
import type { LocaleController } from '../foundation/locale/locale-controller.js';
import { warnAboutAttributes } from './attribute-warnings.js';
import { chosenText } from './chosen-text.js';
import type { CommunesController } from './communes-controller.js';
import type { RegionPickerMessages } from './messages.js';
import type { CodeIssue, Scope } from './scope.js';
import { codeIssue, isCommuneCode, isLevel, levelsBetween } from './scope.js';
import { valueIssue } from './value-issue.js';

/** The part of a picker that says which code it has and which codes it may have. */
export interface PickerAttributes {
  readonly localName: string;
  readonly level: string;
  readonly minLevel: string;
  readonly within: string;
  readonly value: string;
  readonly required: boolean;
}

/** What the value of a picker stands for: its place, whether that may be chosen here, and how the field shows it. */
export class PickerValue {
  readonly #picker: PickerAttributes;
  readonly #locale: LocaleController<RegionPickerMessages>;
  readonly #communes: CommunesController;

  constructor(
    picker: PickerAttributes,
    locale: LocaleController<RegionPickerMessages>,
    communes: CommunesController,
  ) {
    this.#picker = picker;
    this.#locale = locale;
    this.#communes = communes;
  }

  /** The chosen place; undefined where none is, or while its data is loading. */
  get place(): Place | undefined {
    const { value } = this.#picker;
    return value ? placeOf(value) : undefined;
  }

  /** The places that may be chosen. */
  get scope(): Scope {
    const { level, minLevel, within } = this.#picker;
    return {
      levels: levelsBetween(
        isLevel(minLevel) ? minLevel : 'region',
        isLevel(level) ? level : 'commune',
      ),
      within: within ? placeOf(within) : undefined,
    };
  }

  /** The name of the place, or the code that has none. */
  get text(): string {
    const { place } = this;
    const { locale, messages } = this.#locale;
    if (place && messages) return chosenText(place, this.scope, locale, messages);
    return this.#isAwaited ? '' : this.#picker.value;
  }

  /** The language of the name; undefined where there is none. */
  get language(): PlaceLocale | undefined {
    const { place } = this;
    return place && nameOf(place, this.#locale.locale).lang;
  }

  /** Loads the communes where a code needs them, and warns the page's developer of what cannot be meant. */
  check(): void {
    const { value, within, localName } = this.#picker;
    if (isCommuneCode(value) || isCommuneCode(within)) void this.#communes.load();
    warnAboutAttributes(localName, this.#picker, this.#codeIssue);
  }

  /** What is wrong with the value, or with the text that was `typed` in place of one. */
  findIssue(typed: string): ValidityIssue | undefined {
    const { value, required } = this.#picker;
    const { locale, messages } = this.#locale;
    return valueIssue({
      typed,
      value,
      codeIssue: this.#codeIssue,
      isRequired: required,
      scope: this.scope,
      locale,
      messages,
    });
  }

  /** The value looks like a commune's, and the communes are not here yet. */
  get #isAwaited(): boolean {
    return isCommuneCode(this.#picker.value) && this.#communes.state !== 'ready';
  }

  get #codeIssue(): CodeIssue | undefined {
    const { value } = this.#picker;
    return value && !this.#isAwaited ? codeIssue(value, this.scope) : undefined;
  }
}
