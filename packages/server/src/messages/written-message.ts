import { textIn, withIsolatedRuns, type LocalizedText } from '@nafida/contract';
import { daysText } from './days-text.js';
import { insertedAddress, inserting } from './inserting.js';
import type { SessionFacts, SessionMessageKind } from './message.js';
import { messageTexts, type MessageLanguage, type MessageTexts } from './message-texts.js';

/** What a message is written from. */
export interface MessageContent {
  readonly kind: SessionMessageKind;
  readonly facts: SessionFacts;
  readonly language: MessageLanguage;
  /** Name of the site, which signs. */
  readonly site: LocalizedText;
  readonly name: string;
  readonly places: number;
  readonly position: number | null;
  readonly doorCode: string;
  /** Left out where nobody but the person may read it. */
  readonly manageCode: string | null;
}

/** A message in the words of one language, as plain text. */
export interface WrittenMessage {
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
export function writtenMessage(content: MessageContent): WrittenMessage {
  const { kind, facts, language, name, places, position, doorCode, manageCode } = content;
  const texts = messageTexts(language);
  const insert = inserting(language);
  const read = (text: LocalizedText) => withIsolatedRuns(textIn(text, language).text);
  const title = read(facts.title);
  const hasSeat = withSeat.includes(kind) && position === null;
  const paragraphs = [
    [texts.greeting(insert(name))],
    [texts.news(kind, position), ...(facts.note ? [texts.reason(insert(read(facts.note)))] : [])],
    [title, ...whenAndWhere(texts, facts, (text) => insert(read(text)))],
    [
      ...(places > 1 ? [texts.places(places)] : []),
      ...(hasSeat ? [texts.doorCode(insert(doorCode))] : []),
      ...(manageCode !== null && kind !== 'cancelled'
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

function whenAndWhere(
  texts: MessageTexts,
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
