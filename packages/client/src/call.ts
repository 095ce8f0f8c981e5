import type { Challenge, OperationId, ProvenOperation, ResponseOf } from '@nafida/contract';
import { operationOf, readOf, type CheckedOperation } from './checked-operation.js';
import type { ClientSettings } from './client-options.js';
import { deliver } from './deliver.js';
import { neverSent } from './errors/nafida-error.js';
import { NetworkError } from './errors/network-error.js';
import { ProblemError } from './errors/problem-error.js';
import { ProofError } from './errors/proof-error.js';
import { createIdempotencyKey } from './idempotency-key.js';
import { prepare, type AnyCallRequest, type CallRequest, type PreparedRequest } from './prepare.js';
import { SharedReads } from './shared-reads.js';
import { takesEffect } from './takes-effect.js';
import { underSignals } from './under-signals.js';

/** Calls any operation of the protocol by its name. */
export type Call = <Id extends OperationId>(
  id: Id,
  request?: CallRequest<Id>,
) => Promise<ResponseOf<Id>>;

/** Asks for a challenge and solves it. */
export type Solve = (
  operation: ProvenOperation,
  options?: { readonly signal?: AbortSignal | undefined },
) => Promise<string>;

const staleProofs = new Set<string>(['proof_expired', 'proof_used', 'proof_invalid']);

/**
 * The core of the client: one function that performs any operation that `find` finds, and the solving that creates
 * need.
 */
export function createCall(
  settings: ClientSettings,
  find = operationOf,
): { call: Call; solve: Solve } {
  const reads = new SharedReads();

  const call = (async (id: OperationId, request: AnyCallRequest = {}) => {
    // At once where it can be: reads that are asked for together are one request.
    const operation = readOf(id) ?? (await find(id));
    const prepared = prepare(settings, operation, withKey(operation, request));
    if (operation.method === 'GET') return read(prepared, request.signal);
    return underSignals([settings.signal, request.signal], ({ signal }) =>
      operation.proof
        ? create(id as ProvenOperation, prepared, request.proof, signal)
        : deliver(settings, prepared, {
            repeatable: isRepeatable(operation),
            proof: undefined,
            signal,
          }),
    );
  }) as Call;

  function read(prepared: PreparedRequest, signal: AbortSignal | undefined) {
    const key = JSON.stringify([prepared.url, prepared.headers['Authorization'], prepared.fresh]);
    return reads.join(key, signal, (shared) =>
      underSignals([settings.signal, shared], ({ signal }) =>
        deliver(settings, prepared, { repeatable: true, proof: undefined, signal }),
      ),
    );
  }

  async function create(
    id: ProvenOperation,
    prepared: PreparedRequest,
    given: string | undefined,
    signal: AbortSignal,
  ) {
    const send = (proof: string) =>
      deliver(settings, prepared, { repeatable: true, proof, signal });
    const proof = given ?? (await solve(id, { signal }));
    try {
      return await send(proof);
    } catch (error) {
      if (!(error instanceof ProblemError && staleProofs.has(error.code))) throw error;
      // The form stood open for an hour, or the laptop slept: not worth a word to the person.
      return send(await solve(id, { signal }));
    }
  }

  const solve: Solve = (operation, options) =>
    underSignals([settings.signal, options?.signal], async (controller) => {
      if (!globalThis.crypto?.subtle) throw new ProofError('insecure_page');
      const [challenge, { proofOf }] = await Promise.all([
        call('createChallenge', { body: { operation }, signal: controller.signal }),
        loadSolver(),
      ]);
      return proofOf(challenge, controller);
    });

  return { call, solve };
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

/** The solver is loaded with the first create: whoever only reads never pays for it. */
async function loadSolver(): Promise<{
  proofOf: (challenge: Challenge, controller: AbortController) => Promise<string>;
}> {
  try {
    return await import('./solve-challenge.js');
  } catch (cause) {
    throw new NetworkError(neverSent, cause);
  }
}
