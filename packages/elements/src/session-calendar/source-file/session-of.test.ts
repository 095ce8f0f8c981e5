import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { seatsOf } from '../session-state.js';
import { sessionOf } from './session-of.js';

describe('hours of a file', () => {
  // Morocco left UTC+1 for Ramadan, 15 February to 22 March 2026, and for good on 20 September 2026 (IANA).
  it('say what the clocks show, on either side of the changes', () => {
    for (const [day, offset] of [
      ['2026-02-14', '+01:00'],
      ['2026-02-16', '+00:00'],
      ['2026-03-21', '+00:00'],
      ['2026-03-23', '+01:00'],
      ['2026-09-19', '+01:00'],
      ['2026-09-20', '+00:00'],
      ['2026-12-09', '+00:00'],
      ['2027-03-15', '+00:00'],
    ]) {
      const filed = sessionOf({ id: 'a', title: { fr: 'A' }, startDate: day, startTime: '15:00' });
      assert.ok('session' in filed);
      assert.equal(filed.session.startTime, `${day}T15:00:00${offset}`);
    }
  });
  it('end at midnight on the day on which they began', () => {
    const evening = { startDate: '2027-04-15', startTime: '20:00', endTime: '00:00' };
    const filed = sessionOf({ id: 'a', title: { fr: 'A' }, ...evening });
    assert.ok('session' in filed);
    const { endDate, endTime } = filed.session;
    assert.deepEqual([endDate, endTime], ['2027-04-15', '2027-04-16T00:00:00+00:00']);
  });
  it('are kept as written by a file that says the offset itself', () => {
    const filed = sessionOf({
      id: 'a',
      title: { fr: 'A' },
      startDate: '2026-02-20',
      startTime: '2026-02-20T15:00:00+01:00',
    });
    assert.ok('session' in filed);
    assert.equal(filed.session.startTime, '2026-02-20T15:00:00+01:00');
  });
});

describe('a session of a file', () => {
  it('needs a name, a title and a day, and nothing more', () => {
    const filed = sessionOf({ id: 'a', title: { ar: 'لقاء' }, startDate: '2026-11-26' });
    assert.ok('session' in filed);
    const { endDate, startTime, registration, status } = filed.session;
    assert.deepEqual(
      [endDate, startTime, registration, status],
      ['2026-11-26', null, null, 'scheduled'],
    );
  });
  it('says nothing of seats where the file asks for registration, and that it needs none elsewhere', () => {
    const samples = readFileSync(
      new URL('../../../../../docs/samples/sessions.json', import.meta.url),
      'utf8',
    );
    const [sample] = JSON.parse(samples) as [Record<string, unknown>];
    const seats = (record: object) => {
      const filed = sessionOf(record);
      assert.ok('session' in filed, JSON.stringify(filed));
      return seatsOf(filed.session, Date.parse('2026-11-01T09:00:00Z')).kind;
    };
    assert.equal(seats(sample), 'none');
    assert.equal(seats({ ...sample, registration: { capacity: null, state: 'open' } }), 'none');
    assert.equal(seats({ ...sample, registration: null }), 'without_registration');
  });
  it('is told what it lacks', () => {
    assert.deepEqual(sessionOf({ title: { ar: 'لقاء' }, startDate: '2026-11-26' }), {
      fault: { path: 'id', code: 'required' },
    });
    assert.deepEqual(sessionOf('x'), { fault: { path: '', code: 'invalid_type' } });
  });
});
