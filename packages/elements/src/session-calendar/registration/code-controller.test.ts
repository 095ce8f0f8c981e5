import { createClient } from '@nafida/client';
import { createFakeServer, sampleDesk, sampleSite } from '@nafida/client/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSession } from '../../testing/sample-session.js';
import { CodeController } from './code-controller.js';

const session = sampleSession({ registration: sampleDesk(1) });

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
  const codes = new CodeController({
    client: () => client,
    findSession: (id) => client.sessions.get(id),
    onChange: () => undefined,
    onError: () => undefined,
  });
  return { server, client, codes, first, second };
}

describe('a registration opened with its code', () => {
  it('is shown with its session, and the code is not kept in the field', async () => {
    const { codes, second } = await opened();
    codes.code = ` ${second.manageToken} `;
    await codes.open();
    assert.equal(codes.held?.registration.status, 'waitlisted');
    assert.equal(codes.held.registration.position, 1);
    assert.equal(codes.held.session?.id, session.id);
    assert.equal(codes.code, '');
    codes.close();
    assert.equal(codes.held, undefined);
  });

  it('is cancelled, and the next person is promoted', async () => {
    const { codes, first, second, client } = await opened();
    codes.code = first.manageToken!;
    await codes.open();
    assert.equal(await codes.held!.cancel(), true);
    assert.equal(codes.held!.registration.status, 'cancelled');
    assert.equal((await client.registrations.get(second.manageToken!)).status, 'confirmed');
  });

  it('is still there when cancelling meets a bad line', async () => {
    const { codes, first, server } = await opened();
    codes.code = first.manageToken!;
    await codes.open();
    server.reachable = false;
    codes.held!.ask(true);
    assert.equal(await codes.held!.cancel(), false);
    assert.equal(codes.held!.fault, 'offline');
    assert.equal(codes.held!.step, 'asking');
    server.reachable = true;
    assert.equal(await codes.held!.cancel(), true);
  });

  it('is not found with a wrong code, an empty one, or one of letters no header can carry', async () => {
    const { codes, server } = await opened();
    const faultFor = async (code: string) => {
      codes.code = code;
      await codes.open();
      return codes.fault;
    };
    assert.equal(await faultFor('AAAA-BBBB-CCCC-DDDD'), 'unknown');
    assert.equal(await faultFor('رمز'), 'unknown');
    assert.equal(await faultFor('  '), 'required');
    server.reachable = false;
    assert.equal(await faultFor('AAAA-BBBB-CCCC-DDDD'), 'offline');
  });
});
