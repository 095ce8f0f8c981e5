import type { ProvenOperation } from '@nafida/contract';
import { neverSent } from '../errors/nafida-error.js';
import { NetworkError } from '../errors/network-error.js';
import { ProblemError } from '../errors/problem-error.js';
import { ProofError } from '../errors/proof-error.js';
import { createIdempotencyKey } from '../idempotency-key.js';
import type { Call } from './call.js';
import type { CheckedOperation } from './checked-operation.js';
import type { ClientSettings } from './client-options.js';
import { deliver } from './deliver.js';
import { prepare, type AnyCallRequest, type PreparedRequest } from './prepare.js';
import { takesEffect } from './takes-effect.js';
import { underSignals } from './under-signals.js';

const staleProofs = new Set<string>(['proof_expired', 'proof_used', 'proof_invalid']);

/** Sends a request that takes effect, with its key and its proof if the operation needs them. */
export async function send(
  settings: ClientSettings,
  call: Call,
  operation: CheckedOperation,
  request: AnyCallRequest,
): Promise<unknown> {
  const prepared = prepare(settings, operation, withKey(operation, request));
  return underSignals([settings.signal, request.signal], ({ signal }) =>
    operation.proof
      ? create(settings, call, prepared, request.proof, signal)
      : deliver(settings, prepared, {
          repeatable: isRepeatable(operation),
          proof: undefined,
          signal,
        }),
  );
}

async function create(
  settings: ClientSettings,
  call: Call,
  prepared: PreparedRequest,
  given: string | undefined,
  signal: AbortSignal,
) {
  const id = prepared.operation.id as ProvenOperation;
  const send = (proof: string) => deliver(settings, prepared, { repeatable: true, proof, signal });
  const proof = given ?? (await solve(settings, call, id, signal));
  try {
    return await send(proof);
  } catch (error) {
    if (!(error instanceof ProblemError && staleProofs.has(error.code))) throw error;
    // The form stood open for an hour, or the laptop slept: not worth a word to the person.
    return send(await solve(settings, call, id, signal));
  }
}

/** Asks for a challenge and solves it. */
export async function solve(
  settings: ClientSettings,
  call: Call,
  operation: ProvenOperation,
  signal: AbortSignal | undefined,
): Promise<string> {
  return underSignals([settings.signal, signal], async (controller) => {
    if (!globalThis.crypto?.subtle) throw new ProofError('insecure_page', operation);
    const [challenge, { proofOf }] = await Promise.all([
      call('createChallenge', { body: { operation }, signal: controller.signal }),
      loadSolver(),
    ]);
    return proofOf(challenge, operation, controller);
  });
}

function withKey(operation: CheckedOperation, request: AnyCallRequest): AnyCallRequest {
  if (!operation.idempotencyKey) return request;
  return { ...request, idempotencyKey: request.idempotencyKey ?? createIdempotencyKey() };
}

// Asking for a challenge stores nothing, so asking twice is harmless although it is a POST without a key.
function isRepeatable(operation: CheckedOperation): boolean {
  const saysHowItShallBe = ['DELETE', 'PUT', 'PATCH'].includes(operation.method);
  return saysHowItShallBe || operation.idempotencyKey || !takesEffect(operation);
}

/** The first create loads the solver, so a page that only reads does not load it. */
async function loadSolver(): Promise<typeof import('./solve-challenge.js')> {
  try {
    return await import('./solve-challenge.js');
  } catch (cause) {
    throw new NetworkError(neverSent, cause);
  }
}
