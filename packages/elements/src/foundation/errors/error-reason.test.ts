import { createClient } from '@nafida/client';
import type { SimulatedError } from '@nafida/client/testing';
import { createFakeServer } from '@nafida/client/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorReasonOf } from './error-reason.js';

async function reasonFor(simulated: SimulatedError | undefined, site?: string) {
  const server = createFakeServer();
  const client = createClient({
    baseUrl: server.baseUrl,
    site: site ?? server.site,
    fetch: server.fetch,
    timeoutMs: 20,
    retry: false,
  });
  if (simulated) server.failNext(simulated);
  const error: unknown = await client.site.get().then(
    () => assert.fail('It did not fail.'),
    (reason: unknown) => reason,
  );
  return errorReasonOf(error);
}

describe('what to tell about a failed reading', () => {
  it('is the connection where the server was not reached', async () => {
    for (const simulated of ['unreachable', 'silence'] as const)
      assert.equal(await reasonFor(simulated), 'offline', simulated);
  });
  it('is the page where something answers that is not the server, which a public network cannot over https', async () => {
    assert.equal(await reasonFor('captive_portal'), 'setup');
  });
  it('is the page where it names a site that does not exist', async () => {
    assert.equal(await reasonFor(undefined, 'nowhere'), 'setup');
  });
  it('is the service otherwise', async () => {
    assert.equal(await reasonFor('unavailable'), 'server');
    assert.equal(errorReasonOf(new TypeError('a bug')), 'server');
  });
});
