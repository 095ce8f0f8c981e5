import type { Challenge, ProvenOperation } from '@nafida/contract';
import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { canonicalJson } from '../canonical-json.js';
import type { DatabaseTransaction } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { ProblemError } from './problem-error.js';

/** How much work a create costs. */
export interface ProofSettings {
  /** PBKDF2 iterations of one attempt. */
  readonly cost: number;
  /**
   * The average number of attempts until the solution. It is drawn evenly from 1 to just under twice as many, so no
   * first number is better, and whoever knows the setting pays what a citizen pays.
   */
  readonly attempts: number;
  /** Seconds from the challenge, which a page asks for at the first key, until a proposal is taken. */
  readonly minSeconds: number;
}

/** About a second on a laptop of 2020; see docs/server.md. Nobody writes and sends a proposal in three. */
export const defaultProofSettings: ProofSettings = {
  cost: 5_000,
  attempts: 750,
  minSeconds: 3,
};

// Minutes, so that proofs cannot be collected for a flood. Whoever writes for longer sends with a fresh one, which the
// client makes by itself.
const lifetimeMs = 15 * 60 * 1_000;

const proofSchema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      cost: z.number(),
      data: z.object({ site: z.string(), operation: z.string() }),
      expiresAt: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      nonce: z.string(),
      salt: z.string(),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

type Proof = z.output<typeof proofSchema>;

/** A proof that holds and has not been spent yet. */
export interface CheckedProof {
  readonly nonce: string;
  readonly expiresAt: Date;
}

/** Makes and checks challenges; each is good for one create of one site. */
export class ProofOfWork {
  readonly #settings: ProofSettings;
  readonly #secrets: { hmacSignatureSecret: string; hmacKeySignatureSecret: string };

  constructor(keyring: Keyring, settings: ProofSettings) {
    this.#settings = settings;
    this.#secrets = {
      hmacSignatureSecret: keyring.proofSecret('challenge'),
      hmacKeySignatureSecret: keyring.proofSecret('solution'),
    };
  }

  async challenge(site: string, operation: ProvenOperation): Promise<Challenge> {
    const { cost, attempts } = this.#settings;
    // Whole seconds, as the challenge keeps them.
    const expiresAt = new Date(Math.floor((Date.now() + lifetimeMs) / 1_000) * 1_000);
    const challenge = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost,
      counter: randomInt(1, 2 * attempts),
      data: { site, operation },
      expiresAt,
      deriveKey,
      ...this.#secrets,
    });
    return {
      parameters: { ...challenge.parameters },
      signature: challenge.signature ?? '',
      expiresAt: expiresAt.toISOString(),
    };
  }

  /**
   * Checks the `Nafida-Proof` header. The solution is compared with its signature, so checking costs microseconds while
   * solving costs a second.
   */
  check(header: string | null, site: string, operation: string): CheckedProof {
    if (header === null) throw new ProblemError('proof_required');
    const proof = readProof(header);
    if (!proof) throw new ProblemError('proof_invalid');
    const { parameters } = proof.challenge;
    const expiresAt = new Date(parameters.expiresAt * 1_000);
    if (expiresAt.getTime() < Date.now()) throw new ProblemError('proof_expired');
    const isBound = parameters.data.site === site && parameters.data.operation === operation;
    if (!isBound || !this.#isSolved(proof)) throw new ProblemError('proof_invalid');
    if (operation === 'createProposal') this.#requireTime(expiresAt);
    return { nonce: parameters.nonce, expiresAt };
  }

  /**
   * The same result as `verifySolution` of altcha-lib for a challenge whose solution was signed with it. That function
   * signs in threads, so each check costs milliseconds if several come at once.
   */
  #isSolved({ challenge: { parameters, signature }, solution }: Proof): boolean {
    const { hmacSignatureSecret, hmacKeySignatureSecret } = this.#secrets;
    const key = Buffer.from(solution.derivedKey, 'hex');
    return (
      isHmac(signature, canonicalJson(parameters), hmacSignatureSecret) &&
      key.toString('hex') === solution.derivedKey &&
      isHmac(parameters.keySignature, key, hmacKeySignatureSecret)
    );
  }

  /** A request that is sent faster than anybody writes has to wait; pages wait by themselves, with the same proof. */
  #requireTime(expiresAt: Date): void {
    const askedAt = expiresAt.getTime() - lifetimeMs;
    const leftMs = askedAt + this.#settings.minSeconds * 1_000 - Date.now();
    if (leftMs <= 0) return;
    throw new ProblemError('rate_limited', { retryAfter: Math.ceil(leftMs / 1_000) });
  }
}

function isHmac(given: string, content: string | Buffer, secret: string): boolean {
  const right = Buffer.from(createHmac('sha256', secret).update(content).digest('hex'));
  const bytes = Buffer.from(given);
  return bytes.byteLength === right.byteLength && timingSafeEqual(bytes, right);
}

function readProof(header: string): Proof | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(header, 'base64').toString('utf8'));
    const result = z.safeParse(proofSchema, json);
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

/** Spends a proof together with what it was given for. */
export async function spendProof(
  transaction: DatabaseTransaction,
  site: string,
  { nonce, expiresAt }: CheckedProof,
): Promise<void> {
  const spent = await transaction
    .insertInto('used_proof')
    .values({ site, nonce, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (spent.numInsertedOrUpdatedRows === 0n) throw new ProblemError('proof_used');
}
