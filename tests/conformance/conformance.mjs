import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allOperations as operations } from '@nafida/contract/staff.js';
import { Api } from './api.mjs';
import { describeAttachments } from './attachments.mjs';
import { describeCalendars } from './calendars.mjs';
import { describeIdempotency } from './idempotency.mjs';
import { describeModeration } from './moderation.mjs';
import { describeProposals } from './proposals.mjs';
import { describePublishedProposals } from './published-proposals.mjs';
import { describeReads } from './reads.mjs';
import { describeRegistrations } from './registrations.mjs';
import { describeStaff } from './staff.mjs';
import { describeTransport } from './transport.mjs';
import { world } from './world.mjs';

/**
 * What any participation server must do, over HTTP alone. The reference server and the client's fake both pass it;
 * a server of one's own can be held against it the same way.
 *
 * @param {string} name
 * @param {(content: typeof world) => Promise<{
 *   fetch: typeof fetch,
 *   baseUrl: string,
 *   staffTokens: Record<string, string>,
 *   close(): Promise<void>,
 * }>} makeServer starts a server that holds `content` and nothing else, with limits by address out of the way;
 *   `staffTokens` are by site
 */
export function describeConformance(name, makeServer) {
  describe(name, () => {
    const performed = new Set();
    /** Filled before the first test: the main site, and the neighbour on the same server. */
    const sites = {};
    let server;

    before(async () => {
      server = await makeServer(world);
      for (const [role, { id }] of Object.entries(world)) {
        const site = { id, staffToken: server.staffTokens[id], privacyHash: '' };
        sites[role] = new Api(server, site, performed);
        const { privacy } = await sites[role].value('getSite');
        site.privacyHash = privacy.hash;
      }
    });
    after(() => server?.close());

    describeTransport(sites);
    describeReads(sites);
    describeCalendars(sites);
    describeProposals(sites);
    describePublishedProposals(sites);
    describeAttachments(sites);
    describeModeration(sites);
    describeRegistrations(sites);
    describeStaff(sites);
    describeIdempotency(sites);

    it('was asked for every operation of the contract', () => {
      assert.deepEqual([...performed].sort(), Object.keys(operations).sort());
    });
  });
}
