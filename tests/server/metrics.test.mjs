import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { propose, register } from '../conformance/inputs.mjs';
import { freePort } from '../harness/free-port.mjs';
import { engines, makeProvince } from './province.mjs';

for (const engine of engines) {
  describe(`figures for Prometheus (${engine})`, () => {
    let province;
    before(async () => (province = await makeProvince(engine)));
    after(() => province?.close());

    const serve = async (env = {}) => {
      const port = await freePort();
      const server = await province.serve({
        env: { NAFIDA_METRICS: `127.0.0.1:${port}`, ...env },
      });
      const figures = async () => {
        const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
        assert.equal(answer.status, 200);
        assert.match(answer.headers.get('Content-Type'), /^text\/plain; version=0\.0\.4/);
        return seriesIn(await answer.text());
      };
      return { server, port, figures, api: await province.apiOf(server) };
    };

    it('count requests by operation and status, and how long they took', async () => {
      const { server, api, figures } = await serve();
      for (let time = 0; time < 3; time++) await api.value('listProposals');
      await propose(api);
      await api.refused('not_found', 'getProposal', { parameters: { proposal: '2026-AAAAAA' } });
      const found = await figures();
      assert.equal(found.get('nafida_requests_total{operation="listProposals",status="200"}'), 3);
      assert.equal(found.get('nafida_requests_total{operation="createProposal",status="201"}'), 1);
      assert.equal(found.get('nafida_requests_total{operation="getProposal",status="404"}'), 1);
      assert.equal(
        found.get('nafida_request_duration_seconds_count{operation="listProposals"}'),
        3,
      );
      assert.equal(found.get('nafida_public_answers_total{from="kept"}') >= 2, true);
      assert.equal(await server.stop(), 0);
    });

    it('tell of the database, of mail that waits, and of the process', async () => {
      const { server, api, figures } = await serve();
      await register(api, 'hall');
      const found = await figures();
      assert.equal(found.get('nafida_database_up'), 1);
      assert.ok(found.get('nafida_mail{state="pending"}') >= 1);
      assert.equal(found.get('nafida_mail{state="dead"}'), 0);
      assert.ok(found.get('nafida_mail_oldest_seconds') >= 0);
      assert.equal(found.get('nafida_turns{state="waiting"}'), 0);
      assert.equal(found.get('nafida_cleaning{state="waiting"}'), 0);
      assert.equal(found.get('nafida_database_connections{state="waiting"}'), 0);
      assert.ok(found.get('process_resident_memory_bytes') > 0);
      assert.equal(await server.stop(), 0);
    });

    it('count requests over the limit', async () => {
      const { server, figures } = await serve({ NAFIDA_READS_PER_MINUTE: '3' });
      for (let time = 0; time < 5; time++) await fetch(`${server.origin}/v1/sites/berkane`);
      const found = await figures();
      assert.equal(found.get('nafida_rate_limited_total{limit="reads"}'), 3);
      assert.equal(await server.stop(), 0);
    });

    it('do not grow with what strangers ask for', async () => {
      const { server, figures } = await serve();
      const ask = (path, init) => fetch(server.origin + path, init).then((it) => it.arrayBuffer());
      const kinds = (name) => [
        `/${name}`,
        `/v1/${name}`,
        `/v1/sites/${name}`,
        `/v1/sites/berkane/proposals/${name}`,
        `/v1/sites/berkane/proposals?q=${name}`,
        `/attachments/berkane/${name}`,
        `/confirm/fr/berkane/${name}`,
      ];
      for (const path of kinds('first')) {
        for (const method of ['GET', 'DELETE']) await ask(path, { method });
      }
      const before = new Set((await figures()).keys());
      for (let index = 0; index < 1_000; index++) {
        const paths = kinds(`x${index.toString(36)}`);
        const method = index % 2 === 0 ? 'GET' : 'DELETE';
        await ask(paths[index % paths.length], {
          method,
          headers: { 'X-Request-Id': `x${index}`, 'User-Agent': `x${index}` },
        });
      }
      const found = await figures();
      // What Node tells of itself grows with the kinds of its garbage.
      const added = [...found.keys()].filter((key) => !before.has(key) && !/^nodejs_/.test(key));
      assert.deepEqual(added, []);
      assert.ok(found.get('nafida_requests_total{operation="none",status="404"}') > 100);
      assert.equal(await server.stop(), 0);
    });

    it('are nowhere but at their own address', async () => {
      const { server, port } = await serve();
      assert.equal((await fetch(`${server.origin}/metrics`)).status, 404);
      assert.equal((await fetch(`http://127.0.0.1:${port}/v1/sites/berkane`)).status, 404);
      assert.equal(await server.stop(), 0);
      await assert.rejects(fetch(`http://127.0.0.1:${port}/metrics`));
    });
  });
}

describe('figures of a server whose database is gone', () => {
  it('go on, and say so', async () => {
    const province = await makeProvince('postgresql');
    try {
      const port = await freePort();
      const server = await province.serve({ env: { NAFIDA_METRICS: `${port}` } });
      await province.postgres.stop();
      const deadline = Date.now() + 60_000;
      for (;;) {
        const found = seriesIn(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
        if (found.get('nafida_database_up') === 0) {
          assert.equal(found.has('nafida_mail_oldest_seconds'), false);
          break;
        }
        assert.ok(Date.now() < deadline, 'the database is said to be down');
        await delay(500);
      }
      await server.kill9();
    } finally {
      await province.close();
    }
  });
});

describe('a server with a wrong address for its figures', () => {
  it('does not start, and says why', async () => {
    const province = await makeProvince('embedded');
    try {
      const start = (NAFIDA_METRICS) => province.serve({ env: { NAFIDA_METRICS } });
      await assert.rejects(
        start('http://x/metrics'),
        /NAFIDA_METRICS must be an address and a port/,
      );
      const port = await freePort();
      const env = { NAFIDA_METRICS: `127.0.0.1:${port}` };
      await assert.rejects(province.serve({ port, env }), /Port \d+ of 127\.0\.0\.1 is taken/);
    } finally {
      await province.close();
    }
  });
});

/** Values by the name of their series with its labels. */
function seriesIn(text) {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}
