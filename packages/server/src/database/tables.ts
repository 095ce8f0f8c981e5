import type {
  Answers,
  AttachmentType,
  Axis,
  Holiday,
  LocalizedText,
  Privacy,
  Question,
} from '@nafida/contract';
import type { ColumnType } from 'kysely';
import type { MessageState, ProposalMessage, SessionMessage } from './outbox-message.js';

/** Why the server does not accept a file: the code of the problem. */
export type FileErrorCode =
  'attachment_type' | 'attachment_unreadable' | 'attachment_too_large' | 'attachment_unsupported';

/** A `jsonb` column: read as a value, written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>;

/** A `bytea` column. */
type Bytes = ColumnType<Uint8Array, Uint8Array, never>;

/** A nullable `jsonb` column. */
type JsonOrNull<Value> = ColumnType<Value | null, string | null, string | null>;

/** A `timestamptz` column. Times are set by the server's clock, to the millisecond. */
type Instant = ColumnType<Date, Date, Date>;
type InstantOrNull = ColumnType<Date | null, Date | null, Date | null>;

/** A commune, province or region. */
interface SiteTable {
  site: string;
  name: Json<LocalizedText>;
  territory_code: string;
  territory_vintage: number;
  locales: string[];
  /** Origins whose pages may send; the text `null` means sandboxed pages. */
  origins: string[];
  /** The notice in force, see {@link PrivacyNoticeTable}. */
  privacy_hash: string | null;
  holidays: Json<Holiday[]>;
  demonstration: boolean;
}

/** Every wording of a site's privacy notice that anyone may have accepted; rows are never changed. */
interface PrivacyNoticeTable {
  site: string;
  hash: string;
  content: Json<Omit<Privacy, 'hash'>>;
  since: Instant;
}

/** A call for proposals. */
export interface ConsultationTable {
  site: string;
  consultation: string;
  title: Json<LocalizedText>;
  description: JsonOrNull<LocalizedText>;
  opens_at: InstantOrNull;
  closes_at: InstantOrNull;
  territory_code: string;
  territory_vintage: number;
  axes: Json<Axis[]>;
  policy: Json<StoredPolicy>;
  questions: Json<Question[]>;
}

/** The rules of a consultation for its proposals. */
interface StoredPolicy {
  territoryLevel: 'region' | 'province' | 'commune' | 'arrondissement' | null;
  title: { min: number; max: number };
  body: { min: number; max: number };
  attachments: { count: number; bytes: number } | null;
}

/** A photo or document of a proposal, or one that is on its way. */
export interface AttachmentTable {
  site: string;
  attachment: string;
  consultation: string;
  /** Id of the question that it answers; null for one that goes with the proposal itself. */
  question: string | null;
  media_type: AttachmentType;
  /** As announced; once it is ready, of what is stored. */
  bytes: number;
  /** Of what was announced. */
  sha256: string;
  received: number;
  state: 'receiving' | 'ready' | 'refused';
  refusal: FileErrorCode | null;
  token_hash: string;
  created_at: Instant;
  /** Keyed hash of the address that announced it, of that day; null once a proposal has taken it. */
  sender: string | null;
  /** Reference of the proposal that took it, its position there, and what it shows. */
  proposal: string | null;
  position: number | null;
  description: string | null;
  /** Name of the object that holds its bytes, and their SHA-256 (hex); null if they are in the database. */
  object: string | null;
  object_sha256: string | null;
}

/** An object that was, or was about to be, stored for a file; it stays until the object is deleted. */
interface AttachmentObjectTable {
  site: string;
  object: string;
  attachment: string;
  stored_at: Instant;
}

/** Bytes of a file on its way, from `start` on. */
interface AttachmentPartTable {
  site: string;
  attachment: string;
  start: number;
  content: Bytes;
}

/** Bytes of a file that is ready, from `start` on. */
interface AttachmentContentTable {
  site: string;
  attachment: string;
  start: number;
  content: Bytes;
}

