import type { PublishedMessages } from '../published/published-messages.js';

/** The texts of `<nafida-proposal>` in one language. */
export interface ProposalMessages extends PublishedMessages {
  readonly failed: string;
  readonly missing: string;
  readonly reference: string;
  readonly noAnswer: string;
  readonly answeredOn: (day: string) => string;
  readonly support: string;
  readonly takeBack: string;
  readonly sending: string;
  readonly supported: string;
  readonly takenBack: string;
  readonly supportFailed: string;
  /** That support is no vote. */
  readonly indicative: string;
  readonly share: string;
  readonly copied: string;
}
