import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleSession } from '../../testing/sample-session.js';
import { sessionsByDay } from '../session/timetable.js';
import { addDays } from '../day/civil-day.js';
import { lanesOf } from './week-lanes.js';

const week = [0, 1, 2, 3, 4, 5, 6].map((index) => addDays('2026-11-16', index));
const session = (id: string, startDate: string, endDate = startDate) =>
  sampleSession({ id, startDate, endDate, startTime: null, endTime: null });
const drawn = (...sessions: ReturnType<typeof session>[]) => {
  const lanes = lanesOf(week, sessionsByDay(sessions, week[0]!, week[6]!));
  return week.map((day) =>
    lanes.get(day)!.map((piece) => (piece ? `${piece.session.id}${piece.span || ''}` : '-')),
  );
};

test('a session of several days keeps its lane and carries its title once', () => {
  assert.deepEqual(
    drawn(
      session('forum', '2026-11-17', '2026-11-19'),
      session('a', '2026-11-17'),
      session('b', '2026-11-19'),
    ),
    [[], ['forum3', 'a1'], ['forum'], ['forum', 'b1'], [], [], []],
  );
});

test('a lane is left free under a session that another one pushed down', () => {
  assert.deepEqual(
    drawn(session('one', '2026-11-16', '2026-11-17'), session('two', '2026-11-17', '2026-11-18')),
    [['one2'], ['one', 'two2'], ['-', 'two'], [], [], [], []],
  );
});

test('a session that goes on beyond the week is drawn to its edges', () => {
  assert.deepEqual(drawn(session('long', '2026-11-01', '2026-12-31')), [
    ['long7'],
    ...week.slice(1).map(() => ['long']),
  ]);
});

test('days of another month hold nothing', () => {
  const lanes = lanesOf([null, '2026-12-01'], sessionsByDay([], '2026-12-01', '2026-12-31'));
  assert.deepEqual([...lanes.keys()], ['2026-12-01']);
});
