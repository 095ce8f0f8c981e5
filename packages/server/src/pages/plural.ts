import type { PageLanguage } from './page-texts.js';

/** Forms of a counted noun, by the names of `Intl.PluralRules`; `#` stands for the number. */
type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The number with its noun in the right form. */
export function plural(language: PageLanguage, count: number, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace('#', String(count));
}
