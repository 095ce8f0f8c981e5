import type { OperationId } from '@nafida/contract';
import type { Call, Reply, ServicesOf } from '../operations/operation.js';
import type { SiteRecord } from '../operations/site-record.js';
import type { AllServices } from './all-services.js';
import { handlers } from './handlers.js';
import type { PublicReader } from './public-sender.js';

/** Carries out one operation whose answers anyone may keep. `query` is checked already. */
export function readPublic<Id extends OperationId>(
  services: PublicReader,
  id: Id,
  asked: {
    readonly site: SiteRecord;
    readonly parameters: Readonly<Record<string, string>>;
    readonly query: unknown;
  },
): Promise<Reply<Id>> {
  const { site, parameters, query } = asked;
  const call = {
    ...{ site, parameters, query, body: null, token: '', staff: '' },
    ...{ idempotencyKey: '', proof: null },
  } as unknown as Call<Id>;
  return handlers[id](services as ServicesOf<Id, AllServices>, call);
}
