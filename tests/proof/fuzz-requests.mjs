// What someone sends who means no good.
import { allOperations as operations } from '@nafida/contract/staff.js';
import { proposalFor, registrationFor } from '../conformance/inputs.mjs';

/** A request in the protocol's manner with something wrong about it, or one that is not even HTTP. */
export function makeRequest(random, api, { proof, cursors }) {
  if (random.chance(0.02)) return makeNoise(random);
  const operation = random.pick(Object.values(operations));
  const method = random.chance(0.8) ? operation.method : random.pick(methods);
  const withBody = method === 'POST' || random.chance(0.05);
  const { type, body } = withBody ? makeBody(random, api) : { body: Buffer.alloc(0) };
  const line = `${method} ${makePath(random, operation)}${makeQuery(random, cursors)} HTTP/1.1`;
  const headers = [
    'Host: 127.0.0.1',
    'Connection: close',
    ...(withBody ? [`Content-Type: ${type}`, `Content-Length: ${body.length}`] : []),
    ...makeHeaders(random, proof),
  ];
  const encoding = random.chance(0.5) ? 'latin1' : 'utf8';
  return Buffer.concat([Buffer.from(`${[line, ...headers].join('\r\n')}\r\n\r\n`, encoding), body]);
}

/** Begins with a letter: empty lines before a request are no fault, and the server would wait for what follows. */
function makeNoise(random) {
  return Buffer.concat([Buffer.from('x'), bytes(random, 200), Buffer.from('\r\n\r\n')]);
}

function makePath(random, operation) {
  if (random.chance(0.1)) return `/${random.pick(strings)}`;
  return operation.path.replace(/\{(\w+)\}/g, (_braces, name) =>
    name === 'site' && random.chance(0.9)
      ? 'berkane'
      : random.pick([...names, random.pick(strings)]),
  );
}

function makeQuery(random, cursors) {
  if (random.chance(0.1)) return `?limit=1&cursor=${brokenCursor(random, cursors)}`;
  if (!random.chance(0.3)) return '';
  const value = random.chance(0.2)
    ? encodeURIComponent(wildText(random).toWellFormed())
    : random.pick(strings);
  return `?${random.pick(queryKeys)}=${value}&${random.pick(queryKeys)}=${random.between(0, 199)}`;
}

/** A cursor that was given out once, with a letter changed, cut off, or saying another place than was signed. */
function brokenCursor(random, cursors) {
  const cursor = random.pick(cursors);
  const [place, signature] = cursor.split('.');
  const at = random.between(0, cursor.length - 1);
  return random.pick([
    cursor,
    cursor.slice(0, at),
    `${cursor.slice(0, at)}${random.pick('aZ0_-.%')}${cursor.slice(at + 1)}`,
    place,
    `.${signature}`,
    `${Buffer.from(random.pick(malformed.slice(0, 8))).toString('base64url')}.${signature}`,
    `${Buffer.from(JSON.stringify([random.pick(strings), 1e300])).toString('base64url')}.${signature}`,
    `${place}.${signature.split('').reverse().join('')}`,
    random.pick(strings),
  ]);
}

function makeHeaders(random, proof) {
  const pick = (list) => random.pick(list);
  const now = (share) => random.chance(share);
  return [
    ...(now(0.6) ? [`Idempotency-Key: ${pick(['k'.repeat(20), 'short', ...strings])}`] : []),
    // Never a proof that fits: nothing may come of any of this.
    ...(now(0.6) ? [`Nafida-Proof: ${pick([proof.replace(/^..../, 'AAAA'), ...strings])}`] : []),
    ...(now(0.5) ? [`Authorization: ${pick(['Bearer ', 'Basic ', ''])}${pick(strings)}`] : []),
    ...(now(0.2) ? [`Origin: ${pick(['https://evil.example', 'null', ...strings])}`] : []),
    ...(now(0.1) ? [`If-None-Match: ${pick(strings)}`, `Accept-Encoding: ${pick(strings)}`] : []),
    ...(now(0.1) ? [`X-Forwarded-For: ${pick(strings)}`, `Range: bytes=${pick(strings)}`] : []),
    ...(now(0.1)
      ? [`Accept-Language: ${pick(strings)}`, `${pick(headerNames)}: ${pick(strings)}`]
      : []),
  ];
}

