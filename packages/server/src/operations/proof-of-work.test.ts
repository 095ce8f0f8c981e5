import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge, ProvenOperation } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { Keyring } from '../keyring.js';
import { ProblemError } from './problem-error.js';
import { defaultProofSettings, ProofOfWork } from './proof-of-work.js';

const keyring = new Keyring('a'.repeat(32));
const cheap = new ProofOfWork(keyring, { cost: 1, attempts: 2, minSeconds: 0 });

async function solve({ parameters, signature }: Challenge): Promise<string> {
  const challenge = { parameters, signature };
  const solution = await solveChallenge({ challenge: challenge as never, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
const problem = (code: string) => (error: unknown) =>
  error instanceof ProblemError && error.problem.code === code;

describe('a proof of work', () => {
  it('asks for the work that the settings say', async () => {
    const proofs = new ProofOfWork(keyring, { cost: 7, attempts: 20, minSeconds: 0 });
    const counters: number[] = [];
    for (let round = 0; round < 200; round++) {
      const challenge = await proofs.challenge('berkane', 'createProposal');
      assert.equal(challenge.parameters.cost, 7);
      const { solution } = JSON.parse(atob(await solve(challenge))) as {
        solution: { counter: number };
      };
      counters.push(solution.counter);
    }
    const mean = counters.reduce((sum, each) => sum + each, 0) / counters.length;
    assert.ok(mean > 15 && mean < 25, `${mean}`);
    assert.ok(Math.max(...counters) < 40, `${Math.max(...counters)}`);
    // No attempt can be left out: the first ones find the solution as often as the last ones.
    assert.ok(counters.filter((each) => each <= 10).length > 25, counters.join(' '));
    assert.deepEqual(defaultProofSettings, {
      cost: 5_000,
      attempts: 750,
      minSeconds: 3,
    });
  });
  it('holds for a quarter of an hour, as the challenge says', async () => {
    mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-22T08:00:00.500Z') });
    try {
      const challenge = await cheap.challenge('berkane', 'createProposal');
      assert.equal(challenge.expiresAt, '2026-11-22T08:15:00.000Z');
      const proof = await solve(challenge);
      mock.timers.setTime(Date.parse('2026-11-22T08:14:59Z'));
      const { expiresAt } = cheap.check(proof, 'berkane', 'createProposal');
      assert.equal(expiresAt.toISOString(), challenge.expiresAt);
      mock.timers.setTime(Date.parse('2026-11-22T08:15:01Z'));
      assert.throws(
        () => cheap.check(proof, 'berkane', 'createProposal'),
        problem('proof_expired'),
      );
    } finally {
      mock.timers.reset();
    }
  });
  it('of a proposal that comes faster than anybody writes is to come again, and is not spent', async () => {
    mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-22T08:00:00Z') });
    try {
      const proofs = new ProofOfWork(keyring, { cost: 1, attempts: 2, minSeconds: 3 });
      const proofFor = async (operation: ProvenOperation) =>
        solve(await proofs.challenge('berkane', operation));
      const proof = await proofFor('createProposal');
      const check = () => proofs.check(proof, 'berkane', 'createProposal');
      mock.timers.setTime(Date.parse('2026-11-22T08:00:01Z'));
      assert.throws(
        check,
        (error) =>
          error instanceof ProblemError &&
          error.problem.code === 'rate_limited' &&
          error.problem.retryAfter === 2,
      );
      mock.timers.setTime(Date.parse('2026-11-22T08:00:03Z'));
      check();
      proofs.check(await proofFor('supportProposal'), 'berkane', 'supportProposal');
    } finally {
      mock.timers.reset();
    }
  });
  it('is not accepted with fields changed, from another secret, or for something else', async () => {
    const challenge = await cheap.challenge('berkane', 'createProposal');
    const check = (proof: string, by = cheap) => by.check(proof, 'berkane', 'createProposal');
    const isInvalid = (proof: string, by = cheap) =>
      assert.throws(() => check(proof, by), problem('proof_invalid'));
    check(await solve(challenge));
    const { parameters, signature } = challenge;
    const later = { ...challenge, parameters: { ...parameters, expiresAt: 9_999_999_999 } };
    isInvalid(await solve(later));
    const other = new ProofOfWork(new Keyring('b'.repeat(32)), {
      cost: 1,
      attempts: 2,
      minSeconds: 0,
    });
    isInvalid(await solve(challenge), other);
    const elsewhere = await cheap.challenge('oujda', 'createProposal');
    isInvalid(await solve(elsewhere));
    const solved = JSON.parse(atob(await solve(challenge))) as {
      solution: { derivedKey: string };
    };
    for (const derivedKey of ['00', solved.solution.derivedKey.toUpperCase(), 'é'.repeat(32)]) {
      const solution = { ...solved.solution, derivedKey };
      isInvalid(Buffer.from(JSON.stringify({ ...solved, solution })).toString('base64'));
    }
    const nonsense = btoa(JSON.stringify({ challenge: { parameters, signature }, solution: {} }));
    for (const proof of ['', 'é', nonsense]) {
      isInvalid(proof);
    }
    assert.throws(() => cheap.check(null, 'berkane', 'createProposal'), problem('proof_required'));
  });
});
