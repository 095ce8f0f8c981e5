import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openAdministration } from '@nafida/server';
import { propose, register } from '../conformance/inputs.mjs';
import { startPostgres } from '../harness/postgres.mjs';
import { runServerCommand, startServer } from '../harness/server.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { engines, makeProvince } from './province.mjs';

for (const engine of engines) {
  describe(`a server process (${engine})`, () => {
    let province;
    before(async () => (province = await makeProvince(engine)));
    after(() => province?.close());

    it('finishes what it is doing when it is asked to end', async () => {
      const server = await province.serve();
      const body = JSON.stringify({ operation: 'createProposal' });
      const socket = connect(server.port, '127.0.0.1');
      let answer = '';
      socket.on('data', (piece) => (answer += piece));
      socket.write(
        'POST /v1/sites/berkane/challenges HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
          `Content-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
      );
      await delay(200);
      const ended = server.stop();
      await delay(200);
      socket.write(body.slice(10));
      assert.equal(await ended, 0);
      assert.match(answer, /^HTTP\/1\.1 201 /);
      await assert.rejects(fetch(server.origin));
    });

    it('writes nothing about people to its log', async () => {
      const server = await province.serve({ env: { NAFIDA_LOG_LEVEL: 'debug' } });
      const api = await province.apiOf(server);
      const person = {
        name: 'Zineb Testname',
        email: 'zineb.testname@example.org',
        phone: '+212600112233',
        text: 'Une phrase que personne ne doit lire ailleurs',
      };
      const { trackingCode, reference } = await propose(api, {
        title: person.text,
        author: { name: person.name, email: person.email },
      });
      const { manageToken } = await register(api, 'two-seats', {
        name: person.name,
        email: person.email,
        phone: person.phone,
      });
      await api.value('getReceipt', { token: trackingCode });
      await api.value('cancelRegistration', { token: manageToken });
      await api.send('GET', `/v1/sites/berkane/proposals/${reference}?name=${person.name}`);
      await api.send('GET', `/${person.email}`);
      await api.send('POST', '/v1/sites/berkane/proposals', {
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k'.repeat(20) },
        body: `{"title": ${person.text}`,
      });
      await server.stop();
      const lines = server
        .log()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const requests = lines.filter(({ route }) => route);
      assert.ok(requests.some(({ route, status }) => route === 'createProposal' && status === 201));
      assert.ok(requests.every(({ requestId, ms }) => requestId && ms >= 0));
      for (const secret of [
        ...Object.values(person),
        'Testname',
        reference,
        trackingCode,
        manageToken,
        '127.0.0.1"',
        api.site.staffToken,
      ]) {
        assert.ok(!server.log().includes(secret), secret);
      }
    });

    it('rejects addresses that ask too often, and says for how long', async () => {
      const server = await province.serve({ env: { NAFIDA_WRITES_PER_MINUTE: '3' } });
      const api = await province.apiOf(server);
      const request = { body: { operation: 'createProposal' } };
      // On PostgreSQL what other servers were sent in this minute counts too.
      const fits = [];
      while (fits.length < 4) fits.push((await api.call('createChallenge', request)).status);
      assert.ok(fits.filter((status) => status === 201).length <= 3, fits.join(' '));
      if (engine === 'embedded') assert.deepEqual(fits, [201, 201, 201, 429]);
      const { headers, retryAfter } = await api.refused('rate_limited', 'createChallenge', request);
      assert.equal(headers.get('Retry-After'), String(retryAfter));
      assert.ok(retryAfter >= 1 && retryAfter <= 60);
      await api.value('listSessions');
      await server.stop();
    });

    it('serves pages besides the protocol on request, and trusts them', async () => {
      const folder = await temporaryFolder('pages');
      await writeFile(join(folder, 'site.css'), 'body { color: green }');
      await mkdir(join(folder, 'ar'));
      await writeFile(join(folder, 'ar/index.html'), '<!doctype html><title>بركان</title>');
      const server = await province.serve({ args: ['--public-dir', folder] });
      const api = await province.apiOf(server);
      const page = await api.send('GET', '/site.css');
      assert.equal(page.status, 200);
      assert.match(page.headers.get('Content-Type'), /^text\/css/);
      assert.equal(page.headers.get('Access-Control-Allow-Origin'), '*');
      assert.match((await api.send('GET', '/ar/')).text, /بركان/);
      for (const path of [
        '/../package.json',
        '/%2e%2e/package.json',
        '/..%2fpackage.json',
        '/no',
      ]) {
        assert.equal((await api.send('GET', path)).status, 404, path);
      }
      const request = (origin) => ({
        body: { operation: 'createProposal' },
        headers: { Origin: origin },
      });
      await api.value('createChallenge', request(server.origin));
      await api.refused('origin_not_allowed', 'createChallenge', request('http://127.0.0.1:1'));
      await server.stop();
    });
  });
}

describe('server processes that share a PostgreSQL server', () => {
  let postgres;
  before(async () => (postgres = await startPostgres()));
  after(() => postgres?.stop());
  const secret = 'the same secret in every process';
  const start = (NAFIDA_SECRET) =>
    startServer({ databaseUrl: postgres.url, env: { NAFIDA_SECRET } });

  it('may all start at once on an empty database', async () => {
    const servers = await Promise.all(Array.from({ length: 4 }, () => start(secret)));
    const { run, close } = await openAdministration({ databaseUrl: postgres.url });
    const territory = { code: '02.113', vintage: 2024 };
    await run('site create', { id: 'berkane', name: { fr: 'Berkane' }, territory });
    await close();
    for (const { origin } of servers) {
      assert.equal((await (await fetch(`${origin}/v1/sites/berkane`)).json()).id, 'berkane');
    }
    await Promise.all(servers.map((server) => server.stop()));
  });
  it('refuse to start with another secret, or without one', async () => {
    await assert.rejects(start('another secret, just as long as it must be'), /another secret/);
    await assert.rejects(start('short'), /at least 32 characters/);
    await assert.rejects(start(''), /NAFIDA_SECRET/);
  });
  it('say when there is no such database', async () => {
    const databaseUrl = 'postgresql://nobody@127.0.0.1:1/nothing';
    const { status, stderr } = await runServerCommand(['site', 'list'], { databaseUrl });
    assert.equal(status, 1);
    assert.match(stderr, /ECONNREFUSED/);
  });
});

it('a first start interrupted while it prepares the database begins again', async () => {
  const dataDir = await temporaryFolder('interrupted');
  await mkdir(`${dataDir}/database/base`, { recursive: true });
  await writeFile(`${dataDir}/database/PG_VERSION`, '18');
  await writeFile(`${dataDir}/database.unfinished`, '');
  const { status, stdout, stderr } = await runServerCommand(['site', 'list'], { dataDir });
  assert.deepEqual([status, stdout.slice(0, 12)], [0, 'No sites yet'], stderr);
});
