import type { ProposalNews } from '../database/outbox-message.js';
import { arabic } from './proposal-mail-texts.ar.js';
import { english } from './proposal-mail-texts.en.js';
import { french } from './proposal-mail-texts.fr.js';
import type { MessageLanguage } from './session-mail-texts.js';

/** All that messages to authors of proposals say, in one language. */
export interface ProposalTexts {
  /** To somebody who gave no name. */
  readonly greeting: string;
  readonly subject: (news: ProposalNews) => string;
  readonly news: (news: ProposalNews) => string;
  readonly reference: (reference: string) => string;
  readonly trackingCode: (code: string) => string;
}

const catalogues: Readonly<Record<MessageLanguage, ProposalTexts>> = {
  ar: arabic,
  fr: french,
  en: english,
};

/** The catalogue of one language. */
export function proposalTexts(language: MessageLanguage): ProposalTexts {
  return catalogues[language];
}
