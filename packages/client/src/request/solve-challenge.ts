import type { Challenge, ProvenOperation } from '@nafida/contract';
import { solveChallenge as search, type Challenge as AltchaChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { ProofError } from '../errors/proof-error.js';
import { toJson } from '../natives.js';

// A cheap phone takes ten times as long as a laptop; after this, an error is better.
const timeoutMs = 120_000;

/**
 * Solves a challenge and gives what the `Nafida-Proof` header carries. Each step is done by the browser's own
 * cryptography off the main thread, so the page stays free. Throws `ProofError`; ends soon after `controller`
 * is aborted.
 */
export async function proofOf(
  challenge: Challenge,
  operation: ProvenOperation,
  controller: AbortController,
): Promise<string> {
  const { parameters, signature } = challenge;
  // The parameters are the server's; the solver checks those it needs and throws for what it cannot do.
  const asked = {
    parameters: parameters as typeof parameters & AltchaChallenge['parameters'],
    signature,
  };
  let solution;
  try {
    solution = await search({ challenge: asked, controller, deriveKey, timeout: timeoutMs });
  } catch (cause) {
    throw new ProofError('unsupported_challenge', operation, cause);
  }
  if (!solution) throw new ProofError('too_slow', operation);
  return base64(toJson({ challenge: asked, solution }));
}

function base64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
