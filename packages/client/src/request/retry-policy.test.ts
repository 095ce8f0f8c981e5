import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemOf, type ProblemCode } from '@nafida/contract';
import { InputError } from '../errors/input-error.js';
import { neverSent } from '../errors/nafida-error.js';
import { NetworkError } from '../errors/network-error.js';
import { ProblemError } from '../errors/problem-error.js';
import { ProofError } from '../errors/proof-error.js';
import { ResponseShapeError } from '../errors/response-shape-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import { defaultRetry, delayBefore, noRetry } from './retry-policy.js';

const network = new NetworkError(neverSent, new TypeError('Failed to fetch'));
const problem = (code: ProblemCode, retryAfter?: number) =>
  new ProblemError(problemOf(code, retryAfter === undefined ? {} : { retryAfter }), neverSent);
const most = () => 1 - Number.EPSILON;
const least = () => 0;

describe('the wait before another attempt', () => {
  it('is anything from nothing to a ceiling that doubles up to a cap', () => {
    const policy = { ...defaultRetry, attempts: 10, totalMs: Infinity };
    const ceilings = [500, 1000, 2000, 4000, 8000, 8000, 8000];
    ceilings.forEach((ceiling, index) => {
      assert.equal(delayBefore(index + 2, network, 0, policy, least), 0);
      const longest = delayBefore(index + 2, network, 0, policy, most);
      assert.ok(longest! > ceiling - 1 && longest! < ceiling, `${longest} under ${ceiling}`);
    });
  });
  it('is spread over the whole range', () => {
    const delays = Array.from({ length: 400 }, () => delayBefore(4, network, 0, defaultRetry)!);
    for (const quarter of [0, 1, 2, 3]) {
      const inside = delays.filter((delay) => Math.floor(delay / 500) === quarter).length;
      assert.ok(inside > 50, `${inside} of 400 in quarter ${quarter}`);
    }
  });
  it('is what the server asks for, with a little jitter on top', () => {
    assert.equal(delayBefore(2, problem('rate_limited', 3), 0, defaultRetry, least), 3000);
    assert.ok(delayBefore(2, problem('unavailable', 3), 0, defaultRetry, most)! <= 3500);
  });
  it('is undefined if the server asks for more than the limit, so the person gets the error at once', () => {
    assert.equal(delayBefore(2, problem('rate_limited', 9), 0, defaultRetry), undefined);
  });
  it('is none after the last attempt or when the time is over', () => {
    assert.equal(delayBefore(5, network, 0, defaultRetry), undefined);
    assert.equal(delayBefore(2, network, 0, noRetry), undefined);
    assert.equal(delayBefore(2, network, 45_000, defaultRetry, least), undefined);
    assert.equal(delayBefore(2, network, 44_900, defaultRetry, most), undefined);
  });
  it('is some for what may pass, none for what will not', () => {
    const passing = [
      network,
      new TimeoutError(neverSent, 15_000),
      problem('idempotency_in_flight'),
      problem('rate_limited'),
      problem('unavailable'),
    ];
    for (const error of passing) {
      assert.notEqual(delayBefore(2, error, 0, defaultRetry), undefined, error.message);
    }
    const lasting = [
      problem('internal_error'),
      problem('invalid_input'),
      problem('consultation_closed'),
      problem('proof_expired'),
      new ResponseShapeError('content_type', 200, neverSent),
      new InputError([{ path: 'title', code: 'required' }]),
      new ProofError('insecure_page'),
      new DOMException('aborted', 'AbortError'),
      new Error('a mistake of ours'),
      undefined,
    ];
    for (const error of lasting) assert.equal(delayBefore(2, error, 0, defaultRetry), undefined);
  });
});
