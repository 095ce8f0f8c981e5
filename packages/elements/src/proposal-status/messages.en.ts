import { sentFilesMessages } from '../submission/sent-files-messages.en.js';
import type { ProposalStatusMessages } from './messages.js';

/** English texts of the status of a proposal. */
export const messages: ProposalStatusMessages = {
  title: 'Follow a proposal',
  label: 'Tracking code',
  hint: 'The code on the receipt, such as K7QF‑2M9D‑XT4P.',
  show: 'Show what became of the proposal',
  looking: 'Looking it up…',
  issue: (issue) =>
    ({
      required: 'Enter the tracking code.',
      unknown: 'No proposal has this code. Check it letter by letter.',
      offline: 'The internet connection seems to be down or weak. Check it, then try again.',
      busy: 'There are many requests at the moment. Try again shortly.',
      setup:
        'This page is not connected to the participation service as it should be. Trying again will not help. Please contact the administration directly, or tell the people who run this website.',
      server: 'The service is unavailable for the moment. Try again shortly.',
    })[issue],

  stateTitle: 'What became of the proposal',
  states: {
    pending: ['Waiting to be read', 'The authority reads the proposal before publishing it.'],
    refused: ['Not published', 'The authority did not publish the proposal.'],
    merged: ['Joined to another', 'Another proposal says the same: the answer will be for both.'],
    not_answered: [
      'Published, awaiting an answer',
      'The proposal is public. The authority has not answered it yet.',
    ],
    evaluating: ['Under study', 'The proposal is public and the authority is studying it.'],
    accepted: ['Accepted', 'The authority accepted the proposal.'],
    rejected: ['Not accepted', 'The authority did not accept the proposal.'],
    withdrawn: ['Withdrawn', 'The proposal was withdrawn.'],
    implemented: ['Implemented', 'What the proposal asked for has been done.'],
    unknown: ['Received', 'The authority holds the proposal.'],
  },
  reasons: {
    off_topic: 'The proposal is not about the subject of the consultation.',
    duplicate: 'There is a similar proposal already.',
    personal_data: 'The text contains personal data.',
    insulting: 'The text contains insults.',
    advertising: 'The text advertises something.',
    unlawful: 'The text contains something against the law.',
    unreadable: 'The text could not be understood.',
    unknown: 'The reason cannot be shown on this page.',
  },
  words: 'Message from the authority',
  reference: 'Reference',
  receivedAt: 'Received on',
  dayAndHour: (day, hour) => `${day} at ${hour}`,
  sentFilesMessages,
  sent: 'The proposal as sent',
  another: 'Follow another proposal',
};
