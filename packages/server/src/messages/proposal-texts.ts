import type { ProposalNews } from './message.js';
import type { MessageLanguage } from './message-texts.js';
import { arabic } from './proposal-texts.ar.js';
import { english } from './proposal-texts.en.js';
import { french } from './proposal-texts.fr.js';

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
