import { publishedMessages } from '../published/published-messages.en.js';
import type { ProposalMessages } from './messages.js';

/** English texts of one published proposal. */
export const messages: ProposalMessages = {
  ...publishedMessages,
  failed: 'The proposal could not be loaded.',
  missing: 'No published proposal has this reference.',
  reference: 'Reference',
  noAnswer: 'There is no official answer yet.',
  answeredOn: (day) => `On ${day}`,
  support: 'Support this proposal',
  takeBack: 'Take my support back',
  sending: 'Sending…',
  supported: 'Thank you, your support is counted.',
  takenBack: 'Your support is taken back.',
  supportFailed: 'Your support could not be recorded.',
  indicative: 'One support per device, as an indication: it is neither a vote nor a petition.',
  share: 'Share',
  copied: 'The link is copied.',
};
