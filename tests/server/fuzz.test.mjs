import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { problemMediaType, problemSchema, problems, validate } from '@nafida/contract';
import { allOperations as operations } from '@nafida/contract/staff.js';
import { allPages, proposalFor, registrationFor } from '../conformance/inputs.mjs';
import { engines, makeProvince } from './province.mjs';

const count = 2_000;
const seed = Number(process.env.FUZZ_SEED ?? 20261122);

for (const engine of engines) {
  describe(`${count} requests by someone who means no good (${engine}, FUZZ_SEED=${seed})`, () => {
    let province;
    let server;
    let api;
    before(async () => {
      province = await makeProvince(engine);
      server = await province.serve();
      api = await province.apiOf(server);
    });
    after(() => province?.close());

    it('get no server error, only problems of the contract, and change nothing', async () => {
      const random = generator(seed);
      const before = await stateOf(api);
      const proof = await api.proof('createProposal');
      const statuses = new Map();
      for (let index = 0; index < count; index += 1) {
        const request = makeRequest(random, api, proof);
        const answer = await exchange(server.port, request);
        const about = `request ${index}: ${request.slice(0, 300).toString('latin1')}`;
        checkAnswer(answer, about);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      }
      for (const expected of [400, 401, 403, 404, 405, 413, 415, 422]) {
        assert.ok(statuses.has(expected), `${expected} came up: ${[...statuses].join('  ')}`);
      }
      assert.deepEqual(await stateOf(api), before);
      assert.equal((await api.send('GET', '/readyz')).status, 200);
    });
  });
}

async function stateOf(api) {
  return {
    submissions: (await allPages(api, 'listSubmissions')).length,
    sessions: (await api.value('listSessions')).items,
  };
}

function checkAnswer({ status, headers, body }, about) {
  assert.ok(status >= 200 && status < 500, `${status} for ${about}`);
  if (status < 400 || body === '') return;
  assert.equal(headers['content-type'], problemMediaType, about);
  const result = validate(problemSchema, JSON.parse(body));
  assert.ok(result.ok, about);
  assert.equal(problems[result.value.code]?.status, status, about);
}

/** Sends bytes on a connection of their own; gives the first answer. */
async function exchange(port, bytes, triesLeft = 3) {
  const socket = connect(port, '127.0.0.1');
  const chunks = [];
  let fault;
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', (error) => (fault = error));
  // Not `end`: to a server, a client that has closed its side has gone.
  socket.write(bytes);
  await new Promise((resolve) => socket.once('close', resolve));
  // A body that is refused unread leaves a reset behind, and on TCP that may overtake the answer.
  if (fault?.code === 'ECONNRESET' && chunks.length === 0 && triesLeft > 0) {
    return exchange(port, bytes, triesLeft - 1);
  }
  const text = Buffer.concat(chunks).toString('latin1');
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.split(':')[0].toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const body = headers['transfer-encoding'] ? '' : rest.join('\r\n\r\n');
  return { status: Number(statusLine.split(' ')[1]), headers, body };
}

