import { problemOf, type ProblemCode } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InputError } from '../errors/input-error.js';
import { neverSent } from '../errors/nafida-error.js';
import { NetworkError } from '../errors/network-error.js';
import { ProblemError } from '../errors/problem-error.js';
import { ProofError } from '../errors/proof-error.js';
import { ResponseShapeError } from '../errors/response-shape-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import { lastingProblemOf } from './lasting-problem.js';

const problem = (code: ProblemCode) => new ProblemError(problemOf(code), neverSent);
const foreign = (status: number) =>
  new ProblemError({ ...problemOf('not_found'), code: 'from_the_future', status }, neverSent);

describe('a send that failed from the outbox', () => {
  it('is tried again when the line or a busy server was to blame', () => {
    const passing = [
      new NetworkError(neverSent, undefined),
      new TimeoutError(neverSent, 15_000),
      new ResponseShapeError('content_type', 200, neverSent),
      problem('rate_limited'),
      problem('unavailable'),
      problem('internal_error'),
      problem('idempotency_in_flight'),
      foreign(503),
      new Error('a mistake of ours'),
    ];
    for (const error of passing) assert.equal(lastingProblemOf(error), undefined, error.message);
  });
  it('is kept for the person to correct if the server or the device rejects it', () => {
    for (const code of [
      'consultation_closed',
      'consultation_not_open',
      'consent_outdated',
      'idempotency_mismatch',
      'unknown_site',
    ] as const) {
      assert.deepEqual(lastingProblemOf(problem(code)), { reason: code, issues: [] });
    }
    assert.deepEqual(lastingProblemOf(foreign(409)), { reason: 'unknown', issues: [] });
    assert.deepEqual(lastingProblemOf(new ProofError('too_slow')), { reason: 'proof', issues: [] });
    const issues = [{ path: 'title', code: 'required' }] as const;
    assert.deepEqual(lastingProblemOf(new InputError([...issues])), {
      reason: 'invalid_input',
      issues,
    });
  });
});
