import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { startServer } from '@nafida/server';
import { Api } from '../conformance/api.mjs';
import { register } from '../conformance/inputs.mjs';
import { world } from '../conformance/world.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';

const waitMs = 60_000;

describe('a seat for an address that nobody confirms', () => {
  let server;
  let api;

  before(async () => {
    server = await startServer({
      port: 0,
      log: false,
      data: await temporaryFolder('data'),
      proof: { cost: 1, attempts: 2, minSeconds: 0 },
      // Nothing listens there.
      mail: {
        url: 'smtp://127.0.0.1:1',
        from: 'participation@oriental.example',
        confirmMinutes: 0.1,
      },
    });
    const { privacy, holidays, consultations, sessions, ...site } = world.main;
    await server.run('site create', site);
    await server.run('site privacy', { site: site.id, privacy });
    await server.run('sessions import', {
      site: site.id,
      sessions: sessions.filter(({ id }) => id === 'one-seat' || id === 'last-seat'),
    });
    const { token: staffToken } = await server.run('staff-token create', { site: site.id });
    const record = { id: site.id, staffToken, privacyHash: '' };
    api = new Api({ fetch, baseUrl: server.url }, record);
    record.privacyHash = (await api.value('getSite')).privacy.hash;
  });
  after(() => server?.close());

  const remaining = async (session) =>
    (await api.value('getSession', { parameters: { session } })).registration.remaining;
  const statusOf = async ({ manageToken }) =>
    (await api.value('getRegistration', { token: manageToken })).status;

  it('is kept for a while, and then goes to the next in line', async () => {
    const silent = await register(api, 'one-seat', { email: 'silent@example.org' });
    assert.equal(silent.status, 'unconfirmed');
    assert.equal(await remaining('one-seat'), 0);
    const caller = { email: undefined, phone: '0612345678' };
    const waiting = await register(api, 'one-seat', caller);
    assert.deepEqual([waiting.status, waiting.confirmBy], ['waitlisted', null]);
    const parameters = { session: 'one-seat' };
    const listed = await api.value('listSessionRegistrations', { parameters });
    assert.deepEqual(
      listed.items.map(({ status }) => status),
      ['unconfirmed', 'waitlisted'],
    );
    await api.refused('registration_not_confirmed', 'checkIn', {
      parameters,
      body: { doorCode: silent.doorCode },
    });
    const deadline = Date.now() + waitMs;
    while ((await statusOf(waiting)) !== 'confirmed') {
      assert.ok(Date.now() < deadline, 'the seat is free by itself');
      await delay(500);
    }
    assert.equal(await statusOf(silent), 'cancelled');
    assert.equal(await remaining('one-seat'), 0);
  });
  it('is one however often the address asks', async () => {
    const email = 'many@example.org';
    const all = [];
    for (let each = 0; each < 12; each++) all.push(await register(api, 'last-seat', { email }));
    assert.ok(all.every(({ status }) => status === 'unconfirmed'));
    const { items } = await api.value('listSessionRegistrations', {
      parameters: { session: 'last-seat' },
      query: { status: 'unconfirmed' },
    });
    assert.ok(items.length <= 1, `${items.length} hold something`);
    await api.value('cancelRegistration', { token: all.at(-1).manageToken });
    assert.equal(await statusOf(all.at(-1)), 'cancelled');
  });
  it('may be asked for by telephone only once', async () => {
    const phone = '0612345679';
    const body = { email: undefined, phone };
    await register(api, 'last-seat', body);
    await assert.rejects(register(api, 'last-seat', { ...body, name: 'Salma' }));
  });
});
