import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestIdOf } from './request-id.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

test('keeps the ids that proxies make', () => {
  const ids = ['5f2b7d0c9a1e4c3b8d6f0a1b2c3d4e5f', '0B9E5A2C-4D1F-4C8A-9B7E-3F2A1D0C5B6E'];
  for (const id of ids) assert.equal(requestIdOf(id), id);
});

test('makes its own if there is none, or one that could contain typed text', () => {
  const others = [
    undefined,
    '',
    'zineb@example.org',
    'Zineb Testname',
    '+212600112233',
    '0600112233',
    'a'.repeat(65),
    'abcdef0123456789\r\nX: y',
    ['5f2b7d0c9a1e4c3b8d6f0a1b2c3d4e5f'],
  ];
  for (const given of others) assert.match(requestIdOf(given), uuid);
});
