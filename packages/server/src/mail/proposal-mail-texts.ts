import type { ProposalNews } from '../database/outbox-message.js';

/** All that messages to authors of proposals say, in one language. */
export interface ProposalMailTexts {
  /** To somebody who gave no name. */
  readonly greeting: string;
  readonly subject: (news: ProposalNews) => string;
  readonly news: (news: ProposalNews) => string;
  readonly reference: (reference: string) => string;
  readonly trackingCode: (code: string) => string;
}
