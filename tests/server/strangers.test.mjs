import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { propose } from '../conformance/inputs.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { engines, makeProvince } from './province.mjs';

for (const engine of engines) {
  describe(`strangers (${engine})`, () => {
    let province;
    before(async () => (province = await makeProvince(engine)));
    after(() => province?.close());

    it('guess few staff tokens', async () => {
      const server = await province.serve({ env: { NAFIDA_WRITES_PER_MINUTE: '3' } });
      const api = await province.apiOf(server);
      const guess = () => api.call('listSubmissions', { token: 'nafida_staff_guess' });
      const statuses = [];
      for (let time = 0; time < 6; time++) statuses.push((await guess()).status);
      assert.deepEqual(statuses, [401, 401, 401, 429, 429, 429]);
      await api.value('listSubmissions');
      assert.equal(await server.stop(), 0);
    });

    it('send as much as a site takes, and lock nobody else out', async () => {
      const server = await province.serve({ env: { NAFIDA_SITE_WRITES_PER_MINUTE: '3' } });
      const api = await province.apiOf(server);
      for (let count = 0; count < 3; count++) await propose(api);
      await assert.rejects(propose(api), /rate_limited/);
      await api.value('createChallenge', { body: { operation: 'createProposal' } });
      await api.value('listSubmissions');
      assert.equal(await server.stop(), 0);
    });

    it('do not hide in what no site counts', async () => {
      const server = await province.serve({ env: { NAFIDA_REQUESTS_PER_MINUTE: '10' } });
      const statuses = [];
      for (const path of ['/readyz', '/v1/sites/nowhere', '/nothing', '/v1/sites/berkane']) {
        for (let time = 0; time < 4; time++) {
          statuses.push((await fetch(server.origin + path)).status);
        }
      }
      assert.ok(
        statuses.slice(-4).every((status) => status === 429),
        statuses.join(' '),
      );
      assert.equal(await server.stop(), 0);
    });

    it('do not send from a page whose name they made lead here', async () => {
      const args = ['--public-dir', await temporaryFolder('pages')];
      const server = await province.serve({ args });
      assert.equal(await statusFrom(server.port, 'evil.example'), 403);
      assert.equal(await statusFrom(server.port, `evil.example:${server.port}`), 403);
      assert.equal(await statusFrom(server.port, `localhost:${server.port}`), 201);
      assert.equal(await server.stop(), 0);

      const known = await province.serve({
        args,
        env: { NAFIDA_PUBLIC_URL: 'http://participation.example/' },
      });
      assert.equal(await statusFrom(known.port, 'evil.example'), 403);
      assert.equal(await statusFrom(known.port, 'participation.example'), 201);
      assert.equal(await known.stop(), 0);
    });
  });
}

if (engines.includes('postgresql')) {
  describe('two server processes on one database', () => {
    it('count together what is sent', async () => {
      const province = await makeProvince('postgresql');
      try {
        const env = { NAFIDA_SITE_WRITES_PER_MINUTE: '4' };
        const servers = [await province.serve({ env }), await province.serve({ env })];
        const apis = await Promise.all(servers.map((server) => province.apiOf(server)));
        for (let count = 0; count < 4; count++) await propose(apis[count % 2]);
        for (const api of apis) await assert.rejects(propose(api), /rate_limited/);
      } finally {
        await province.close();
      }
    });
  });
}

/** Status of a challenge asked for by a page of `host`, under which the server was reached. */
function statusFrom(port, host) {
  const body = JSON.stringify({ operation: 'createProposal' });
  const headers = { Host: host, Origin: `http://${host}`, 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) => {
    request(
      { port, host: '127.0.0.1', method: 'POST', path: '/v1/sites/berkane/challenges', headers },
      (response) => resolve(response.resume().statusCode),
    )
      .on('error', reject)
      .end(body);
  });
}
