import {
  personNameSchema,
  textIn,
  validate,
  withIsolatedParts,
  type LocalizedText,
} from '@nafida/contract';
import type { SessionFacts, SessionMessageKind } from '../database/outbox-message.js';
import { daysText } from '../dates/days-text.js';
import { insertedAddress, inserting } from './inserting.js';
import { proposalMailTexts } from './proposal-mail-catalogues.js';
import { sessionMailTexts } from './session-mail-catalogues.js';
import type { MailLanguage, SessionMailTexts } from './session-mail-texts.js';

/** The content of a message. */
export interface MessageContent {
  readonly kind: SessionMessageKind;
  readonly facts: SessionFacts;
  readonly language: MailLanguage;
  /** Name of the site, which signs. */
  readonly site: LocalizedText;
  /** Null if nobody has confirmed this address: texts of strangers are not sent to other people. */
  readonly name: string | null;
  readonly places: number;
  readonly position: number | null;
  readonly doorCode: string;
  /** The confirmation that an address still needs. */
  readonly confirmation: Confirmation | null;
  /** Left out where nobody but the person may read it. */
  readonly manageCode: string | null;
}

/** How an address is confirmed: on a page, by a code, until an hour (`HH:MM`). */
export interface Confirmation {
  readonly page: string;
  readonly code: string;
  readonly until: string;
}

/** A message in the words of one language, as plain text. */
export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
}

const withSeat: readonly SessionMessageKind[] = [
  'confirmed',
  'promoted',
  'rescheduled',
  'restored',
  'changed',
];

/** Writes a message. */
export function writtenSessionMail(content: MessageContent): WrittenMail {
  const { kind, facts, language, places, position, doorCode, manageCode, confirmation } = content;
  const isPlain = kind === 'unconfirmed' || kind === 'already_registered';
  const name = isPlain ? null : nameOf(content);
  const texts = sessionMailTexts(language);
  const insert = inserting(language);
  const read = (localized: LocalizedText) => {
    const said = textIn(localized, language);
    return withIsolatedParts(said.text, said.language);
  };
  const title = read(facts.title);
  const hasSeat = withSeat.includes(kind) && position === null;
  const paragraphs = [
    [name === null ? proposalMailTexts(language).greeting : texts.greeting(insert(name))],
    [texts.news(kind, position), ...(facts.note ? [texts.reason(insert(read(facts.note)))] : [])],
    [title, ...whenAndWhere(texts, facts, (text) => insert(read(text)))],
    confirmation
      ? [
          texts.confirmPage(insert(confirmation.until), insertedAddress(confirmation.page)),
          texts.confirmCode(insert(confirmation.code)),
        ]
      : [],
    [
      ...(places > 1 && !isPlain ? [texts.places(places)] : []),
      ...(hasSeat ? [texts.doorCode(insert(doorCode))] : []),
      ...(manageCode !== null && kind !== 'cancelled' && kind !== 'unconfirmed'
        ? [texts.manageCode(insert(manageCode))]
        : []),
    ],
    [read(content.site)],
  ];
  const text = paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return { subject: texts.subject(kind, insert(title)), text: `${text}\n` };
}

/** A name as names are now: rows of older versions hold anything. */
function nameOf({ name }: MessageContent): string | null {
  const read = validate(personNameSchema, name);
  return read.ok ? read.value : null;
}

function whenAndWhere(
  texts: SessionMailTexts,
  { startDate, endDate, startTime, venue, address, onlineUrl }: SessionFacts,
  say: (text: LocalizedText) => string,
): string[] {
  const [hour = 0, minute = 0] = startTime?.split(':').map(Number) ?? [];
  const place = [venue, address].filter((text) => text !== null).map(say);
  return [
    texts.date(daysText(texts, startDate, endDate)),
    ...(startTime === null ? [] : [texts.time(hour, minute)]),
    ...(place.length > 0 ? [texts.place(place.join(' – '))] : []),
    ...(onlineUrl === null ? [] : [texts.online(insertedAddress(onlineUrl))]),
  ];
}
