import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { problemOf } from '@nafida/contract';
import {
  InputError,
  isNafidaError,
  NafidaError,
  NetworkError,
  ProblemError,
  ProofError,
  ResponseShapeError,
  TimeoutError,
} from './index.js';

const outcome = { maybeSent: true, idempotencyKey: 'k'.repeat(16) };
const errors = [
  new NetworkError(outcome, new TypeError('Failed to fetch')),
  new TimeoutError(outcome, 15_000),
  new ProblemError(problemOf('consultation_closed'), outcome),
  new ResponseShapeError('content_type', 200, outcome),
  new InputError([{ path: 'title', code: 'too_short', minimum: 8 }]),
  new ProofError('insecure_page'),
];

describe('errors', () => {
  it('are known by the guard, are Errors, and have a kind and a name of their own', () => {
    for (const error of errors) {
      assert.ok(isNafidaError(error));
      assert.ok(error instanceof NafidaError && error instanceof Error);
      assert.equal(error.name, error.constructor.name);
      assert.ok(error.message.length > 10);
      assert.ok(error.stack?.includes('errors.test'));
    }
    assert.equal(new Set(errors.map(({ kind }) => kind)).size, errors.length);
  });
  it('of another frame or another copy of the package are known by the guard', () => {
    const foreign: unknown = runInNewContext(`
      const error = new Error('No answer');
      error[Symbol.for('nafida.error')] = true;
      error.kind = 'timeout';
      error;
    `);
    assert.ok(!(foreign instanceof Error));
    assert.ok(isNafidaError(foreign) && foreign.kind === 'timeout');
  });
  it('are nothing else', () => {
    const others = [undefined, null, 'network', 4, {}, { kind: 'network' }, new TypeError('x')];
    for (const other of [...others, new DOMException('x', 'AbortError')]) {
      assert.equal(isNafidaError(other), false);
    }
  });
  it('say whether the request may have taken effect and under which key', () => {
    const [network, , , , input] = errors;
    assert.deepEqual([network!.maybeSent, network!.idempotencyKey], [true, 'k'.repeat(16)]);
    assert.deepEqual([input!.maybeSent, input!.idempotencyKey], [false, undefined]);
  });
  it('keep what caused them', () => {
    assert.equal((errors[0]!.cause as Error).message, 'Failed to fetch');
  });
  it('call a code they do not know unknown, and keep it', () => {
    const problem = { type: 'about:blank', title: 'New', status: 409, code: 'brand_new' };
    const error = new ProblemError(problem, outcome);
    assert.deepEqual([error.code, error.problem.code, error.status], ['unknown', 'brand_new', 409]);
  });
});
