import type { LocalizedText } from '../text/locale.js';
import type { AgendaItem, Session } from './session.js';

/** All that is said of a session in words, in every language, for `searchWords`. */
export function sessionTexts(session: SearchedTexts): string {
  const { title, description, venue, room, organisers, agenda, series } = session;
  const texts = [
    title,
    description,
    venue?.name,
    venue?.address,
    room,
    series?.name,
    ...organisers,
    ...agenda.flatMap((item) => [item.title, item.room]),
  ];
  return texts.flatMap((text) => Object.values(text ?? {})).join('\n');
}

/** The texts of a session that are searched. */
export interface SearchedTexts extends Pick<
  Session,
  'title' | 'description' | 'venue' | 'room' | 'organisers'
> {
  readonly agenda: readonly Pick<AgendaItem, 'title' | 'room'>[];
  readonly series: { readonly name: LocalizedText } | null;
}
