import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { seatsOf } from '../session/session-state.js';
import { sessionOf } from './session-of.js';
import {
  accessibilityServices,
  meetingTypes,
  sessionAudiences,
  sessionKinds,
  sessionStatuses,
} from '@nafida/contract';

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

describe('the page about files of sessions', () => {
  const page = readFileSync(
    new URL('../../../../../docs/sessions-file.md', import.meta.url),
    'utf8',
  );
  const example = JSON.parse(/```json\n(.*?)```/s.exec(page)![1]!) as Record<string, unknown>[];
  const rows = new Map(
    [...page.matchAll(/^\| `(\w+)` +\| (yes|) *\| (.*?) +\|/gm)].map(([, field, needed, type]) => [
      field!,
      { isNeeded: needed === 'yes', type: type! },
    ]),
  );

  it('shows an example that is read, with everything that it says', () => {
    assert.equal(example.length, 2);
    for (const record of example) {
      const filed = sessionOf(record);
      assert.ok('session' in filed, JSON.stringify(filed));
      const { startTime, endTime, ...rest } = record;
      const read = filed.session as unknown as Record<string, unknown>;
      for (const [field, value] of Object.entries(rest)) assert.deepEqual(read[field], value);
      if (startTime) assert.equal(read['startTime'], '2026-12-16T15:00:00+00:00');
      if (endTime) assert.equal(read['endTime'], '2026-12-16T17:30:00+00:00');
    }
  });
  it('names the fields that are read, and those that are needed', () => {
    const [least = {}] = example;
    const filed = sessionOf(least);
    assert.ok('session' in filed);
    assert.deepEqual([...rows.keys()].sort(), Object.keys(filed.session).sort());
    const needed = [...rows].filter(([, { isNeeded }]) => isNeeded).map(([field]) => field);
    assert.deepEqual(needed, Object.keys(least));
    for (const field of needed) {
      const { [field]: _, ...lacking } = least;
      const path = 'session' in sessionOf(lacking) ? undefined : field;
      assert.equal(path, field);
    }
  });
  it('names every word that a field may hold', () => {
    const words = {
      kind: sessionKinds,
      typeOfMeeting: meetingTypes,
      status: sessionStatuses,
      accessibility: accessibilityServices,
      audiences: sessionAudiences,
    };
    for (const [field, known] of Object.entries(words)) {
      const named = [...rows.get(field)!.type.matchAll(/`(\w+)`/g)].map(([, word]) => word);
      assert.deepEqual(named, [...known], field);
    }
  });
});

describe('a session of a file', () => {
  it('needs a name, a title and a day, and nothing more', () => {
    const filed = sessionOf({ id: 'a', title: { ar: 'لقاء' }, startDate: '2026-11-26' });
    assert.ok('session' in filed);
    const { endDate, startTime, status } = filed.session;
    assert.deepEqual([endDate, startTime, status], ['2026-11-26', null, 'scheduled']);
  });
  it('says nothing of seats unless the file says that one comes without registering', () => {
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
    const unknown: Record<string, unknown> = { ...sample };
    delete unknown['registration'];
    assert.equal(seats(unknown), 'none', 'as of every event of a calendar');
    assert.equal(seats({ ...sample, registration: null }), 'without_registration');
  });
  it('is told what it lacks', () => {
    assert.deepEqual(sessionOf({ title: { ar: 'لقاء' }, startDate: '2026-11-26' }), {
      issue: { path: 'id', code: 'required' },
    });
    assert.deepEqual(sessionOf('x'), { issue: { path: '', code: 'invalid_type' } });
  });
});
