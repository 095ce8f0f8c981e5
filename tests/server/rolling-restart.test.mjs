import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { propose } from '../conformance/inputs.mjs';
import { makeProvince } from './province.mjs';
import { startReadinessProxy } from './readiness-proxy.mjs';

const paths = [
  '/v1/sites/berkane',
  '/v1/sites/berkane/sessions?from=2031-01-01&to=2031-12-31',
  '/v1/sites/berkane/proposals',
  '/v1/sites/berkane/consultations',
];
const readers = 12;
const senders = 3;

describe('two servers that are restarted one after the other', () => {
  let province;
  let servers;
  let proxy;
  const env = { NAFIDA_DRAIN_SECONDS: '2', NAFIDA_LOG_LEVEL: 'warn' };
  before(async () => {
    province = await makeProvince('postgresql');
    servers = [await province.serve({ env }), await province.serve({ env })];
    proxy = await startReadinessProxy({
      origins: servers.map(({ origin }) => origin),
      everyMs: 200,
    });
    for (const { origin } of servers) await proxy.untilReady(origin, true);
  });
  after(async () => {
    proxy?.close();
    await province?.close();
  });

  it('make no request fail', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: readers });
    const refused = [];
    const counts = { read: 0, sent: 0 };
    let isOver = false;
    const read = async (index) => {
      while (!isOver) {
        const path = paths[(index + counts.read) % paths.length];
        const status = await statusOf(proxy.origin + path, agent).catch(({ message }) => message);
        if (status === 200) counts.read += 1;
        else refused.push(`${path}: ${status}`);
      }
    };
    const api = await province.apiOf(proxy);
    const send = async () => {
      while (!isOver) {
        await propose(api).then(
          () => (counts.sent += 1),
          ({ message }) => refused.push(message),
        );
      }
    };
    const load = [
      ...Array.from({ length: readers }, (_, index) => read(index)),
      ...Array.from({ length: senders }, send),
    ];
    try {
      await delay(500);
      for (const [index, server] of servers.entries()) {
        const before = { ...counts };
        assert.equal(await server.stop(), 0);
        assert.ok(counts.read > before.read && counts.sent > before.sent, 'the other one answers');
        servers[index] = await province.serve({ env, port: server.port });
        await proxy.untilReady(server.origin, true);
      }
      await delay(500);
    } finally {
      isOver = true;
      await Promise.all(load);
      agent.destroy();
    }
    assert.deepEqual(refused, []);
    assert.deepEqual(proxy.failures, []);
    assert.ok(counts.read > 200 && counts.sent > 10, JSON.stringify(counts));
    console.log(`${counts.read} read, ${counts.sent} sent, none failed`);
  });
});

function statusOf(url, agent) {
  return new Promise((settle, refuse) => {
    request(url, { agent }, (answer) => {
      answer.resume();
      answer.on('end', () => settle(answer.statusCode));
      answer.on('error', refuse);
    })
      .on('error', refuse)
      .end();
  });
}
