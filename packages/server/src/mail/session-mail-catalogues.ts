import { arabic } from './session-mail-texts.ar.js';
import { english } from './session-mail-texts.en.js';
import { french } from './session-mail-texts.fr.js';
import type { MailLanguage, SessionMailTexts } from './session-mail-texts.js';

const catalogues: Readonly<Record<MailLanguage, SessionMailTexts>> = {
  ar: arabic,
  fr: french,
  en: english,
};

/** The language to write to somebody who registered on a page in `language`: French where ours end. */
export function mailLanguage(language: string): MailLanguage {
  return Object.hasOwn(catalogues, language) ? (language as MailLanguage) : 'fr';
}

/** The catalogue of one language. */
export function sessionMailTexts(language: MailLanguage): SessionMailTexts {
  return catalogues[language];
}
