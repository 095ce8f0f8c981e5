import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSession } from '../../testing/sample-session.js';
import { programmeOf } from './programme.js';

const part = (id: string, day: string, hour: string | null, room: string | null) =>
  sampleSession({
    id,
    startDate: day,
    endDate: day,
    startTime: hour && `${day}T${hour}:00+00:00`,
    endTime: null,
    room: room === null ? null : { ar: room, fr: room },
  });

describe('the programme of an event', () => {
  it('goes by day, by hour and by room', () => {
    const programme = programmeOf([
      part('closing', '2026-12-02', '16:00', 'A'),
      part('b', '2026-12-01', '10:00', 'B'),
      part('a', '2026-12-01', '10:00', 'A'),
      part('opening', '2026-12-01', '09:00', 'A'),
      part('stand', '2026-12-01', null, null),
    ]);
    assert.deepEqual(
      programme.map(({ day, rooms, hours }) => [
        day,
        rooms.map((room) => room?.fr ?? null),
        hours.map(({ startTime, byRoom }) => [
          startTime?.slice(11, 16) ?? null,
          byRoom.map((sessions) => sessions.map(({ id }) => id).join()),
        ]),
      ]),
      [
        [
          '2026-12-01',
          ['A', 'B', null],
          [
            ['09:00', ['opening', '', '']],
            ['10:00', ['a', 'b', '']],
            [null, ['', '', 'stand']],
          ],
        ],
        ['2026-12-02', ['A'], [['16:00', ['closing']]]],
      ],
    );
  });
  it('shows what lasts several days on each of them', () => {
    const exhibition = { ...part('exhibition', '2026-12-01', null, 'Hall'), endDate: '2026-12-03' };
    assert.deepEqual(
      programmeOf([exhibition]).map(({ day }) => day),
      ['2026-12-01', '2026-12-02', '2026-12-03'],
    );
  });
  it('puts what lasts several days among the others of each day, by its hour', () => {
    const exhibition = {
      ...part('exhibition', '2026-12-01', '10:00', 'Hall'),
      endDate: '2026-12-02',
    };
    const programme = programmeOf([
      exhibition,
      part('hackathon', '2026-12-02', '09:00', 'A'),
      part('talk', '2026-12-02', '10:00', 'A'),
    ]);
    assert.deepEqual(
      programme[1]!.hours.map(({ byRoom }) => byRoom.map(([session]) => session?.id)),
      [
        ['hackathon', undefined],
        ['talk', 'exhibition'],
      ],
    );
  });
});
