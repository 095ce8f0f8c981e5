import type { Answers, Consultation, Locale, ProposalInput } from '@nafida/contract';
import { typedEmail, typedPhone } from '@nafida/contract';
import type { ProposalContent } from '../content/proposal-content.js';

/** What a proposal says beside what was typed. */
export interface ProposalSetting {
  /** Language of the page now. */
  readonly language: Locale;
  /** Hash of the notice that stands in the form; empty when there is none. */
  readonly privacyHash: string;
  readonly consultation: Consultation;
  /** To the consultation's own questions. */
  readonly answers: Answers;
}

/**
 * What is sent: empty fields are left out, the name's visibility goes with a name only. The same typed content
 * gives the same input, also after the page has changed its language.
 */
export function inputOf(
  content: ProposalContent,
  { language, privacyHash, consultation, answers }: ProposalSetting,
): ProposalInput {
  const { axis, territory, title, body, session, nameVisible, consent } = content;
  const name = content.name.trim();
  const [email, phone] = [typedEmail(content.email), typedPhone(content.phone)];
  const author = {
    ...(name && { name, nameVisible }),
    ...(email && { email }),
    ...(phone && { phone }),
  };
  const asksPlace = consultation.policy.territoryLevel !== null;
  return {
    consultation: consultation.id,
    axis,
    ...(asksPlace && territory && { territory: { code: territory, vintage: 2024 as const } }),
    title: title.trim(),
    body: body.trim(),
    ...(session && { session }),
    ...(Object.keys(answers).length > 0 && { answers }),
    language: content.language || language,
    ...((name || email || phone) && { author }),
    consent: { privacyHash: consent ? privacyHash : '' },
  };
}

/** What stands in a form that sends `input`, answers apart; consent is given anew. */
export function contentOf(input: ProposalInput): ProposalContent {
  const { consultation, axis, territory, title, body, language, author = {} } = input;
  const { session = '' } = input;
  const { name = '', nameVisible = false, email = '', phone = '' } = author;
  return {
    ...{ consultation, axis, title, body, session, language, name, nameVisible, email, phone },
    territory: territory?.code ?? '',
    answers: new Map(),
    consent: false,
  };
}
