import { createClient } from '@nafida/client';
import { createFakeServer, sampleSessionRegistration, sampleSite } from '@nafida/client/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSession } from '../../testing/sample-session.js';
import { registrationLookup } from './registration-lookup.js';

const session = sampleSession({ registration: sampleSessionRegistration(1) });

async function opened() {
  const now = () => Date.parse('2026-11-01T12:00:00Z');
  const server = createFakeServer({ sessions: [session], now });
  const client = createClient({
    baseUrl: server.baseUrl,
    site: server.site,
    fetch: server.fetch,
    retry: false,
  });
  const register = (name: string, phone: string) =>
    client.sessions.register(session.id, {
      name,
      phone,
      language: 'ar',
      consent: { privacyHash: sampleSite().privacy!.hash },
    });
  const first = await register('فاطمة', '0612345678');
  const second = await register('محمد', '0698765432');
  const lookup = registrationLookup({
    client: () => client,
    signal: () => new AbortController().signal,
    findSession: (id) => client.sessions.get(id),
    onChange: () => undefined,
    onError: () => undefined,
  });
  return { server, client, lookup, first, second };
}

describe('a registration opened with its code', () => {
  it('is shown with its session, and the code is not kept in the field', async () => {
    const { lookup, second } = await opened();
    lookup.code = ` ${second.manageToken} `;
    await lookup.open();
    assert.equal(lookup.found?.registration.status, 'waitlisted');
    assert.equal(lookup.found.registration.position, 1);
    assert.equal(lookup.found.session?.id, session.id);
    assert.equal(lookup.code, '');
    lookup.close();
    assert.equal(lookup.found, undefined);
  });

  it('is cancelled, and the next person is promoted', async () => {
    const { lookup, first, second, client } = await opened();
    lookup.code = first.manageToken!;
    await lookup.open();
    assert.equal(await lookup.found!.cancel(), true);
    assert.equal(lookup.found!.registration.status, 'cancelled');
    assert.equal((await client.registrations.get(second.manageToken!)).status, 'confirmed');
  });

  it('is still there when cancelling meets a bad line', async () => {
    const { lookup, first, server } = await opened();
    lookup.code = first.manageToken!;
    await lookup.open();
    server.reachable = false;
    lookup.found!.ask(true);
    assert.equal(await lookup.found!.cancel(), false);
    assert.equal(lookup.found!.issue, 'offline');
    assert.equal(lookup.found!.step, 'asking');
    server.reachable = true;
    assert.equal(await lookup.found!.cancel(), true);
  });

  it('is not found with a wrong code, an empty one, or one of letters no header can carry', async () => {
    const { lookup, server } = await opened();
    const issueFor = async (code: string) => {
      lookup.code = code;
      await lookup.open();
      return lookup.issue;
    };
    assert.equal(await issueFor('AAAA-BBBB-CCCC-DDDD'), 'unknown');
    assert.equal(await issueFor('رمز'), 'unknown');
    assert.equal(await issueFor('  '), 'required');
    server.reachable = false;
    assert.equal(await issueFor('AAAA-BBBB-CCCC-DDDD'), 'offline');
  });
});
