import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarAttributes } from './calendar-settings.js';
import { firstMonthOf, isDayOffered, isMonthOffered, settingsOf } from './calendar-settings.js';

const none: CalendarAttributes = {
  view: null,
  month: null,
  from: null,
  to: null,
  within: null,
  territory: null,
  type: null,
  audience: null,
  series: null,
  q: null,
  remember: null,
  firstDay: null,
  headingLevel: null,
};

function read(attributes: Partial<CalendarAttributes>) {
  const issues: string[] = [];
  const settings = settingsOf({ ...none, ...attributes }, (attribute) => issues.push(attribute));
  return { settings, issues };
}

describe('attributes', () => {
  it('are read as they are meant', () => {
    const { settings, issues } = read({
      view: 'list',
      month: '2026-11',
      from: '2026-11-01',
      to: '2026-12-31',
      within: '02.113',
      territory: '02.113.01.09',
      type: 'hybrid',
      audience: 'youth',
      series: 'regional',
      q: ' ورشة ',
      remember: 'url',
      firstDay: 7,
      headingLevel: '3',
    });
    assert.deepEqual(issues, []);
    assert.deepEqual(settings, {
      view: 'list',
      month: '2026-11',
      from: '2026-11-01',
      to: '2026-12-31',
      within: '02.113',
      territory: '02.113.01.09',
      type: 'hybrid',
      audience: 'youth',
      series: 'regional',
      q: 'ورشة',
      isRemembered: true,
      firstDay: 7,
      headingLevel: 3,
    });
  });

  it('that make no sense are reported and not applied', () => {
    const { settings, issues } = read({
      view: 'week',
      month: '2026-13',
      from: '30/11/2026',
      to: 'demain',
      within: 'berkane',
      territory: 'Ahfir',
      type: 'online ',
      audience: 'everyone',
      remember: 'cookie',
      firstDay: '8',
      headingLevel: 'h2',
    });
    assert.deepEqual(issues, [
      'from',
      'to',
      'view',
      'month',
      'within',
      'territory',
      'type',
      'audience',
      'remember',
      'first-day',
      'heading-level',
    ]);
    const applied = Object.entries(settings).filter(([, value]) => value !== undefined);
    assert.deepEqual(Object.fromEntries(applied), {
      isRemembered: false,
      firstDay: 1,
      headingLevel: 2,
    });
  });

  it('left out or empty are nothing to report', () => {
    const { settings, issues } = read({ view: '', month: '', firstDay: '' });
    assert.deepEqual(issues, []);
    assert.equal(settings.firstDay, 1);
  });

  it('that contradict each other keep the first', () => {
    const { settings, issues } = read({ from: '2026-12-01', to: '2026-11-01' });
    assert.deepEqual(issues, ['to']);
    assert.equal(settings.to, undefined);
  });
});

describe('the first month', () => {
  const first = (attributes: Partial<CalendarAttributes>, today = '2026-11-18') =>
    firstMonthOf(read(attributes).settings, () => today);

  it('is the current one by default', () => {
    assert.equal(first({}), '2026-11');
    assert.equal(first({ month: '2022-03' }), '2022-03');
  });

  it('is the nearest of those that are shown at all', () => {
    assert.equal(first({ from: '2027-01-10' }), '2027-01');
    assert.equal(first({ to: '2022-12-31' }), '2022-12');
    assert.equal(first({ from: '2022-01-01', to: '2022-12-31', month: '2021-05' }), '2022-01');
  });
});

it('days and months outside what is shown are not offered', () => {
  const { settings } = read({ from: '2026-11-10', to: '2026-12-05' });
  assert.ok(isMonthOffered('2026-11', settings) && isMonthOffered('2026-12', settings));
  assert.ok(!isMonthOffered('2026-10', settings) && !isMonthOffered('2027-01', settings));
  assert.ok(isDayOffered('2026-11-10', settings) && !isDayOffered('2026-11-09', settings));
  assert.ok(isDayOffered('2026-12-05', settings) && !isDayOffered('2026-12-06', settings));
});
