import { plural } from '../foundation/locale/plural.js';
import type { PublishedMessages } from './published-messages.js';

/** English texts of published proposals, which the list and the single proposal share. */
export const publishedMessages: PublishedMessages = {
  loading: 'Loading…',
  failedBecause: (reason) =>
    ({
      offline: 'The internet connection seems to be down or weak. Check it, then try again.',
      busy: 'There are many requests at the moment. Try again shortly.',
      setup:
        'This page is not connected to the participation service as it should be. Trying again will not help. Please contact the administration directly, or tell the people who run this website.',
      server: 'The service is not available at the moment. Try again shortly.',
    })[reason],
  retry: 'Try again',
  statuses: {
    not_answered: 'Awaiting an answer',
    evaluating: 'Under study',
    accepted: 'Accepted',
    rejected: 'Not accepted',
    withdrawn: 'Withdrawn',
    implemented: 'Implemented',
    unknown: 'Published',
  },
  channels: {
    web: null,
    assisted: 'Typed in with the help of staff',
    paper: 'Handed in on paper',
    unknown: null,
  },
  collectedAt: 'Collected at:',
  publishedOn: (day) => `Published on ${day}`,
  supportCount: (count) =>
    count === 0
      ? 'No support yet'
      : plural('en', count, { one: '# supporter', other: '# supporters' }),
  answer: 'Official answer',
};
