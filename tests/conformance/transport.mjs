import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { idempotencyReplayedHeader } from '@nafida/contract';
import { allOperations as operations } from '@nafida/contract/staff.js';
import { problemIn } from './api.mjs';
import { allPages, proposalFor, propose, publish, register, registrationFor } from './inputs.mjs';
import { world } from './world.mjs';

const [ownOrigin, secondOrigin] = world.main.origins;
const [neighbourOrigin] = world.neighbour.origins;

/** Paths, methods, media types, bodies, origins. */
export function describeTransport(sites) {
  const codeOf = async (method, path, request) =>
    problemIn(await sites.main.send(method, path, request)).code;

  describe('a request that is not one of the protocol', () => {
    it('gets not_found at an unknown path', async () => {
      for (const path of [
        '/nothing',
        '/v1',
        '/v1/sites',
        '/v1/sites/oriental/nothing',
        '/v2/sites/oriental',
      ]) {
        assert.equal(await codeOf('GET', path), 'not_found', path);
      }
      assert.equal(await codeOf('POST', '/v1/sites/oriental/nothing'), 'not_found');
    });
    it('gets unknown_site at an unknown site, whatever follows', async () => {
      for (const rest of ['', '/sessions', '/proposals/x', '/receipt']) {
        assert.equal(await codeOf('GET', `/v1/sites/nowhere${rest}`), 'unknown_site', rest);
      }
    });
    it('gets not_found for things that do not exist, whatever they are called', async () => {
      for (const name of [
        'nothing',
        'é',
        'a b',
        '..%2F..',
        "' or 1=1 --",
        '\u0000',
        'x'.repeat(2000),
      ]) {
        await sites.main.refused('not_found', 'getConsultation', {
          parameters: { consultation: name },
        });
        await sites.main.refused('not_found', 'getSession', { parameters: { session: name } });
        await sites.main.refused('not_found', 'getProposal', { parameters: { proposal: name } });
      }
    });
    it('is never answered with a server error for a path that is not valid', async () => {
      for (const segment of ['%', '%ZZ', '%E0%A4%A', '%00', '%FF%FE']) {
        const { status } = await sites.main.send('GET', `/v1/sites/oriental/sessions/${segment}`);
        assert.ok(status === 400 || status === 404, `${segment}: ${status}`);
      }
    });
    it('gets method_not_allowed with the methods that are, at every path', async () => {
      const byPath = new Map();
      for (const { method, path } of Object.values(operations)) {
        byPath.set(path, [...(byPath.get(path) ?? []), method]);
      }
      for (const [path, methods] of byPath) {
        const real = path.replace('{site}', 'oriental').replace(/\{\w+\}/g, 'x');
        for (const method of ['PUT', 'PATCH', 'DELETE', 'POST', 'GET']) {
          if (methods.includes(method)) continue;
          const answer = await sites.main.send(method, real);
          assert.equal(problemIn(answer).code, 'method_not_allowed', `${method} ${real}`);
          const allow = (answer.headers.get('Allow') ?? '').split(/,\s*/);
          for (const each of methods) assert.ok(allow.includes(each), `${real}: Allow: ${allow}`);
        }
      }
    });
  });

  describe('a body', () => {
    const path = '/v1/sites/oriental/challenges';
    const json = { 'Content-Type': 'application/json' };

    it('must be JSON by its media type', async () => {
      const body = JSON.stringify({ operation: 'createProposal' });
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'text/json',
        'application/jsonp',
      ]) {
        const code = await codeOf('POST', path, { body, headers: { 'Content-Type': type } });
        assert.equal(code, 'unsupported_media_type', type);
      }
      const { status } = await sites.main.send('POST', path, {
        body,
        headers: { 'Content-Type': 'Application/JSON; charset=utf-8' },
      });
      assert.equal(status, 201);
    });
    it('must be well-formed JSON in UTF-8', async () => {
      const bad = ['', '{', '{"operation":}', "{'operation':1}", '{}{}', '\u0000', 'undefined'];
      for (const body of [...bad, Buffer.from([0x22, 0xff, 0xfe, 0x22])]) {
        assert.equal(
          await codeOf('POST', path, { body, headers: json }),
          'malformed_json',
          String(body),
        );
      }
    });
    it('must be an object', async () => {
      for (const body of [
        'null',
        '[]',
        '3',
        '"text"',
        'true',
        '['.repeat(5000) + ']'.repeat(5000),
      ]) {
        assert.equal(
          await codeOf('POST', path, { body, headers: json }),
          'invalid_input',
          body.slice(0, 9),
        );
      }
    });
    it('must not be too large', async () => {
      const body = JSON.stringify({ operation: 'x'.repeat(2_000_000) });
      assert.equal(await codeOf('POST', path, { body, headers: json }), 'payload_too_large');
    });
    it('must not hold what the operation does not know', async () => {
      const { errors } = await sites.main.refused('invalid_input', 'createChallenge', {
        rawBody: '{"operation":"createProposal","__proto__":{"a":1},"more":2}',
      });
      assert.deepEqual(errors.map(({ path, code }) => `${path} ${code}`).sort(), [
        '__proto__ unknown_field',
        'more unknown_field',
      ]);
    });
  });

  describe('a query', () => {
    const issuesOf = async (id, query) =>
      (await sites.main.refused('invalid_input', id, { query })).errors.map(({ path }) => path);

    it('may hold what pages, mails and plug-ins hang on addresses: citizens are answered as without it', async () => {
      const { reference: proposal, trackingCode } = await propose(sites.main);
      await publish(sites.main, proposal);
      const [{ id: consultation }] = world.main.consultations;
      const parameters = { consultation, proposal, session: 'agenda-a' };
      const added = { utm_source: 'lettre', fbclid: 'x'.repeat(200), nocache: '1', 'a[]': 'é' };
      for (const lang of ['ar-MA', 'de', '']) {
        for (const [id, operation] of Object.entries(operations)) {
          if (operation.method !== 'GET' || operation.cache !== 'public') continue;
          const query = id === 'listSimilarProposals' ? { title: 'Internet' } : {};
          const without = await sites.main.call(id, { parameters, query });
          assert.equal(without.status, 200, id);
          const answer = await sites.main.call(id, {
            parameters,
            query: { ...query, ...added, lang },
          });
          assert.equal(answer.status, 200, `${id} ${answer.text}`);
          assert.equal(answer.text, without.text, id);
        }
      }
      await sites.main.value('getReceipt', { token: trackingCode, query: added });
    });
    it('may hold the same unknown key twice', async () => {
      const answer = await sites.main.send('GET', '/v1/sites/oriental/sessions?fbclid=1&fbclid=2');
      assert.equal(answer.status, 200);
    });
    it('of staff must not hold what the operation does not know', async () => {
      assert.deepEqual(await issuesOf('listSubmissions', { color: 'red' }), ['color']);
      assert.deepEqual(await issuesOf('listSubmissions', { lang: 'ar' }), ['lang']);
    });
    it('must be valid', async () => {
      for (const limit of ['0', '101', '-1', '1.5', 'ten', '1e9', ' ']) {
        assert.deepEqual(await issuesOf('listSessions', { limit }), ['limit'], limit);
      }
      for (const from of ['yesterday', '2031-02-30', '2031-1-1', '2031-01-10T00:00:00Z']) {
        assert.deepEqual(await issuesOf('listSessions', { from }), ['from'], from);
      }
      assert.deepEqual(await issuesOf('listSessions', { type: 'picnic' }), ['type']);
      assert.deepEqual(await issuesOf('listProposals', { territory: 'Berkane' }), ['territory']);
      await sites.main.refused('invalid_input', 'listSubmissions', { query: { moderation: 'x' } });
    });
    it('must hold a cursor of the same list, or none', async () => {
      const { nextCursor } = await sites.main.value('listSessions', { query: { limit: 1 } });
      assert.ok(nextCursor);
      const others = [
        'x',
        '....',
        'bm90aGluZw',
        nextCursor.slice(1),
        `${nextCursor}x`,
        `${nextCursor}.x`,
        'é',
        "'",
      ];
      for (const cursor of others) {
        await sites.main.refused('bad_cursor', 'listSessions', { query: { limit: 1, cursor } });
      }
      for (const id of ['listProposals', 'listConsultations', 'listSubmissions']) {
        await sites.main.refused('bad_cursor', id, { query: { limit: 1, cursor: nextCursor } });
      }
      await sites.main.refused('bad_cursor', 'listSessions', {
        query: { limit: 1, type: 'online', cursor: nextCursor },
      });
      await sites.neighbour.refused('bad_cursor', 'listSessions', {
        query: { limit: 1, cursor: nextCursor },
      });
    });
  });

  describe('an origin', () => {
    const from = (origin) => ({ headers: { Origin: origin } });

    /** Checks that a page of `origin` is let read the answer by its browser. */
    const assertReadable = ({ headers }, origin, message) => {
      const allowed = headers.get('Access-Control-Allow-Origin');
      assert.ok(allowed === '*' || allowed === origin, `${message}: ${allowed}`);
      // A cache must not give the answer for one origin to another.
      if (allowed !== '*') assert.match(headers.get('Vary') ?? '', /\bOrigin\b/i, message);
      assert.equal(headers.get('Access-Control-Allow-Credentials'), null, 'cookies play no part');
    };

    it('of the site may read answers, problems included', async () => {
      const { trackingCode } = await propose(sites.main);
      const json = { 'Content-Type': 'application/json' };
      const requests = [
        ['GET', '/v1/sites/oriental', {}],
        ['GET', '/v1/sites/oriental/nothing', {}],
        ['GET', '/v1/sites/oriental?x=1', {}],
        ['GET', '/v1/sites/oriental/receipt', { Authorization: `Bearer ${trackingCode}` }],
        ['GET', '/v1/sites/oriental/receipt', {}],
        ['PUT', '/v1/sites/oriental', {}],
        ['POST', '/v1/sites/oriental/challenges', json, '{"operation":"createProposal"}'],
        ['POST', '/v1/sites/oriental/challenges', json, '{'],
        ['POST', '/v1/sites/oriental/challenges', json, `"${'x'.repeat(2_000_000)}"`],
      ];
      for (const origin of [ownOrigin, secondOrigin]) {
        for (const [method, path, headers, body] of requests) {
          const answer = await sites.main.send(method, path, {
            headers: { ...headers, Origin: origin },
            body,
          });
          assertReadable(answer, origin, `${method} ${path} ${answer.status}`);
        }
      }
    });
    it('of the site may read the headers that say what happened', async () => {
      const { headers } = await sites.main.call('createProposal', {
        body: proposalFor(sites.main),
        ...from(ownOrigin),
      });
      const exposed = headers.get('Access-Control-Expose-Headers')?.toLowerCase().split(/,\s*/);
      assert.ok(exposed?.includes(idempotencyReplayedHeader.toLowerCase()), `${exposed}`);
      assert.ok(exposed.includes('retry-after'), `${exposed}`);
      assert.ok(exposed.includes('date'), `${exposed}`);
    });
    it('of the site learns from a preflight what it may send', async () => {
      for (const [path, method, headers] of [
        ['/v1/sites/oriental/proposals', 'POST', 'content-type,idempotency-key,nafida-proof'],
        ['/v1/sites/oriental/registration', 'DELETE', 'authorization'],
        ['/v1/sites/oriental/receipt', 'GET', 'authorization'],
      ]) {
        const answer = await sites.main.send('OPTIONS', path, {
          headers: {
            Origin: ownOrigin,
            'Access-Control-Request-Method': method,
            'Access-Control-Request-Headers': headers,
          },
        });
        assert.ok(answer.status === 204 || answer.status === 200, `${answer.status}`);
        assertReadable(answer, ownOrigin, path);
        assert.ok(answer.headers.get('Access-Control-Allow-Methods').includes(method), path);
        const permitted = answer.headers.get('Access-Control-Allow-Headers').toLowerCase();
        for (const header of headers.split(',')) assert.ok(permitted.includes(header), header);
        const maxAge = Number(answer.headers.get('Access-Control-Max-Age'));
        assert.ok(maxAge >= 600, 'asked once, not each time');
      }
    });
    it('that is not the site’s may neither send nor use codes, and nothing happens', async () => {
      const api = sites.main;
      const count = async () => (await allPages(api, 'listSubmissions')).length;
      const { trackingCode } = await propose(api);
      const { manageToken } = await register(api, 'no-limit');
      const proof = await api.proof('createProposal');
      const before = await count();
      for (const origin of [
        neighbourOrigin,
        'null',
        'http://oriental.example',
        `${ownOrigin}:8443`,
      ]) {
        const refused = (id, request) =>
          api.refused('origin_not_allowed', id, { ...request, ...from(origin) });
        await refused('createChallenge', { body: { operation: 'createProposal' } });
        await refused('createProposal', { body: proposalFor(api), proof });
        await refused('getReceipt', { token: trackingCode });
        await refused('cancelRegistration', { token: manageToken });
        await refused('listSubmissions', {});
      }
      assert.equal(await count(), before);
      const { status } = await api.value('getRegistration', { token: manageToken });
      assert.equal(status, 'confirmed');
    });
    it('of the site may send', async () => {
      const { status } = await sites.main.call('createProposal', {
        body: proposalFor(sites.main),
        ...from(ownOrigin),
      });
      assert.equal(status, 201);
    });
  });

  describe('a proof of work', () => {
    const create = (proof, api = sites.main) => ({ body: proposalFor(api), proof });

    it('is needed by every create', async () => {
      await sites.main.refused('proof_required', 'createProposal', create(null));
      await sites.main.refused('proof_required', 'createRegistration', {
        parameters: { session: 'no-limit' },
        body: registrationFor(sites.main),
        proof: null,
      });
    });
    it('is looked at before what it comes with', async () => {
      const body = { title: 'م'.repeat(79_000) };
      await sites.main.refused('proof_required', 'createProposal', { body, proof: null });
      await sites.main.refused('proof_invalid', 'createProposal', { body, proof: 'x' });
    });
    it('must be one', async () => {
      const good = await sites.main.proof('createProposal');
      const payload = JSON.parse(Buffer.from(good, 'base64').toString());
      const { parameters } = payload.challenge;
      const forged = (changes) =>
        Buffer.from(JSON.stringify({ ...payload, ...changes })).toString('base64');
      for (const proof of [
        'x',
        btoa('{}'),
        btoa('null'),
        forged({ solution: { ...payload.solution, derivedKey: '00'.repeat(32) } }),
        forged({ solution: null }),
        forged({ challenge: { ...payload.challenge, signature: '00' } }),
        forged({
          challenge: {
            ...payload.challenge,
            parameters: { ...parameters, cost: parameters.cost + 1 },
          },
        }),
      ]) {
        await sites.main.refused('proof_invalid', 'createProposal', create(proof));
      }
    });
    it('is good for one site and one operation', async () => {
      const { main, neighbour } = sites;
      const forRegistration = await main.proof('createRegistration');
      await main.refused('proof_invalid', 'createProposal', create(forRegistration));
      const forNeighbour = await neighbour.proof('createProposal');
      await main.refused('proof_invalid', 'createProposal', create(forNeighbour));
    });
    it('is good for one create', async () => {
      const proof = await sites.main.proof('createProposal');
      await sites.main.value('createProposal', create(proof));
      await sites.main.refused('proof_used', 'createProposal', create(proof));
    });
    it('is good for one of two creates sent at once', async () => {
      const proof = await sites.main.proof('createProposal');
      const answers = await Promise.all(
        [1, 2].map(() => sites.main.call('createProposal', create(proof))),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 403]);
    });
    it('is not spent by a create that is refused', async () => {
      const proof = await sites.main.proof('createProposal');
      await sites.main.refused('consultation_closed', 'createProposal', {
        body: proposalFor(sites.main, { consultation: 'over' }),
        proof,
      });
      await sites.main.value('createProposal', create(proof));
    });
  });
}
