import type { OperationId, Operations, QueryOf, ResponseOf } from '@nafida/contract';
import type * as z from 'zod/mini';
import type { Database } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import type { CheckedProof, ProofOfWork } from './proof-of-work.js';
import type { SiteRecord } from './site-record.js';

/** The services of every operation. A folder whose operations need more has its own type. */
export interface Services {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly proofOfWork: ProofOfWork;
  /** Messages go out by mail. */
  readonly sendsMail: boolean;
  /** How long an address may take to be confirmed; null if nothing is sent that could confirm it. */
  readonly confirmMinutes: number | null;
  /** Whether pages that this server itself serves may send to every site. */
  readonly trustsOwnPages: boolean;
}

type ParameterIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterIn<Rest>
  : never;

/** Names of the path parameters of an operation except `site`. */
type ParameterOf<Id extends OperationId> = Exclude<ParameterIn<Operations[Id]['path']>, 'site'>;

/** The checked and normalised body of an operation. */
export type CheckedBodyOf<Id extends OperationId> = Operations[Id] extends {
  body: infer Body extends z.ZodMiniType;
}
  ? z.output<Body>
  : null;

/** One request, checked against the contract. */
export interface Call<Id extends OperationId> {
  readonly site: SiteRecord;
  readonly parameters: Readonly<Record<ParameterOf<Id>, string>>;
  readonly query: QueryOf<Id>;
  readonly body: CheckedBodyOf<Id>;
  /** Bearer token; empty if the operation asks for none. */
  readonly token: string;
  /** Keyed hash of the address that asks, which changes every day. */
  readonly sender: string;
  /** Label of the staff token; empty unless the operation asks for one. */
  readonly staff: string;
  /** Empty if the operation takes none. */
  readonly idempotencyKey: string;
  /** The `Nafida-Proof` header: checked if the operation takes an idempotency key, and null for a repetition. */
  readonly proof: Operations[Id] extends { idempotencyKey: true }
    ? CheckedProof | null
    : string | null;
}

/** The answer of an operation that succeeded. */
export interface Reply<Id extends OperationId> {
  readonly body: ResponseOf<Id>;
  /** Whether this repeats the answer to an earlier request with the same key. */
  readonly replayed?: boolean;
  /** When a public answer changes by itself, as what is open closes; null or missing where only a write changes it. */
  readonly until?: Date | null;
}

/** The services that an operation may use: if its answers are public, it can only read, from any database. */
export type ServicesOf<
  Id extends OperationId,
  Needed extends Services = Services,
> = Operations[Id] extends { cache: 'public' }
  ? Omit<Needed, 'database'> & { readonly database: Pick<Database, 'reader'> }
  : Needed;

/** Carries out one operation. Throws `ProblemError` to refuse. */
export type Handler<Id extends OperationId, Needed extends Services = Services> = (
  services: ServicesOf<Id, Needed>,
  call: Call<Id>,
) => Promise<Reply<Id>>;

// What ids look like in paths, filters and bodies; anything else names nothing and never reaches the database.
const identifier = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/;

/** The first of these instants that is still to come, or null. */
export function nextOf(now: Date, instants: readonly (Date | null)[]): Date | null {
  const coming = instants.flatMap((instant) => (instant && instant > now ? instant.getTime() : []));
  return coming.length === 0 ? null : new Date(Math.min(...coming));
}

/** Whether `text` can be the id of anything. */
export function isIdentifier(text: string): boolean {
  return identifier.test(text);
}
