import { formatNumber } from './number-format.js';
import type { TextLocale } from './locale.js';

/** The forms a language needs. `#` stands for the number. Arabic has six, and all six must be written. */
export type PluralForms<L extends TextLocale> = L extends 'ar'
  ? Readonly<Record<Intl.LDMLPluralRule, string>>
  : Readonly<Record<'one' | 'other', string>>;

/** `forms` for `count`, with `#` replaced by the number in Latin digits. */
export function plural<L extends TextLocale>(
  locale: L,
  count: number,
  forms: PluralForms<L>,
): string {
  const form = (forms as Partial<Record<Intl.LDMLPluralRule, string>>)[categoryOf(locale, count)];
  return (form ?? forms.other).replaceAll('#', formatNumber(locale, count));
}

const rules = new Map<TextLocale, Intl.PluralRules>();

function categoryOf(locale: TextLocale, count: number): Intl.LDMLPluralRule {
  let rule = rules.get(locale);
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(locale)));
  // An engine without data for a language answers in another one without a word.
  return rule.resolvedOptions().locale.startsWith(locale) ? rule.select(count) : 'other';
}
