import type { Challenge, ProvenOperation } from '@nafida/contract';
import { createChallenge, verifySolution, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { FakeProblemError } from './fake-problem-error.js';

const lifetimeMs = 15 * 60_000;

/** How much work a create costs on a fake server. */
export interface FakeProofCost {
  /** PBKDF2 iterations of one attempt; default: 10. */
  readonly cost: number;
  /** Attempts until the solution; default: 3. */
  readonly attempts: number;
}

/** Makes and checks real challenges; by default they are far cheaper than those of a server. */
export class FakeProofs {
  readonly #now: () => number;
  readonly #secret = crypto.randomUUID();
  readonly #used = new Set<string>();
  readonly #cost: FakeProofCost;

  constructor(now: () => number, cost: Partial<FakeProofCost> = {}) {
    this.#now = now;
    this.#cost = { cost: 10, attempts: 3, ...cost };
  }

  /** A challenge for one operation. */
  async challenge(site: string, operation: ProvenOperation): Promise<Challenge> {
    const expiresAt = this.#now() + lifetimeMs;
    const { parameters, signature } = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: this.#cost.cost,
      counter: this.#cost.attempts,
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

  /** Checks a proof for one operation. Throws {@link FakeProblemError}. */
  async check(site: string, operation: ProvenOperation, proof: string | null): Promise<string> {
    if (proof === null) throw new FakeProblemError('proof_required');
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
      throw new FakeProblemError('proof_invalid');
    }
    if (Number(data['expiresAt']) < this.#now()) throw new FakeProblemError('proof_expired');
    return nonce;
  }

  /**
   * Checks a proof for one operation and uses it up; the function returned gives it back when the operation is
   * refused. Throws {@link FakeProblemError}.
   */
  async claim(site: string, operation: ProvenOperation, proof: string | null): Promise<() => void> {
    const nonce = await this.check(site, operation, proof);
    if (this.#used.has(nonce)) throw new FakeProblemError('proof_used');
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
  throw new FakeProblemError('proof_invalid');
}
