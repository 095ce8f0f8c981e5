import type { LocalizedText } from '@nafida/contract';
import { sql } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import type { MessageFacts, MessageKind, MessageState } from './message.js';
import { messageLanguage } from './message-texts.js';
import type { MessageContent } from './written-message.js';

/** A message with the person it is for, as they can be reached now. */
export interface StoredMessage {
  readonly site: string;
  readonly id: string;
  readonly kind: MessageKind;
  readonly state: MessageState;
  readonly session: string;
  readonly registration: string;
  readonly createdAt: string;
  readonly attempts: number;
  readonly fault: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly places: number;
  readonly position: number | null;
  readonly doorCode: string;
  readonly facts: MessageFacts;
  readonly siteName: LocalizedText;
}

/** Which messages to read; oldest first, `limit` at most. */
export interface MessageChoice {
  readonly ids?: readonly string[];
  readonly state?: MessageState | undefined;
  readonly limit?: number;
}

/** Messages of a site. */
export async function readMessages(
  reader: DatabaseReader,
  site: string,
  { ids, state, limit = 500 }: MessageChoice,
): Promise<StoredMessage[]> {
  let select = reader
    .selectFrom('outbox')
    .innerJoin('registration', (join) =>
      join
        .onRef('registration.site', '=', 'outbox.site')
        .onRef('registration.registration', '=', 'outbox.registration'),
    )
    .innerJoin('site', 'site.site', 'outbox.site')
    .select([
      'outbox.message',
      'outbox.kind',
      'outbox.state',
      'outbox.session',
      'outbox.registration',
      'outbox.created_at',
      'outbox.attempts',
      'outbox.fault',
      'outbox.facts',
      'registration.name',
      'registration.email',
      'registration.phone',
      'registration.language',
      'registration.places',
      'registration.door_code',
      'site.name as site_name',
      sql<number | null>`case when registration.status = 'waitlisted' then (
        select count(*) from registration as ahead
        where ahead.site = registration.site and ahead.session = registration.session
          and ahead.status = 'waitlisted' and ahead.turn <= registration.turn
      ) end`.as('position'),
    ])
    .where('outbox.site', '=', site)
    .orderBy('outbox.created_at')
    .orderBy('outbox.message')
    .limit(limit);
  if (ids) select = select.where('outbox.message', 'in', ids);
  if (state) select = select.where('outbox.state', '=', state);
  const rows = await select.execute();
  return rows.map((row) => ({
    site,
    id: row.message,
    kind: row.kind,
    state: row.state,
    session: row.session,
    registration: row.registration,
    createdAt: row.created_at.toISOString(),
    attempts: row.attempts,
    fault: row.fault,
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: messageLanguage(row.language),
    places: row.places,
    position: row.position,
    doorCode: row.door_code,
    facts: row.facts,
    siteName: row.site_name,
  }));
}

/** What to write it from; `manageCode` null where others read it too. */
export function contentOf(message: StoredMessage, manageCode: string | null): MessageContent {
  const { kind, facts, language, siteName, name, places, position, doorCode } = message;
  return {
    kind,
    facts,
    language: messageLanguage(language),
    site: siteName,
    name: name ?? '',
    places,
    position,
    doorCode,
    manageCode,
  };
}
