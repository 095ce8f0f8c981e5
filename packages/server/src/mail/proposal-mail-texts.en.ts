import type { ProposalMailTexts } from './proposal-mail-texts.js';

const reasons: Readonly<Record<string, string>> = {
  off_topic: 'It is not about the subject of the consultation.',
  duplicate: 'A similar proposal was sent before.',
  personal_data: 'The text contains personal data.',
  insulting: 'The text contains insulting words.',
  advertising: 'The text contains advertising.',
  unlawful: 'The text contains something unlawful.',
  unreadable: 'The text could not be understood.',
};

const answers: Readonly<Record<string, readonly [subject: string, news: string]>> = {
  not_answered: [
    'Your proposal awaits an answer',
    'The earlier answer was taken back: your proposal awaits a new one.',
  ],
  evaluating: ['Your proposal is under study', 'The authority is studying your proposal.'],
  accepted: [
    'Your proposal is accepted',
    'The authority has answered your proposal: it is accepted.',
  ],
  rejected: [
    'Answer to your proposal',
    'The authority has answered your proposal: it is not accepted.',
  ],
  implemented: ['Your proposal is implemented', 'What you proposed has been done.'],
};

/** See {@link ProposalMailTexts}. */
export const english: ProposalMailTexts = {
  greeting: 'Hello,',
  subject(news) {
    switch (news.kind) {
      case 'proposal_published':
        return 'Your proposal is published';
      case 'proposal_refused':
        return 'Your proposal was not published';
      case 'proposal_question':
        return 'A question about your proposal';
      case 'proposal_merged':
        return 'Your proposal is joined to another';
      case 'proposal_answered':
        return answers[news.status]![0];
    }
  },
  news(news) {
    switch (news.kind) {
      case 'proposal_published':
        return 'The authority has read your proposal. It is public now.';
      case 'proposal_refused':
        return `The authority did not publish your proposal. ${reasons[news.reason] ?? ''}`.trim();
      case 'proposal_question':
        return 'The authority needs to know more about your proposal:';
      case 'proposal_merged':
        return `Another proposal says the same, so yours was joined to it. Its reference: ${news.into}. The answer will be for both.`;
      case 'proposal_answered':
        return answers[news.status]![1];
    }
  },
  reference: (reference) => `Reference: ${reference}`,
  trackingCode: (code) =>
    `To follow your proposal or reply to a question, on the page where proposals are followed, this personal code is enough: ${code}`,
};
