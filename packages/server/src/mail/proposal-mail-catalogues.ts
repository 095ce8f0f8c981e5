import { arabic } from './proposal-mail-texts.ar.js';
import { english } from './proposal-mail-texts.en.js';
import { french } from './proposal-mail-texts.fr.js';
import type { ProposalMailTexts } from './proposal-mail-texts.js';
import type { MailLanguage } from './session-mail-texts.js';

const catalogues: Readonly<Record<MailLanguage, ProposalMailTexts>> = {
  ar: arabic,
  fr: french,
  en: english,
};

/** The catalogue of one language. */
export function proposalMailTexts(language: MailLanguage): ProposalMailTexts {
  return catalogues[language];
}
