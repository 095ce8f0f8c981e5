import {
  idempotencyKeyDays,
  type FieldIssue,
  type ProblemCode,
  type ProposalInput,
  type Receipt,
} from '@nafida/contract';

/**
 * Why a proposal is not sent again by itself: the server's problem code; `unknown` for a code of a newer server; `expired`
 * if it waited so long that the server may have forgotten its key; `proof` if this device cannot make a proof of work.
 */
export type OutboxProblemReason = ProblemCode | 'unknown' | 'expired' | 'proof';

/** What a person has to correct before the proposal can be sent. */
export interface OutboxProblem {
  readonly reason: OutboxProblemReason;
  /** Issues by field; empty unless the reason is `invalid_input`. */
  readonly issues: readonly FieldIssue[];
}

/** A photo or document that is sent before its proposal. */
export interface SealedFile {
  readonly content: Blob;
  /** On this device; it is not sent. */
  readonly name: string;
  /** What it shows; empty if nobody said. */
  readonly description: string;
  /** Id of the question that it answers; undefined for a file of the proposal itself. */
  readonly question?: string | undefined;
  /** Token of an upload that has begun. The upload continues, and the proposal names the token. */
  readonly token: string | undefined;
}

interface KeptItem {
  /** The idempotency key it is sent with. */
  readonly id: string;
  /** When it was put into the outbox, in milliseconds since 1970. */
  readonly keptAt: number;
}

/** Sealed, and sent as soon as there is a connection. */
export interface WaitingItem extends KeptItem {
  readonly state: 'waiting';
  /** Without its files. */
  readonly input: ProposalInput;
  readonly files?: readonly SealedFile[];
  /** True if an attempt may have reached the server without an answer. */
  readonly maybeSent: boolean;
}

/** Not sent again by itself; the text is kept until the person corrects or removes it. */
export interface RefusedItem extends KeptItem {
  readonly state: 'refused';
  readonly input: ProposalInput;
  readonly files?: readonly SealedFile[];
  readonly refusal: OutboxProblem;
}

/** Stored by the server; only the receipt is left, for the person to see. */
export interface SentItem extends KeptItem {
  readonly state: 'sent';
  readonly receipt: Receipt;
}

/** One proposal in the outbox, as it is stored. */
export type StoredItem = WaitingItem | RefusedItem | SentItem;

/** One proposal in the outbox; a union by `state`. */
export type OutboxItem = StoredItem & {
  /** `page` if the browser cannot store it: it is lost when the page is closed. */
  readonly keptIn: 'device' | 'page';
  /** When the outbox stops sending it by itself, in milliseconds since 1970. */
  readonly expiresAt: number;
};

const day = 86_400_000;

/**
 * When the outbox stops sending an item by itself: a day before the server may forget its key. After that, sending it again
 * could store it twice.
 */
export function expiryOf({ keptAt }: StoredItem): number {
  return keptAt + (idempotencyKeyDays - 1) * day;
}

/** The item in a stored value of this or another version; undefined if it is not an item. */
export function itemIn(value: unknown): StoredItem | undefined {
  if (!isRecord(value) || typeof value['id'] !== 'string') return undefined;
  if (typeof value['keptAt'] !== 'number') return undefined;
  const { state } = value;
  const isItem =
    state === 'sent'
      ? isRecord(value['receipt'])
      : isRecord(value['input']) &&
        (state === 'waiting' || (state === 'refused' && isRecord(value['refusal'])));
  return isItem ? (value as unknown as StoredItem) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
