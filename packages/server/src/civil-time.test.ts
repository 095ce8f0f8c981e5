import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { civilDateIn, civilTimeIn, instantIn, isTimeZone, withOffset } from './civil-time.js';

const zone = 'Africa/Casablanca';

describe('civil time', () => {
  it('goes through the zone, Ramadan included', () => {
    // Morocco is at UTC+1, and at UTC from 15 February to 22 March 2026.
    assert.equal(instantIn(zone, '2026-06-30', '15:00').toISOString(), '2026-06-30T14:00:00.000Z');
    assert.equal(instantIn(zone, '2026-03-01', '15:00').toISOString(), '2026-03-01T15:00:00.000Z');
    assert.equal(instantIn(zone, '2026-01-05').toISOString(), '2026-01-04T23:00:00.000Z');
  });
  it('takes the earlier of two instants and moves out of a gap', () => {
    // Back from 03:00 to 02:00 on 15 February, forward from 02:00 to 03:00 on 22 March.
    assert.equal(instantIn(zone, '2026-02-15', '02:30').toISOString(), '2026-02-15T01:30:00.000Z');
    assert.equal(instantIn(zone, '2026-03-22', '02:30').toISOString(), '2026-03-22T02:30:00.000Z');
  });
  it('reads back what it made, every hour of two years', () => {
    for (let day = 0; day < 730; day++) {
      const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      for (const time of ['00:00', '06:00', '12:30', '23:59']) {
        const instant = instantIn(zone, date, time);
        assert.equal(civilDateIn(zone, instant), date);
        assert.equal(civilTimeIn(zone, instant), time);
      }
    }
  });
  it('writes an instant so that the announced hour stands in the text, whatever the zone data say', () => {
    for (const [date, time] of [
      ['2026-01-05', '15:00'],
      ['2026-03-01', '09:30'],
      ['2026-11-25', '15:00'],
      ['2031-06-10', '00:00'],
    ] as const) {
      const instant = instantIn(zone, date, time);
      const written = withOffset(zone, instant);
      assert.ok(written.startsWith(`${date}T${time}:00`), written);
      assert.equal(Date.parse(written), instant.getTime());
    }
    assert.equal(
      withOffset('America/St_Johns', new Date('2026-01-05T12:00Z')),
      '2026-01-05T08:30:00-03:30',
    );
  });
  it('knows a zone from a typing error', () => {
    assert.ok(isTimeZone('Africa/Casablanca'));
    assert.ok(!isTimeZone('Africa/Casablnca'));
  });
});
