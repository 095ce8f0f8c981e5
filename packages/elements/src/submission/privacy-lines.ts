import type { Locale, Privacy, WrittenText } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';

/** A part of the notice: its name, and what the authority wrote or a ready sentence. */
export interface PrivacyLine {
  readonly term: string;
  readonly content: readonly (WrittenText | string)[];
  /** Whom to write to, call or visit. */
  readonly contacts?: readonly WrittenText[];
}

/** The words around what the authority wrote. */
export interface PrivacyMessages {
  readonly title: string;
  readonly controller: string;
  readonly recipients: string;
  readonly rights: string;
  readonly law: string;
  readonly transfer: string;
  readonly retention: (months: number) => string;
  readonly rightsText: string;
  readonly cndp: (
    kind: Privacy['cndp']['kind'],
    number: string | null,
    date: string | null,
  ) => string;
}

/** What law 09-08 asks a form to say, in four short lines; a fifth where data leaves the country. */
export function privacyLines(
  privacy: Privacy,
  messages: PrivacyMessages,
  locale: Locale,
  formatDate: (day: string) => string,
): PrivacyLine[] {
  const { controller, purpose, recipients, retentionMonths, contact, cndp, transfer } = privacy;
  const addresses = [contact.email, contact.phone].filter((entry) => entry !== null);
  const contacts = [
    ...addresses.map((text): WrittenText => ({ text, language: 'fr' })),
    ...(contact.address ? [textIn(contact.address, locale)] : []),
  ];
  return [
    {
      term: messages.controller,
      content: [sentence(textIn(controller, locale)), sentence(textIn(purpose, locale))],
    },
    {
      term: messages.recipients,
      content: [sentence(textIn(recipients, locale)), messages.retention(retentionMonths)],
    },
    {
      term: messages.rights,
      content: [messages.rightsText],
      contacts,
    },
    {
      term: messages.law,
      content: [messages.cndp(cndp.kind, cndp.number, cndp.date && formatDate(cndp.date))],
    },
    ...(transfer
      ? [{ term: messages.transfer, content: [sentence(textIn(transfer, locale))] }]
      : []),
  ];
}

// Several texts stand on one line: each has to end before the next begins.
function sentence({ text, language }: WrittenText): WrittenText {
  return { text: /[.!?؟…]$/.test(text) ? text : `${text}.`, language };
}
