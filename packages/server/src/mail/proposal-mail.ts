import { textIn, withIsolatedParts, withIsolatedRuns, type LocalizedText } from '@nafida/contract';
import type { ProposalNews } from '../database/outbox-message.js';
import { inserting } from './inserting.js';
import { proposalMailTexts } from './proposal-mail-catalogues.js';
import type { MailLanguage } from './session-mail-texts.js';
import type { WrittenMail } from './session-mail.js';

/** The content of a message to an author. */
export interface ProposalMailContent {
  readonly news: ProposalNews;
  readonly language: MailLanguage;
  /** Name of the site, which signs. */
  readonly site: LocalizedText;
  readonly reference: string;
  /** Left out where nobody but the author may read it. */
  readonly trackingCode: string | null;
}

/**
 * Writes a message to the author of a proposal. Nobody showed to read the mails to this address, so it holds nothing that
 * was typed with it: no name, no title, only the reference.
 */
export function writtenProposalMail(content: ProposalMailContent): WrittenMail {
  const { language, reference, trackingCode } = content;
  const insert = inserting(language);
  const news =
    'into' in content.news ? { ...content.news, into: insert(content.news.into) } : content.news;
  const texts = proposalMailTexts(language);
  const read = (localized: LocalizedText) => {
    const said = textIn(localized, language);
    return withIsolatedParts(said.text, said.language);
  };
  const paragraphs = [
    [texts.greeting],
    [texts.news(news)],
    [texts.reference(insert(reference))],
    quotedIn(news, read),
    ...(trackingCode === null ? [] : [[texts.trackingCode(insert(trackingCode))]]),
    [read(content.site)],
  ];
  const text = paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return { subject: `${texts.subject(news)} – ${insert(reference)}`, text: `${text}\n` };
}

/** The text that staff wrote. */
function quotedIn(news: ProposalNews, read: (text: LocalizedText) => string): string[] {
  switch (news.kind) {
    case 'proposal_refused':
      return news.words === null ? [] : [withIsolatedRuns(news.words)];
    case 'proposal_question':
      return [withIsolatedRuns(news.question)];
    case 'proposal_answered':
      return news.answer ? [read(news.answer)] : [];
    case 'proposal_published':
    case 'proposal_merged':
      return [];
  }
}
