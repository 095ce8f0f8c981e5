// Promise: whatever is sent, the server answers with a problem of the contract, never fails, and nothing has changed.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { join } from 'node:path';
import { problemMediaType, problemSchema, problems, validate } from '@nafida/contract';
import { allPages } from '../conformance/inputs.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { makeRequest } from './fuzz-requests.mjs';
import { Random } from './random.mjs';

const expected = [400, 401, 403, 404, 405, 413, 415, 422];

/**
 * Sends requests made from `seed`, each on a connection of its own, `atATime` of them; gives how often each status
 * came, or throws when one answer is not what it must be or when anything stored has changed.
 *
 * @param {{ province: object, server: object, count: number, seed: number, atATime?: number }} options
 */
export async function proveFuzz({ province, server, count, seed, atATime = 8 }) {
  const api = await province.apiOf(server);
  const random = new Random(seed);
  const proof = await api.proof('createProposal');
  const cursors = await someCursors(api);
  const before = await contentHash(province);
  const statuses = new Map();
  const startedAt = performance.now();
  let sent = 0;
  const work = async () => {
    while (sent < count) {
      const index = sent;
      sent += 1;
      const request = makeRequest(random, api, { proof, cursors });
      const about = `seed ${seed}, request ${index}: ${request.subarray(0, 300).toString('latin1')}`;
      const answer = await exchange(server.port, request);
      checkAnswer(answer, about, request.subarray(0, 5).toString() === 'HEAD ');
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const status of expected) {
    assert.ok(statuses.has(status), `${status} came up: ${[...statuses].join('  ')}`);
  }
  assert.equal(await contentHash(province), before, 'nothing stored has changed');
  assert.equal((await api.send('GET', '/readyz')).status, 200);
  return { count, seed, seconds, statuses: Object.fromEntries([...statuses].sort()) };
}

/** Cursors that the server gave out: only of what was asked for there do they tell where to go on. */
async function someCursors(api) {
  const { nextCursor } = await api.value('listSessions', { query: { limit: 1 } });
  assert.ok(nextCursor);
  const all = await allPages(api, 'listSessions', { limit: 1 });
  assert.ok(all.length > 1);
  return [nextCursor];
}

/** Of every row of every table. */
async function contentHash(province) {
  const file = join(await temporaryFolder('fuzz'), 'nafida.backup');
  const [, hash] = /Content hash: ([0-9a-f]{64})/.exec(await province.command('backup', file));
  return hash;
}

function checkAnswer({ status, headers, body }, about, isHead) {
  assert.ok(status >= 200 && status < 500, `${status} for ${about}`);
  if (status < 400 || isHead) return;
  assert.equal(headers['content-type'], problemMediaType, about);
  const result = validate(problemSchema, JSON.parse(body));
  assert.ok(result.ok, about);
  assert.equal(problems[result.value.code]?.status, status, about);
}

/** Sends bytes on a connection of their own; gives the first answer. */
async function exchange(port, bytes, triesLeft = 3) {
  const socket = connect(port, '127.0.0.1');
  const chunks = [];
  let broken;
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', (error) => (broken = error));
  // Not `end`: to a server, a client that has closed its side has gone.
  socket.write(bytes);
  await new Promise((resolve) => socket.once('close', resolve));
  // A body that is refused unread leaves a reset behind, and on TCP that may overtake the answer.
  if (broken?.code === 'ECONNRESET' && chunks.length === 0 && triesLeft > 0) {
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
  const sent = rest.join('\r\n\r\n');
  const body = headers['transfer-encoding'] === 'chunked' ? unchunked(sent) : sent;
  return { status: Number(statusLine.split(' ')[1]), headers, body };
}

function unchunked(sent) {
  const at = sent.indexOf('\r\n');
  const length = Number.parseInt(sent.slice(0, at), 16);
  if (!(length > 0)) return '';
  const from = at + 2;
  return sent.slice(from, from + length) + unchunked(sent.slice(from + length + 2));
}
