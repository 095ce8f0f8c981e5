import type { Challenge, ProvenOperation } from '@nafida/contract';
import { createChallenge, verifySolution, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { Refusal } from './refusal.js';

const lifetimeMs = 10 * 60_000;

/** Makes and checks real challenges, only far cheaper ones than a server would set. */
export class FakeProofs {
  readonly #now: () => number;
  readonly #secret = crypto.randomUUID();
  readonly #used = new Set<string>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A challenge for one operation. */
  async challenge(site: string, operation: ProvenOperation): Promise<Challenge> {
    const expiresAt = this.#now() + lifetimeMs;
    const { parameters, signature } = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 10,
      counter: 3,
      deriveKey,
      // The lib judges expiry by the machine's clock; ours may be a test's.
      data: { site, operation, expiresAt },
      hmacSignatureSecret: this.#secret,
      hmacKeySignatureSecret: this.#secret,
    });
    return {
      parameters: { ...parameters },
      signature: signature!,
      expiresAt: new Date(expiresAt).toISOString(),
    };
  }

  /**
   * Checks a proof for one operation and uses it up; the function returned gives it back when the operation is
   * refused. Throws {@link Refusal}.
   */
  async claim(site: string, operation: ProvenOperation, proof: string | null): Promise<() => void> {
    if (proof === null) throw new Refusal('proof_required');
    const { challenge, solution } = payloadIn(proof);
    const { verified } = await verifySolution({
      challenge,
      solution,
      deriveKey,
      hmacSignatureSecret: this.#secret,
      hmacKeySignatureSecret: this.#secret,
    });
    const { data, nonce } = challenge.parameters;
    if (!verified || data?.['site'] !== site || data['operation'] !== operation) {
      throw new Refusal('proof_invalid');
    }
    if (Number(data['expiresAt']) < this.#now()) throw new Refusal('proof_expired');
    if (this.#used.has(nonce)) throw new Refusal('proof_used');
    this.#used.add(nonce);
    return () => this.#used.delete(nonce);
  }
}

function payloadIn(proof: string): Payload {
  try {
    const payload = JSON.parse(atob(proof)) as Payload;
    if (payload.challenge.parameters && payload.solution) return payload;
  } catch {
    // Neither base64 nor JSON of the right shape.
  }
  throw new Refusal('proof_invalid');
}
