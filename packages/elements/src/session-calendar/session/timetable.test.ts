import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleSession } from '../../testing/sample-session.js';
import { agendaDays, dayToShow, inTimetableOrder, sessionsByDay } from './timetable.js';

const idsOf = (sessions: readonly { id: string }[] = []) => sessions.map(({ id }) => id);

const morning = sampleSession({ id: 'morning', startTime: '2026-11-30T09:00:00+00:00' });
const afternoon = sampleSession({ id: 'afternoon', startTime: '2026-11-30T14:00:00Z' });
const someTime = sampleSession({ id: 'some-time', startTime: null, endTime: null });
const forum = sampleSession({
  id: 'forum',
  startDate: '2026-10-30',
  endDate: '2026-11-02',
  startTime: null,
  endTime: null,
});

test('a day is ordered by the hour, whatever offset it is written with; unknown hours close it', () => {
  assert.deepEqual(idsOf(inTimetableOrder([someTime, afternoon, forum, morning])), [
    'forum',
    'morning',
    'afternoon',
    'some-time',
  ]);
});

test('a session of several days stands under each day of the window, and no other', () => {
  const days = sessionsByDay([forum, morning], '2026-11-01', '2026-11-30');
  assert.deepEqual([...days.keys()], ['2026-11-01', '2026-11-02', '2026-11-30']);
  assert.deepEqual(idsOf(days.get('2026-11-02')), ['forum']);
});

test('the list says each session once, and keeps one that began before the window', () => {
  const days = agendaDays([morning, afternoon, forum], '2026-11-01', '2026-11-30');
  assert.deepEqual(
    days.map(({ day, sessions }) => [day, idsOf(sessions)]),
    [
      ['2026-11-01', ['forum']],
      ['2026-11-30', ['morning', 'afternoon']],
    ],
  );
  assert.deepEqual(agendaDays([forum], '2026-11-03', '2026-11-30'), []);
});

test('the day to show is the next with sessions, else the last', () => {
  const days = new Map([
    ['2026-11-04', []],
    ['2026-11-20', []],
  ]);
  assert.equal(dayToShow(days, '2026-11-04'), '2026-11-04');
  assert.equal(dayToShow(days, '2026-11-05'), '2026-11-20');
  assert.equal(dayToShow(days, '2026-12-01'), '2026-11-20');
  assert.equal(dayToShow(new Map(), '2026-11-05'), undefined);
});