/** A citizen's proposal with its state. */
export interface ProposalTable {
  site: string;
  reference: string;
  consultation: string;
  axis: string;
  /** As it was sent. */
  territory_code: string | null;
  territory_vintage: number | null;
  /** The same place by its 2024 code, to filter by. */
  place_code: string | null;
  title: string;
  body: string;
  /** Answers to the consultation's questions; null if there were none. */
  answers: JsonOrNull<Answers>;
  /** Of the page or the sheet of paper, in which its author is written to. */
  language: string;
  /** Null if it came in before the language of each text was stored: then it is the language above. */
  title_language: string | null;
  body_language: string | null;
  content_hash: string;
  author_name: string | null;
  author_name_visible: boolean;
  author_email: string | null;
  author_phone: string | null;
  consent_hash: string;
  channel: 'web' | 'assisted' | 'paper';
  /** Civil date on which it was written on paper or taken down; null if it was sent from the web. */
  collected_on: string | null;
  /** Id of the session that it comes from; null if it comes from none. */
  session: string | null;
  /** Its key in the imported table. */
  import_key: string | null;
  status: string;
  moderation: 'pending' | 'published' | 'refused' | 'merged' | 'withdrawn';
  refusal_reason: string | null;
  refusal_words: JsonOrNull<{ text: string; language: string }>;
  moderated_by: string | null;
  received_at: Instant;
  /** When it was published or refused; a merge or a withdrawal leaves it. */
  moderated_at: InstantOrNull;
  answer: JsonOrNull<LocalizedText>;
  merged_into: string | null;
  /** Reference of the first of those that say nearly the same. */
  duplicate_group: string;
  /** The position of the group in the queue. */
  grouped_at: Instant;
  /** Keys by which others that say nearly the same are found; empty unless it is the first of its group. */
  likeness: string[];
  tracking_hash: string;
  /** Which key signed the receipt, and how; null on receipts from before there were keys. */
  receipt_key: string | null;
  receipt_signature: string | null;
  /** See `proposal-words.ts`; null in rows that an older version wrote, until the next start. */
  words: ColumnType<string | null, string, string>;
  /** Rows of {@link SupportTable}. */
  supports: number;
  /** When the authority last answered: orders the list. */
  answered_at: InstantOrNull;
}

/** A device that supports a proposal; its hash is another one for every proposal, so that nobody's choices can be joined. */
interface SupportTable {
  site: string;
  reference: string;
  device_hash: string;
}

/** A key that receipts are signed with. The private half is sealed with the server's secret. */
export interface ReceiptKeyTable {
  site: string;
  key: string;
  /** Raw, base64url. */
  public_key: string;
  sealed_key: string;
  since: Instant;
  /** Null for the one in force. */
  until: InstantOrNull;
}

/** Questions of staff to an author. */
export interface AuthorQuestionTable {
  site: string;
  question: string;
  proposal: string;
  words: string;
  language: string;
  asked_at: Instant;
  reply: string | null;
  reply_language: string | null;
  replied_at: InstantOrNull;
}

/** Who did what with which proposal. Rows are only ever added, and each seals the one before; see `sealOf`. */
export interface AuditTable {
  site: string;
  entry: string;
  at: ColumnType<Date, Date, never>;
  /** Label of a staff token or `command line`; null for the author. */
  actor: string | null;
  action: string;
  proposal: string;
  detail: string | null;
  /** From 1 on, without gaps within a site. */
  number: ColumnType<number, number, never>;
  seal: ColumnType<string, string, never>;
}

/** The last entry of a site's record; new ones are added under its row lock. */
interface AuditHeadTable {
  site: string;
  number: number;
  seal: string;
}

/**
 * A public meeting; `confirmed` (places), `waiting` (registrations) and `last_turn` change under its row lock only.
 */
export interface SessionTable {
  site: string;
  session: string;
  /** The event that this is a part of. */
  parent: string | null;
  kind: string;
  type_of_meeting: string;
  status: string;
  /** Civil dates in `time_zone`, `YYYY-MM-DD`. */
  start_date: string;
  end_date: string;
  /**
   * The announced time in `time_zone`, `HH:MM`; null if not known. The instant is computed when it is needed: if
   * Morocco changes its clocks by decree, the instant changes, not the meeting.
   */
  start_clock: string | null;
  end_clock: string | null;
  time_zone: string;
  /** The beginning, or the first instant of `start_date` when the hour is not known: orders the agenda. */
  starts_at: Instant;
  territory_code: string;
  territory_vintage: number;
  place_code: string;
  /** Id of the series, whose name is in `details`. */
  series: string | null;
  audiences: string[];
  details: Json<SessionDetails>;
  /** What `searchWords` makes of the texts; null in rows that an older version wrote, until the next start. */
  words: string | null;
  demonstration: boolean;
  sequence: number;
  /** When `sequence` last grew. */
  updated_at: Instant;
  registration: boolean;
  registration_opens_at: InstantOrNull;
  registration_closes_at: InstantOrNull;
  capacity: number | null;
  places_per_registration: number;
  several_per_contact: boolean;
  questions: Json<Question[]>;
  confirmed: number;
  waiting: number;
  last_turn: number;
}

