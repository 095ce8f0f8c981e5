import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSession } from '../../testing/sample-session.js';
import { calendarLinks } from './calendar-links.js';

const entry = { title: 'لقاء', details: 'وصف & تفاصيل', place: 'Rabat' };
const asked = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('links to calendars elsewhere', () => {
  it('carry the hours as announced, with their zone', () => {
    const { google, outlook } = calendarLinks(sampleSession(), entry);
    assert.equal(new URL(google).origin, 'https://calendar.google.com');
    assert.deepEqual(asked(google), {
      action: 'TEMPLATE',
      text: 'لقاء',
      dates: '20261130T150000/20261130T170000',
      ctz: 'Africa/Casablanca',
      details: 'وصف & تفاصيل',
      location: 'Rabat',
    });
    assert.equal(new URL(outlook).origin, 'https://outlook.live.com');
    assert.equal(asked(outlook)['startdt'], '2026-11-30T15:00:00+00:00');
    assert.equal(asked(outlook)['enddt'], '2026-11-30T17:00:00+00:00');
  });
  it('take whole days where hours are not known, the day after the last one being the end', () => {
    const { google, outlook } = calendarLinks(
      sampleSession({ endDate: '2026-12-01', startTime: null, endTime: null }),
      entry,
    );
    assert.equal(asked(google)['dates'], '20261130/20261202');
    assert.equal(asked(google)['ctz'], undefined);
    assert.deepEqual(
      [asked(outlook)['startdt'], asked(outlook)['enddt'], asked(outlook)['allday']],
      ['2026-11-30', '2026-12-02', 'true'],
    );
  });
  it('stay short enough for servers on the way', () => {
    const { google } = calendarLinks(sampleSession(), { ...entry, details: 'ط'.repeat(5_000) });
    assert.equal(asked(google)['details']!.length, 1_000);
  });
});
