import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemOf, type OperationId } from '@nafida/contract';
import { isNafidaError, type AnyNafidaError } from '../errors/is-nafida-error.js';
import { neverSent } from '../errors/nafida-error.js';
import { checkedOperation } from './all-operations.js';
import { readAnswer } from './read-answer.js';

const challenge = {
  parameters: { algorithm: 'PBKDF2/SHA-256', nonce: 'a', salt: 'b', cost: 1, keyLength: 32 },
  signature: 'c',
  expiresAt: '2030-01-01T00:00:00Z',
};

interface Given {
  status?: number;
  type?: string;
  contentType?: string | null;
  headers?: Record<string, string>;
  text?: string;
}

const read = (
  { status = 200, type = 'default', contentType = 'application/json', headers, text = '' }: Given,
  outcome = neverSent,
  operation: OperationId = 'createProposal',
) =>
  readAnswer(
    {
      status,
      type,
      text,
      headers: new Headers({ ...headers, ...(contentType && { 'Content-Type': contentType }) }),
    },
    checkedOperation(operation),
    outcome,
  );

function errorOf(...given: Parameters<typeof read>): AnyNafidaError {
  try {
    read(...given);
  } catch (error) {
    if (isNafidaError(error)) return error;
    throw error;
  }
  assert.fail('should have thrown');
}

const describeError = (error: AnyNafidaError) =>
  error.kind === 'problem'
    ? `${error.code} ${error.status}`
    : error.kind === 'response_shape'
      ? error.reason
      : error.kind;

describe('an answer', () => {
  it('is the checked value; keys that this version does not know are dropped', () => {
    const text = JSON.stringify({ ...challenge, brandNew: 1 });
    assert.deepEqual(read({ status: 201, text }, neverSent, 'createChallenge'), challenge);
  });
  it('may be any success with the right body: a proxy may turn 201 into 200', () => {
    const text = JSON.stringify(challenge);
    assert.deepEqual(read({ status: 200, text }, neverSent, 'createChallenge'), challenge);
  });

  it('is what the server said, also on a page that adds to Object.prototype', () => {
    const objects = Object.prototype as Record<string, unknown>;
    objects['extend'] = 'yes';
    try {
      const text = JSON.stringify(challenge);
      const value = read({ status: 201, text }, neverSent, 'createChallenge');
      const { parameters } = value as typeof challenge;
      assert.deepEqual(Object.keys(parameters).sort(), Object.keys(challenge.parameters).sort());
    } finally {
      delete objects['extend'];
    }
  });

  const html = { contentType: 'text/html', text: '<!doctype html>Wi-Fi' };
  const problem = (code: Parameters<typeof problemOf>[0]) => ({
    status: problemOf(code).status,
    contentType: 'application/problem+json',
    text: JSON.stringify(problemOf(code)),
  });
  const table: [string, Given, string][] = [
    ['the page of a captive portal', html, 'content_type'],
    ['an empty body', { contentType: null }, 'content_type'],
    ['204', { status: 204, contentType: null }, 'content_type'],
    ['JSON as text', { contentType: 'text/plain', text: '{}' }, 'content_type'],
    ['cut JSON', { text: '{"reference":"P' }, 'invalid_json'],
    ['other JSON', { text: '{"ok":true}' }, 'schema'],
    ['null', { text: 'null' }, 'schema'],
    ['a redirect seen by Node', { status: 302, contentType: null }, 'redirect'],
    ['a redirect hidden by a browser', { status: 0, type: 'opaqueredirect' }, 'redirect'],
    ['304 out of place', { status: 304, contentType: null }, 'redirect'],
    ['a problem', problem('consultation_closed'), 'consultation_closed 409'],
    [
      'a problem as plain JSON',
      { ...problem('rate_limited'), contentType: 'application/json; charset=utf-8' },
      'rate_limited 429',
    ],
    ['a gateway that is down', { ...html, status: 502 }, 'unavailable 502'],
    ['a gateway that waited in vain', { ...html, status: 504 }, 'unavailable 504'],
    ['a proxy that limits', { ...html, status: 429 }, 'rate_limited 429'],
    ['a proxy that limits sizes', { ...html, status: 413 }, 'payload_too_large 413'],
    ['a crash', { ...html, status: 500 }, 'internal_error 500'],
    ['503 with a problem that is none', { status: 503, text: '{}' }, 'unavailable 503'],
    ['a firewall that forbids', { ...html, status: 403 }, 'content_type'],
    ['404 of another server', { ...html, status: 404 }, 'content_type'],
    ['404 of another API', { status: 404, text: '{"error":"x"}' }, 'schema'],
    [
      'an error with the body of a success',
      { status: 404, text: JSON.stringify(challenge) },
      'schema',
    ],
  ];
  for (const [name, given, expected] of table) {
    it(`that is ${name} is ${expected}`, () =>
      assert.equal(describeError(errorOf(given)), expected));
  }

  it('says which part of the shape is wrong', () => {
    const error = errorOf(
      { text: JSON.stringify({ ...challenge, signature: 4 }) },
      neverSent,
      'createChallenge',
    );
    assert.ok(error.kind === 'response_shape');
    assert.deepEqual(error.issues, [{ path: 'signature', code: 'invalid_type' }]);
    assert.match(error.message, /signature/);
  });
  it('says how long to wait: by its body, else by its header in seconds, never by a date', () => {
    const wait = (given: Given) => {
      const error = errorOf(given);
      return error.kind === 'problem' ? error.retryAfter : undefined;
    };
    const busy = { ...html, status: 503 };
    assert.equal(wait({ ...busy, headers: { 'Retry-After': '7' } }), 7);
    assert.equal(
      wait({ ...busy, headers: { 'Retry-After': 'Sun, 22 Nov 2026 04:00:00 GMT' } }),
      undefined,
    );
    assert.equal(wait({ ...busy, headers: { 'Retry-After': '-5' } }), undefined);
    assert.equal(wait(busy), undefined);
    const text = JSON.stringify(problemOf('rate_limited', { retryAfter: 2 }));
    assert.equal(wait({ status: 429, text, headers: { 'Retry-After': '7' } }), 2);
  });
  it('says whether the request may have taken effect', () => {
    const maybe = (given: Given, outcome = neverSent, operation?: OperationId) =>
      errorOf(given, outcome, operation).maybeSent;
    const earlier = { maybeSent: true, idempotencyKey: 'k' };
    assert.equal(maybe(problem('consultation_closed')), false, 'refused');
    assert.equal(maybe(problem('idempotency_in_flight')), true, 'another one is running');
    assert.equal(maybe(problem('internal_error')), true, 'who knows');
    assert.equal(maybe(html), true, 'who knows what answered');
    assert.equal(
      maybe(problem('rate_limited'), earlier),
      true,
      'an attempt before this one may have',
    );
    assert.equal(maybe(html, neverSent, 'getSite'), false, 'reads take no effect');
    assert.equal(errorOf(html, earlier).idempotencyKey, 'k');
  });
});
