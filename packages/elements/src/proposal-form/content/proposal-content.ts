import type { Consultation, Locale } from '@nafida/contract';
import { proposalLimits } from '@nafida/contract/limits.js';
import type { TypedAnswers } from '../../submission/questions/typed-answers.js';

/** What the form holds, as typed. */
export interface ProposalContent {
  readonly consultation: string;
  readonly axis: string;
  /** HCP code of 2024; empty when no place is chosen. */
  readonly territory: string;
  readonly title: string;
  readonly body: string;
  /** Id of the session that it comes from; empty for none. Not typed: the page says it. */
  readonly session: string;
  /** Language of the page when title or text was last typed in; empty before. */
  readonly language: Locale | '';
  /** To the consultation's own questions. */
  readonly answers: TypedAnswers;
  readonly name: string;
  readonly nameVisible: boolean;
  readonly email: string;
  readonly phone: string;
  readonly consent: boolean;
}

/** A form nobody has typed in. */
export const emptyContent: ProposalContent = {
  consultation: '',
  axis: '',
  territory: '',
  title: '',
  body: '',
  session: '',
  language: '',
  answers: new Map(),
  name: '',
  nameVisible: false,
  email: '',
  phone: '',
  consent: false,
};

/** Most characters that title or text may have: the consultation's limit where it is the stricter one. */
export function longest(field: 'title' | 'body', { policy }: Consultation): number {
  return Math.min(policy[field].max, proposalLimits[field].max);
}

/** True when somebody wrote something that would be missed. */
export function isWorthKeeping(content: ProposalContent): boolean {
  const { title, body, name, email, phone, answers } = content;
  return answers.size > 0 || `${title}${body}${name}${email}${phone}`.trim() !== '';
}