/** What is shown of a session and never filtered by; its texts are searched by `words`. */
export interface SessionDetails {
  title: LocalizedText;
  description: LocalizedText | null;
  venue: {
    name: LocalizedText | null;
    address: LocalizedText | null;
    point: { latitude: number; longitude: number } | null;
  } | null;
  room: LocalizedText | null;
  onlineUrl: string | null;
  organisers: LocalizedText[];
  languages: string[];
  accessibility: string[];
  agenda: StoredAgendaItem[];
  series: { name: LocalizedText; ordinal: number | null } | null;
  /** Why it was cancelled or postponed. */
  statusNote: LocalizedText | null;
  closingReport: LocalizedText | null;
  /** References, whether published or not. */
  linkedProposals: string[];
  url: string | null;
}

/** A point of an agenda; `clock` is `HH:MM` on `date`, as announced. */
export interface StoredAgendaItem {
  title: LocalizedText;
  date: string;
  clock: string | null;
  minutes: number | null;
  room: LocalizedText | null;
}

/** One person's seats or place on the waiting list. */
export interface RegistrationTable {
  site: string;
  registration: string;
  session: string;
  status: 'confirmed' | 'waitlisted' | 'cancelled';
  /** Order of arrival within the session; the waiting list is served by it. */
  turn: number;
  places: number;
  door_code: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  answers: JsonOrNull<Answers>;
  needs: string[] | null;
  needs_details: string | null;
  language: string;
  consent_hash: string;
  manage_hash: string;
  created_at: Instant;
  promoted_at: InstantOrNull;
  /** When it had to go back to the waiting list. */
  moved_at: InstantOrNull;
  cancelled_at: InstantOrNull;
  checked_in_at: InstantOrNull;
  /** Keyed hashes of the address and of the number, to tell whether they come again; null in older rows. */
  email_hash: string | null;
  phone_hash: string | null;
  /**
   * Until when the address is to be confirmed. Nothing is kept for the person after it; a row that is `cancelled` with one
   * in the future holds nothing from the beginning, and is shown like the others until then.
   */
  confirm_by: InstantOrNull;
  /** When the person confirmed this address; null if nobody asked for it. */
  confirmed_at: InstantOrNull;
}

/** Messages to people; their addresses are stored only with their registration or proposal. */
interface OutboxTable {
  site: string;
  message: string;
  session: string | null;
  registration: string | null;
  /** Reference of the proposal; null if it is about a registration. */
  proposal: string | null;
  kind: (SessionMessage | ProposalMessage)['kind'];
  state: MessageState;
  facts: Json<(SessionMessage | ProposalMessage)['facts']>;
  /** Times that sending it was begun. */
  attempts: number;
  due_at: Instant;
  created_at: Instant;
  settled_at: InstantOrNull;
  /** What the last failure was, in codes. */
  fault: string | null;
}

/** A create that was carried out, so that repeating it gives the same answer. */
interface IdempotencyKeyTable {
  site: string;
  key_hash: string;
  operation: string;
  fingerprint: string;
  /** What the answer is made from again; null only while the create is running. */
  result: JsonOrNull<Record<string, unknown>>;
  created_at: Instant;
}

/** A proof of work that was spent. */
interface UsedProofTable {
  site: string;
  nonce: string;
  expires_at: Instant;
}

/** A token of a site's staff, known by its hash. */
interface StaffTokenTable {
  site: string;
  token_hash: string;
  label: string;
  created_at: Instant;
}

/** Facts about the whole database, not about a site. */
interface ServerSettingTable {
  name: string;
  value: string;
}

/** Migrations that were applied. */
interface MigrationTable {
  name: string;
  applied_at: Instant;
}

/** What tells whether an answer that a process keeps still holds; see `SiteVersions`. */
interface SiteVersionTable {
  site: string;
  version: ColumnType<string, undefined, string>;
}

/** Every table by its name. */
export interface Tables {
  site: SiteTable;
  site_version: SiteVersionTable;
  privacy_notice: PrivacyNoticeTable;
  consultation: ConsultationTable;
  proposal: ProposalTable;
  attachment: AttachmentTable;
  attachment_part: AttachmentPartTable;
  attachment_content: AttachmentContentTable;
  attachment_object: AttachmentObjectTable;
  support: SupportTable;
  receipt_key: ReceiptKeyTable;
  author_question: AuthorQuestionTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
  session: SessionTable;
  registration: RegistrationTable;
  outbox: OutboxTable;
  idempotency_key: IdempotencyKeyTable;
  used_proof: UsedProofTable;
  staff_token: StaffTokenTable;
  server_setting: ServerSettingTable;
  migration: MigrationTable;
}
