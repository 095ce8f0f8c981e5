// One test to begin with: what a page reads and sends, on a server in memory. Run it with `npm test`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@nafida/client';
import { createFakeServer, sampleDesk, sampleSession, sampleSite } from '@nafida/client/testing';

test('the last of two seats can be taken, and the third person waits', async () => {
  const server = createFakeServer({
    site: sampleSite({ id: '{{site}}' }),
    sessions: [sampleSession({ registration: sampleDesk(2) })],
  });
  const client = createClient(server);
  const { privacy } = await client.site.get();
  const statuses = [];
  for (const name of ['Fatima', 'Karim', 'Nadia']) {
    const { status } = await client.sessions.register('listening-session', {
      name,
      email: `${name.toLowerCase()}@example.org`,
      language: 'fr',
      consent: { privacyHash: privacy?.hash ?? '' },
    });
    statuses.push(status);
  }
  assert.deepEqual(statuses, ['confirmed', 'confirmed', 'waitlisted']);
});
