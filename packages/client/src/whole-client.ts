import { consultationsReads } from '@nafida/contract/reads/consultations.js';
import { proposalsReads } from '@nafida/contract/reads/proposals.js';
import { receiptsReads } from '@nafida/contract/reads/receipts.js';
import { registrationsReads } from '@nafida/contract/reads/registrations.js';
import { sessionsReads } from '@nafida/contract/reads/sessions.js';
import { siteReads } from '@nafida/contract/reads/site.js';
import { createClient as createClientOf, type Client } from './client.js';
import type { ClientOptions } from './request/client-options.js';
import { know } from './request/known-reads.js';
import { withHooks } from './request/run-hooks.js';

/**
 * A client of `site` on the server at `baseUrl`, for browsers and Node 20 or newer. It sends no cookies, checks
 * what it sends and what it gets against the protocol, and tries again on its own wherever that is safe.
 * Rejections are errors that `isNafidaError` knows, or the reason of an aborted signal.
 */
export function createClient(options: ClientOptions): Client {
  // Here and not while the module starts: a bundle that makes no client then keeps nothing of this package.
  know({
    ...consultationsReads,
    ...proposalsReads,
    ...receiptsReads,
    ...registrationsReads,
    ...sessionsReads,
    ...siteReads,
  });
  return createClientOf(withHooks(options));
}
