import type { OperationId } from '@nafida/contract';
import type { Call, Solve } from './call.js';
import type { ClientSettings } from './client-options.js';
import { deliver } from './deliver.js';
import { loadSending, operationOf, readOf } from './find-operation.js';
import { prepare, type AnyCallRequest, type PreparedRequest } from './prepare.js';
import { SharedReads } from './shared-reads.js';
import { underSignals } from './under-signals.js';

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
    if (operation.method === 'GET') {
      return read(prepare(settings, operation, request), request.signal);
    }
    const { send } = await loadSending();
    return send(settings, call, operation, request);
  }) as Call;

  const solve: Solve = async (operation, options) => {
    const { solve } = await loadSending();
    return solve(settings, call, operation, options?.signal);
  };

  function read(prepared: PreparedRequest, signal: AbortSignal | undefined) {
    const key = [prepared.url, prepared.headers['Authorization'], prepared.fresh].join('\n');
    return reads.join(key, signal, (shared) =>
      underSignals([settings.signal, shared], ({ signal }) =>
        deliver(settings, prepared, { repeatable: true, proof: undefined, signal }),
      ),
    );
  }

  return { call, solve };
}
