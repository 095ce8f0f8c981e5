import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleSession } from '../../testing/sample-session.js';
import { phaseOf, seatsOf } from './session-state.js';

const at = (instant: string) => Date.parse(instant);
const registration = sampleSession().registration!;

test('a session is over once its last hour or its last day has passed in its own zone', () => {
  const timed = sampleSession();
  assert.equal(phaseOf(timed, at('2026-11-30T14:59:00Z')), 'upcoming');
  assert.equal(phaseOf(timed, at('2026-11-30T15:00:00Z')), 'under_way');
  assert.equal(phaseOf(timed, at('2026-11-30T17:00:00Z')), 'over');
  const untimed = sampleSession({ startTime: null, endTime: null });
  assert.equal(phaseOf(untimed, at('2026-11-30T23:59:00Z')), 'upcoming');
  assert.equal(phaseOf(untimed, at('2026-12-01T00:00:00Z')), 'over');
});

test('nobody knows whether a session without a closing hour still goes on', () => {
  const open = sampleSession({ endTime: null });
  assert.equal(phaseOf(open, at('2026-11-30T20:00:00Z')), 'upcoming');
  const forum = sampleSession({ startTime: null, endTime: null, endDate: '2026-12-02' });
  assert.equal(phaseOf(forum, at('2026-12-01T12:00:00Z')), 'under_way');
});

test('what staff say wins over the clock', () => {
  for (const status of ['cancelled', 'postponed', 'held'] as const)
    assert.equal(phaseOf(sampleSession({ status }), 0), status);
});

test('seats are said only while one can still come', () => {
  const now = at('2026-11-01T12:00:00Z');
  const seats = (changes: Partial<typeof registration>) =>
    seatsOf(sampleSession({ registration: { ...registration, ...changes } }), now);
  assert.deepEqual(seats({}), { kind: 'places', remaining: 12, closesAt: null });
  assert.deepEqual(seats({ remaining: 0, waiting: 4 }), {
    kind: 'full',
    waiting: 4,
    closesAt: null,
  });
  assert.deepEqual(seats({ capacity: null, remaining: null }), {
    kind: 'unlimited',
    closesAt: null,
  });
  assert.deepEqual(seats({ state: 'closed' }), { kind: 'closed' });
  assert.deepEqual(seats({ state: 'unknown' }), { kind: 'none' });
  assert.deepEqual(seats({ state: 'not_open', opensAt: '2026-11-10T09:00:00Z' }), {
    kind: 'not_open',
    opensAt: '2026-11-10T09:00:00Z',
  });
  assert.deepEqual(seatsOf(sampleSession({ registration: null }), now), {
    kind: 'without_registration',
  });
  assert.deepEqual(seatsOf(sampleSession({ status: 'cancelled' }), now), { kind: 'none' });
  assert.deepEqual(seatsOf(sampleSession(), at('2027-01-01T00:00:00Z')), { kind: 'none' });
});
