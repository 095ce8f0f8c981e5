import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  civilDateIn,
  civilTimeIn,
  instantIn,
  offsetAt,
  wallClockIn,
  withOffset,
  zoneNamed,
} from './civil-time.js';

const zone = 'Africa/Casablanca';
const both = [zone, 'Africa/El_Aaiun'];
const hour = 3_600_000;

describe('the hour in Morocco', () => {
  // From `zdump -v` of IANA's release 2026c.
  const atGreenwich = [
    ['2008-08-31T23:00Z', '2009-06-01T00:00Z'],
    ['2011-07-30T23:00Z', '2012-04-29T02:00Z'],
    ['2012-07-20T02:00Z', '2012-08-20T02:00Z'],
    ['2017-10-29T02:00Z', '2018-03-25T02:00Z'],
    ['2018-05-13T02:00Z', '2018-06-17T02:00Z'],
    ['2019-05-05T02:00Z', '2019-06-09T02:00Z'],
    ['2020-04-19T02:00Z', '2020-05-31T02:00Z'],
    ['2021-04-11T02:00Z', '2021-05-16T02:00Z'],
    ['2022-03-27T02:00Z', '2022-05-08T02:00Z'],
    ['2023-03-19T02:00Z', '2023-04-23T02:00Z'],
    ['2024-03-10T02:00Z', '2024-04-14T02:00Z'],
    ['2025-02-23T02:00Z', '2025-04-06T02:00Z'],
    ['2026-02-15T02:00Z', '2026-03-22T02:00Z'],
  ] as const;

  it('is UTC in Ramadan and UTC+1 around it, to the second, as it was', () => {
    for (const each of both) {
      for (const [from, to] of atGreenwich) {
        const [first, next] = [Date.parse(from), Date.parse(to)];
        const offsets = [first - 1, first, next - 1, next].map((at) => offsetAt(each, at));
        assert.deepEqual(offsets, [hour, 0, 0, hour], `${each} ${from}`);
      }
    }
  });
  it('is UTC for good since 20 September 2026', () => {
    for (const each of both) {
      const change = Date.parse('2026-09-20T01:00Z');
      assert.equal(offsetAt(each, change - 1), hour);
      for (let day = 0; day < 365 * 70; day += 7) {
        assert.equal(offsetAt(each, change + day * 24 * hour), 0, `${each}, day ${day}`);
      }
    }
  });
  it('leaves a session of 2022 at the hour of its day', () => {
    assert.equal(
      withOffset(zone, instantIn(zone, '2022-11-30', '15:00')),
      '2022-11-30T15:00:00+01:00',
    );
    assert.equal(
      withOffset(zone, instantIn(zone, '2022-04-10', '15:00')),
      '2022-04-10T15:00:00+00:00',
    );
    assert.equal(
      withOffset(zone, instantIn(zone, '2026-12-09', '15:00')),
      '2026-12-09T15:00:00+00:00',
    );
  });
  it('is asked of no other data, however the zone is written', (test) => {
    test.mock.method(Intl, 'DateTimeFormat', () => {
      throw new Error('the data of this system');
    });
    for (const name of ['Africa/Casablanca', 'africa/casablanca', 'AFRICA/EL_AAIUN']) {
      assert.equal(wallClockIn(name, Date.parse('2026-06-30T14:00Z')), '2026-06-30T15:00:00');
      assert.equal(wallClockIn(name, Date.parse('2026-12-09T15:00Z')), '2026-12-09T15:00:00');
    }
    assert.equal(zoneNamed('AFRICA/CASABLANCA'), zone);
    assert.equal(zoneNamed('africa/el_aaiun'), 'Africa/El_Aaiun');
  });
  it('was UTC before 2008, but for a few summers', () => {
    assert.equal(wallClockIn(zone, Date.parse('1999-12-31T23:59:59Z')), '1999-12-31T23:59:59');
    assert.equal(wallClockIn(zone, Date.parse('2008-05-31T23:59:59Z')), '2008-05-31T23:59:59');
    assert.equal(wallClockIn(zone, Date.parse('1977-07-01T12:00:00Z')), '1977-07-01T13:00:00');
  });
});

describe('civil time', () => {
  it('takes the earlier of two instants and moves out of a gap', () => {
    // Back from 03:00 to 02:00 on 15 February, forward from 02:00 to 03:00 on 22 March, back to 01:00 on 20 September.
    assert.equal(instantIn(zone, '2026-02-15', '02:30').toISOString(), '2026-02-15T01:30:00.000Z');
    assert.equal(instantIn(zone, '2026-03-22', '02:30').toISOString(), '2026-03-22T02:30:00.000Z');
    assert.equal(instantIn(zone, '2026-09-20', '01:30').toISOString(), '2026-09-20T00:30:00.000Z');
  });
  it('reads back what it made, every hour of two years', () => {
    for (const each of [zone, 'Europe/Paris', 'America/St_Johns']) {
      for (let day = 0; day < 730; day++) {
        const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
        for (const time of ['00:00', '06:00', '12:30', '23:59']) {
          const instant = instantIn(each, date, time);
          assert.equal(civilDateIn(each, instant), date);
          assert.equal(civilTimeIn(each, instant), time);
        }
      }
    }
  });
  it('writes an instant so that the text contains the announced time', () => {
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
  it('goes through the rules of other zones as this system knows them', () => {
    assert.equal(
      wallClockIn('Europe/Paris', Date.parse('2022-07-01T12:00Z')),
      '2022-07-01T14:00:00',
    );
    assert.equal(
      wallClockIn('Asia/Kolkata', Date.parse('2022-07-01T12:00Z')),
      '2022-07-01T17:30:00',
    );
    assert.equal(wallClockIn('UTC', Date.parse('2022-07-01T23:59:59.999Z')), '2022-07-01T23:59:59');
  });
  it('refuses what is no zone and no instant', () => {
    for (const each of [zone, 'Europe/Paris']) {
      assert.throws(() => wallClockIn(each, Number.NaN), RangeError);
    }
    assert.throws(() => wallClockIn('Africa/Atlantis', 0), RangeError);
  });
  it('knows a zone from a typing error, and writes its name as everybody does', () => {
    assert.equal(zoneNamed('europe/PARIS'), 'Europe/Paris');
    // Systems differ in which of its two names they put first.
    assert.equal(zoneNamed('Asia/Kolkata'), 'Asia/Kolkata');
    for (const name of ['Africa/Casablnca', '', '+01:00', ' Africa/Casablanca', 'Etc/Unknown']) {
      assert.equal(zoneNamed(name), undefined, name);
    }
  });
});
