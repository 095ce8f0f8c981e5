import {
  idempotencyKeyDays,
  type FieldIssue,
  type ProblemCode,
  type ProposalInput,
  type Receipt,
} from '@nafida/contract';

/**
 * Why a proposal will not go by itself: the server's problem code; `unknown` for one of a newer server; `expired`
 * when it waited so long that the server may have forgotten its key; `proof` when this device cannot make a proof
 * of work.
 */
export type OutboxRefusalReason = ProblemCode | 'unknown' | 'expired' | 'proof';

/** What a person has to mend before the proposal can go. */
export interface OutboxRefusal {
  readonly reason: OutboxRefusalReason;
  /** Faults by field; empty unless the reason is `invalid_input`. */
  readonly issues: readonly FieldIssue[];
}

/** A photo or document that is sent before its proposal. */
export interface SealedFile {
  readonly content: Blob;
  /** On this device; it is not sent. */
  readonly name: string;
  /** What it shows; empty for nothing said. */
  readonly description: string;
  /** Id of the question that it answers; none for one that goes with the proposal itself. */
  readonly question?: string | undefined;
  /** Of an upload that was begun; it goes on, and the proposal names it. */
  readonly token: string | undefined;
}

interface KeptItem {
  /** The idempotency key it is sent with. */
  readonly id: string;
  /** When it was handed over, in milliseconds since 1970. */
  readonly keptAt: number;
}

/** Sealed, and sent as soon as there is a connection. */
export interface WaitingItem extends KeptItem {
  readonly state: 'waiting';
  /** Without its files. */
  readonly input: ProposalInput;
  readonly files?: readonly SealedFile[];
  /** True when a try may have reached the server although no answer said so. */
  readonly maybeSent: boolean;
}

/** Not sent again by itself; what was written is kept until the person mends or removes it. */
export interface RefusedItem extends KeptItem {
  readonly state: 'refused';
  readonly input: ProposalInput;
  readonly files?: readonly SealedFile[];
  readonly refusal: OutboxRefusal;
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
  /** `page` where the browser keeps nothing: it is lost when the page is closed. */
  readonly keptIn: 'device' | 'page';
  /** When it ceases to go by itself, in milliseconds since 1970. */
  readonly expiresAt: number;
};

const day = 86_400_000;

/**
 * When an item ceases to go by itself: a day before the server may forget its key, after which sending it again
 * could store it twice.
 */
export function expiryOf({ keptAt }: StoredItem): number {
  return keptAt + (idempotencyKeyDays - 1) * day;
}

/** What was stored as an item, by this or another version; undefined when it is none. */
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
