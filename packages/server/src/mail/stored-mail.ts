import type { LocalizedText } from '@nafida/contract';
import { sql } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import type { MessageState, ProposalMessage, SessionMessage } from '../database/outbox-message.js';
import { writtenProposalMail } from './proposal-mail.js';
import { mailLanguage } from './session-mail-catalogues.js';
import { writtenSessionMail, type Confirmation, type WrittenMail } from './session-mail.js';

/** A message, whatever it is about, with the person it is for, as they can be reached now. */
interface Addressed {
  readonly site: string;
  readonly id: string;
  readonly state: MessageState;
  readonly createdAt: string;
  readonly attempts: number;
  /** Why the last attempt failed. */
  readonly error: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly siteName: LocalizedText;
}

/** A message to somebody who registered. */
export interface StoredSessionMessage extends Addressed, SessionMessage {
  readonly session: string;
  readonly registration: string;
  readonly proposal: null;
  readonly places: number;
  readonly position: number | null;
  readonly doorCode: string;
  /** Until when the address can be confirmed; null if it does not have to be. */
  readonly confirmBy: string | null;
  readonly isAddressConfirmed: boolean;
}

/** A message to the author of a proposal. */
export interface StoredProposalMessage extends Addressed, ProposalMessage {
  /** Its reference. */
  readonly proposal: string;
  /** For staff: what was typed is not sent to the address. */
  readonly title: string;
}

/** See {@link StoredSessionMessage} and {@link StoredProposalMessage}. */
export type StoredMessage = StoredSessionMessage | StoredProposalMessage;

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
  let select = selectMessages(reader)
    .where('outbox.site', '=', site)
    .orderBy('outbox.created_at')
    .orderBy('outbox.message')
    .limit(limit);
  if (ids) select = select.where('outbox.message', 'in', ids);
  if (state) select = select.where('outbox.state', '=', state);
  const rows = await select.execute();
  return rows.map(messageOf);
}

type MessageRow = Awaited<ReturnType<ReturnType<typeof selectMessages>['execute']>>[number];

/** Messages with the people they are for, and the place in the line of those who wait. */
function selectMessages(reader: DatabaseReader) {
  return reader
    .selectFrom('outbox')
    .leftJoin('registration', (join) =>
      join
        .onRef('registration.site', '=', 'outbox.site')
        .onRef('registration.registration', '=', 'outbox.registration'),
    )
    .leftJoin('proposal', (join) =>
      join
        .onRef('proposal.site', '=', 'outbox.site')
        .onRef('proposal.reference', '=', 'outbox.proposal'),
    )
    .innerJoin('site', 'site.site', 'outbox.site')
    .select([
      'outbox.site',
      'outbox.message',
      'outbox.kind',
      'outbox.state',
      'outbox.session',
      'outbox.registration',
      'outbox.proposal',
      'outbox.created_at',
      'outbox.attempts',
      'outbox.fault',
      'outbox.facts',
      sql<string | null>`coalesce(registration.name, proposal.author_name)`.as('name'),
      sql<string | null>`coalesce(registration.email, proposal.author_email)`.as('email'),
      sql<string | null>`coalesce(registration.phone, proposal.author_phone)`.as('phone'),
      sql<string>`coalesce(registration.language, proposal.language)`.as('language'),
      'registration.places',
      'registration.door_code',
      'proposal.title',
      'registration.confirm_by',
      'registration.confirmed_at',
      'site.name as site_name',
      sql<number | null>`case when registration.status = 'waitlisted' then (
        select count(*) from registration as ahead
        where ahead.site = registration.site and ahead.session = registration.session
          and ahead.status = 'waitlisted' and ahead.turn <= registration.turn
      ) end`.as('position'),
    ]);
}

function messageOf(row: MessageRow): StoredMessage {
  const addressed = {
    site: row.site,
    id: row.message,
    kind: row.kind,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    attempts: row.attempts,
    error: row.fault,
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: mailLanguage(row.language),
    facts: row.facts,
    siteName: row.site_name,
  };
  const about =
    row.proposal === null
      ? {
          session: row.session,
          registration: row.registration,
          proposal: null,
          places: row.places,
          position: row.position,
          doorCode: row.door_code,
          confirmBy: row.confirm_by?.toISOString() ?? null,
          isAddressConfirmed: row.confirmed_at !== null,
        }
      : { proposal: row.proposal, title: row.title };
  return { ...addressed, ...about } as StoredMessage;
}

/**
 * The mail for a message. `code` opens the registration or the receipt. `code` and `confirmation` are null if other people
 * read the mail too.
 */
export function writtenMail(
  message: StoredMessage,
  code: string | null,
  confirmation: Confirmation | null = null,
): WrittenMail {
  const common = { site: message.siteName, language: mailLanguage(message.language) };
  if (message.proposal !== null) {
    const { facts, proposal: reference } = message;
    return writtenProposalMail({ ...common, news: facts, reference, trackingCode: code });
  }
  const { kind, facts, places, position, doorCode } = message;
  return writtenSessionMail({
    ...common,
    name: message.isAddressConfirmed ? message.name : null,
    kind,
    facts,
    places,
    position,
    doorCode,
    confirmation,
    manageCode: code,
  });
}