/** A request in the protocol's manner with something wrong about it, or one that is not even HTTP. */
function makeRequest(random, api, proof) {
  const { pick, chance, int } = random;
  if (chance(0.02)) {
    const noise = Array.from({ length: int(200) + 1 }, () => int(256));
    return Buffer.concat([Buffer.from(noise), Buffer.from('\r\n\r\n')]);
  }
  const operation = pick(Object.values(operations));
  const method = chance(0.8) ? operation.method : pick(methods);
  const path = chance(0.1)
    ? `/${pick(strings)}`
    : operation.path.replace(/\{(\w+)\}/g, (_braces, name) =>
        name === 'site' && chance(0.9) ? 'berkane' : pick([...names, pick(strings)]),
      );
  const query = chance(0.3)
    ? `?${pick(queryKeys)}=${pick(strings)}&${pick(queryKeys)}=${int(200)}`
    : '';
  const withBody = method === 'POST' || chance(0.05);
  const body = withBody ? makeBody(random, operation, api) : Buffer.alloc(0);
  const headers = [
    'Host: 127.0.0.1',
    'Connection: close',
    ...(withBody
      ? [
          `Content-Type: ${chance(0.9) ? 'application/json' : pick(mediaTypes)}`,
          `Content-Length: ${body.length}`,
        ]
      : []),
    ...(chance(0.6) ? [`Idempotency-Key: ${pick(['k'.repeat(20), 'short', ...strings])}`] : []),
    // Never a proof that fits: nothing may come of any of this.
    ...(chance(0.6)
      ? [`Nafida-Proof: ${pick([`${proof}`.replace(/^..../, 'AAAA'), ...strings])}`]
      : []),
    ...(chance(0.5) ? [`Authorization: ${pick(['Bearer ', 'Basic ', ''])}${pick(strings)}`] : []),
    ...(chance(0.2) ? [`Origin: ${pick(['https://evil.example', 'null', ...strings])}`] : []),
    ...(chance(0.1)
      ? [`If-None-Match: ${pick(strings)}`, `Accept-Encoding: ${pick(strings)}`]
      : []),
    ...(chance(0.1) ? [`X-Forwarded-For: ${pick(strings)}`, `Range: bytes=${pick(strings)}`] : []),
  ];
  const line = `${method} ${path}${query} HTTP/1.1`;
  return Buffer.concat([
    Buffer.from(`${[line, ...headers].join('\r\n')}\r\n\r\n`, chance(0.5) ? 'latin1' : 'utf8'),
    body,
  ]);
}

function makeBody({ pick, chance, int }, operation, api) {
  if (chance(0.1)) return Buffer.from(pick(malformed));
  if (chance(0.05)) return Buffer.from(Array.from({ length: int(300) }, () => int(256)));
  if (chance(0.08)) return Buffer.from(JSON.stringify({ title: 'x'.repeat(200_000) }));
  const whole = pick([
    proposalFor(api),
    registrationFor(api),
    { operation: 'createProposal' },
    { decision: 'refuse', reason: 'off_topic', words: { text: 'x', language: 'ar' } },
  ]);
  const broken = structuredClone(whole);
  for (let changes = int(3); changes > 0; changes -= 1) {
    const key = pick([...Object.keys(broken), '__proto__', 'constructor', 'toString', '']);
    const value = pick([null, [], {}, int(1e9), -0.5, true, pick(strings), [[[]]], { code: '02' }]);
    Object.defineProperty(broken, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return Buffer.from(JSON.stringify(broken));
}

const methods = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PURGE',
  'get',
];
const names = ['general', 'hall', 'two-seats', '2026-AAAAAA', 'nothing'];
const queryKeys = [
  'limit',
  'cursor',
  'from',
  'to',
  'territory',
  'type',
  'axis',
  'x',
  '__proto__',
  '',
];
const mediaTypes = [
  'text/plain',
  'application/json; charset=latin1',
  'multipart/form-data',
  '*',
  '',
];
const malformed = [
  '',
  '{',
  '{"a":}',
  '[',
  '"',
  'NaN',
  '{"a":1}}',
  '\u0000',
  '\uFEFF{}',
  '1e999',
  '['.repeat(9_000),
];
const strings = [
  '',
  '%00',
  '%',
  '%ff%fe',
  '%F0%9F%91%A8',
  '..%2f..%2f',
  '....//',
  "'%20or%201=1--",
  '$%7Bjndi%7D',
  '%D8%A8%D8%B1%D9%83%D8%A7%D9%86',
  '\u00e9\u00ff',
  'a'.repeat(3_000),
  '-1',
  '1e309',
  '9'.repeat(30),
  '0',
  'null',
  'undefined',
  '2031-02-31',
  '2031-06-10',
  '02.113',
  '99',
  'K7QF-2M9D-XT4P',
  'nafida_staff_x',
  'eyJhIjoxfQ==',
  '"x", W/"y", *',
  'gzip;q=nan, *;q=0, identity',
  '\t',
  '<script>alert(1)</script>',
  '__proto__',
];

/** Mulberry32: the same seed gives the same requests. */
function generator(start) {
  let state = start;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below) => Math.floor(next() * below);
  return { int, pick: (list) => list[int(list.length)], chance: (share) => next() < share };
}
