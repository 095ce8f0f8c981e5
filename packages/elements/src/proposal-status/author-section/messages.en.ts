import type { AuthorSectionMessages } from './messages.js';

/** English texts of what an author can do with a proposal. */
export const messages: AuthorSectionMessages = {
  answer: 'Official answer',
  answeredOn: (day) => `On ${day}`,
  question: 'A question from the authority',
  questionHint: 'Neither the question nor your reply is published.',
  reply: 'Your reply',
  sendReply: 'Send the reply',
  sending: 'Sending…',
  yourReply: 'Your reply',
  replied: 'The authority has your reply.',
  mergedInto: 'Reference of the proposal it was joined to:',
  manage: 'Manage the proposal',
  ownData: 'Save a copy of my data',
  ownDataHint: 'Everything that is kept about the proposal and about you, in one file.',
  withdraw: 'Withdraw the proposal',
  withdrawQuestion: 'Withdraw the proposal?',
  withdrawHint:
    'Its text will no longer be public; your name, address and telephone number will be erased. This cannot be undone.',
  confirm: 'Yes, withdraw it',
  keep: 'No, keep it',
  signed: {
    title: 'Signature of the receipt',
    hint: 'It proves that the authority received this text on this date.',
    check: 'Check the signature',
    checking: 'Checking…',
    by: 'Signed by:',
    unaltered: 'The text shown is the one that was received, unaltered.',
    issues: {
      unsigned:
        'The proposal was received before receipts were signed. This changes nothing about how it is studied.',
      altered:
        'Warning: the text shown is not the one that was signed. Keep your receipt and tell the authority.',
      unknown_key:
        'Warning: this signature is not the authority’s. Keep your receipt and tell the authority.',
      insecure:
        'The signature cannot be checked here, as the address of the page does not begin with https.',
    },
    failed: 'The signature could not be checked.',
    key: 'Key',
    signature: 'Signature',
  },
  issue: {
    required: 'Write your reply.',
    too_long: 'The reply is too long. Please shorten it.',
    already_replied: 'A reply to this question was sent before.',
    offline: 'The internet connection seems to be down or weak. Check it, then try again.',
    busy: 'There are many requests at the moment. Try again in a moment.',
    setup:
      'This page is not connected to the participation service as it should be. Trying again will not help. Please contact the administration directly, or tell the people who run this website.',
    server: 'The service cannot answer just now. Try again in a moment.',
  },
};