function makeBody(random, api) {
  if (random.chance(0.1)) return makeMultipart(random, api);
  const type = random.chance(0.9) ? 'application/json' : random.pick(mediaTypes);
  return { type, body: makeJson(random, api) };
}

function makeJson(random, api) {
  if (random.chance(0.1)) return Buffer.from(random.pick(malformed));
  if (random.chance(0.05)) return bytes(random, 300);
  if (random.chance(0.15)) return Buffer.from(JSON.stringify({ title: 'x'.repeat(200_000) }));
  const whole = random.pick([
    proposalFor(api),
    registrationFor(api),
    { operation: 'createProposal' },
    { decision: 'refuse', reason: 'off_topic', words: { text: 'x', language: 'ar' } },
  ]);
  const broken = structuredClone(whole);
  for (let changes = random.between(0, 2); changes > 0; changes -= 1) {
    const key = random.pick([...Object.keys(broken), '__proto__', 'constructor', 'toString', '']);
    const value = random.pick([
      null,
      [],
      {},
      random.between(0, 1e9),
      -0.5,
      true,
      random.pick(strings),
      wildText(random),
      [[[]]],
      { code: '02' },
    ]);
    Object.defineProperty(broken, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return Buffer.from(JSON.stringify(broken));
}

/** A form with files as browsers send it, with its boundary, its names or its end wrong. */
function makeMultipart(random, api) {
  const boundary = random.pick(['----nafida', 'x', 'a'.repeat(200), '']);
  const told = random.chance(0.7) ? boundary : random.pick(strings);
  const parts = Array.from({ length: random.between(0, 3) }, () => {
    const name = random.pick([...Object.keys(proposalFor(api)), 'file', '__proto__', ...strings]);
    const file = random.chance(0.5) ? `; filename="${random.pick(fileNames)}"` : '';
    const content = random.pick([
      bytes(random, 400),
      Buffer.from(wildText(random)),
      makeJson(random, api),
    ]);
    return Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n`),
      Buffer.from(random.chance(0.5) ? `Content-Type: ${random.pick(fileTypes)}\r\n\r\n` : '\r\n'),
      content,
      Buffer.from('\r\n'),
    ]);
  });
  const end = Buffer.from(random.chance(0.7) ? `--${boundary}--\r\n` : '');
  return { type: `multipart/form-data; boundary=${told}`, body: Buffer.concat([...parts, end]) };
}

function bytes(random, most) {
  return Buffer.from(Array.from({ length: random.between(1, most) }, () => random.between(0, 255)));
}

/** Characters from all over Unicode: lone surrogates, controls, marks without letters, and those that turn the line. */
function wildText(random) {
  const ranges = [
    [0x0, 0x20],
    [0x600, 0x6ff],
    [0x300, 0x36f],
    [0x200b, 0x202e],
    [0x2066, 0x2069],
    [0x2d30, 0x2d7f],
    [0xd800, 0xdfff],
    [0xfdd0, 0xffff],
    [0x1f300, 0x1faff],
    [0xe0001, 0x10ffff],
  ];
  const units = Array.from({ length: random.between(1, 40) }, () =>
    String.fromCodePoint(random.between(...random.pick(ranges))),
  );
  return units.join('');
}

const headerNames = [
  'Content-Encoding',
  'Expect',
  'Transfer-Encoding',
  'X-HTTP-Method-Override',
  'Forwarded',
];
const fileNames = [
  'photo.jpg',
  '../../etc/passwd',
  'صورة.png',
  'a\u202Egpj.exe',
  '"',
  '\u0000.pdf',
  '',
];
const fileTypes = ['image/jpeg', 'image/svg+xml', 'text/html', 'application/x-php', '', '*/*;q=no'];
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
