import { sampleSession } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import type { CalendarFixtureOptions } from '../../testing/calendar-fixture.js';
import { calendarFixture, stopClock } from '../../testing/calendar-fixture.js';
import { click, focusedElement, press } from '../../testing/keyboard.js';
import '../define.js';
import { waitUntil } from '../../testing/wait-until.js';

const sessions = [
  sampleSession({
    id: 'early',
    startDate: '2026-11-04',
    status: 'held',
    title: { ar: 'لقاء مراكش' },
  }),
  sampleSession({
    id: 'forum',
    kind: 'forum',
    startDate: '2026-11-19',
    endDate: '2026-11-21',
    title: { ar: 'منتدى', fr: 'Forum' },
  }),
  sampleSession({
    id: 'morning',
    startDate: '2026-11-25',
    startTime: '2026-11-25T09:00:00+00:00',
    title: { ar: 'لقاء الصباح', fr: 'Rencontre du matin' },
  }),
  sampleSession({ id: 'someday', startDate: '2026-11-25', title: { ar: 'لقاء بلا توقيت' } }),
  sampleSession({ id: 'third', startDate: '2026-11-25', title: { ar: 'لقاء ثالث' } }),
  sampleSession({ id: 'december', startDate: '2026-12-02', title: { ar: 'لقاء دجنبر' } }),
];

async function month(options: CalendarFixtureOptions = {}) {
  const page = await calendarFixture({ sessions, ...options });
  await page.shown('.grid[aria-busy="false"]');
  const cell = (day: string) => page.find(`[data-day="${day}"]`);
  return {
    ...page,
    cell,
    said: (day: string) => cell(day).querySelector('.visually-hidden')!.textContent.trim(),
    focusedDay: () => (focusedElement() as HTMLElement | null)?.dataset['day'],
    async pressed(...keys: string[]) {
      for (const key of keys) {
        await press(key);
        await page.calendar.updateComplete;
      }
    },
  };
}

describe('the month as a grid', () => {
  stopClock();

  it('begins on Monday and says each day with its date and number of sessions', async () => {
    const { all, said, cell } = await month();
    const weekdays = all('th .weekday-name').map((name) => name.textContent.trim());
    expect(weekdays[0]).to.equal('الاثنين');
    expect(weekdays[6]).to.equal('الأحد');
    expect(all('[role="gridcell"]').length).to.equal(30);
    expect(said('2026-11-25')).to.equal('الأربعاء 25 نونبر 2026، 3 لقاءات');
    expect(said('2026-11-17')).to.equal('الثلاثاء 17 نونبر 2026، لا لقاءات');
    expect(cell('2026-11-18').getAttribute('aria-current')).to.equal('date');
  });

  it('is laid out from the right in Arabic', async () => {
    const { cell } = await month();
    const [monday, tuesday] = [cell('2026-11-16'), cell('2026-11-17')];
    expect(monday.getBoundingClientRect().x).to.be.above(tuesday.getBoundingClientRect().x);
  });

  it('shows the day with the next sessions, and lists them below by the hour', async () => {
    const { cell, text, all, find } = await month();
    expect(cell('2026-11-19').getAttribute('aria-selected')).to.equal('true');
    expect(text('#day')).to.equal('الخميس 19 نونبر 2026');
    await click(cell('2026-11-25').querySelector('.number')!);
    await waitUntil(() => text('#day') === 'الأربعاء 25 نونبر 2026');
    expect(all('.session .title').map((title) => title.textContent.trim())).to.deep.equal([
      'لقاء الصباح',
      'لقاء بلا توقيت',
      'لقاء ثالث',
    ]);
    expect(find('.session:nth-child(2) .hours').textContent.trim()).to.equal('التوقيت غير محدد');
  });

  it('names two sessions in a cell and counts the others', async () => {
    const { cell } = await month();
    const pieces = cell('2026-11-25').querySelectorAll('.piece.of');
    expect(pieces.length).to.equal(2);
    expect(cell('2026-11-25').querySelector('.more')!.textContent).to.equal('+1');
  });

  it('opens a session from its name in the grid', async () => {
    const { cell, shown, calendar } = await month();
    await click(cell('2026-11-20').previousElementSibling!.querySelector('.piece.of')!);
    await shown('.page');
    expect(calendar.session).to.equal('forum');
  });

  it('draws a session of several days as one line over them', async () => {
    const { cell } = await month();
    const title = cell('2026-11-19').querySelector('.piece.of')!.getBoundingClientRect();
    const lastDay = cell('2026-11-21').getBoundingClientRect();
    expect(title.left).to.be.within(lastDay.left - 1, lastDay.left + 4);
    expect(cell('2026-11-20').querySelector('.piece')!.textContent.trim()).to.equal('');
  });

  it('shows a dot and a number instead of names where there is no room', async () => {
    const { cell, find } = await month({ width: 328, attributes: { view: 'month' } });
    const day = cell('2026-11-25');
    expect(getComputedStyle(day.querySelector('.piece')!).display).to.equal('none');
    expect(day.querySelector('.count')!.textContent).to.equal('3');
    expect(getComputedStyle(day.querySelector('.count')!).display).to.equal('flex');
    expect(day.getBoundingClientRect().width).to.be.at.least(44);
    expect(find('.root').scrollWidth).to.be.at.most(328);
  });
});

describe('keys in the grid', () => {
  stopClock();

  it('reach it with one Tab, and leave it with the next for the list of the day', async () => {
    const { find, pressed, focusedDay } = await month();
    find('.open-tools').focus();
    await pressed('Tab');
    expect(focusedDay()).to.equal('2026-11-19');
    await pressed('Tab');
    expect(focusedElement()!.className).to.equal('title');
  });

  for (const { lang, forward, back } of [
    { lang: 'ar', forward: 'ArrowLeft', back: 'ArrowRight' },
    { lang: 'fr', forward: 'ArrowRight', back: 'ArrowLeft' },
  ] as const) {
    it(`follow the eye (${lang})`, async () => {
      const { cell, pressed, focusedDay } = await month({ lang });
      cell('2026-11-19').focus();
      await pressed(forward);
      expect(focusedDay()).to.equal('2026-11-20');
      await pressed(back, back);
      expect(focusedDay()).to.equal('2026-11-18');
      await pressed('ArrowDown');
      expect(focusedDay()).to.equal('2026-11-25');
      await pressed('ArrowUp', 'Home');
      expect(focusedDay()).to.equal('2026-11-16');
      await pressed('End');
      expect(focusedDay()).to.equal('2026-11-22');
    });
  }

  it('turn to other months and years, and the month is told', async () => {
    const { cell, pressed, focusedDay, text, calendar } = await month();
    const told: string[] = [];
    calendar.addEventListener('nafida-month-change', ({ detail }) => told.push(detail.month));
    cell('2026-11-19').focus();
    await pressed('PageDown');
    await waitUntil(() => focusedDay() === '2026-12-19');
    expect(text('.month')).to.equal('دجنبر 2026');
    await waitUntil(() => text('[role="status"]') === 'دجنبر 2026، لقاء واحد');
    await pressed('PageUp', 'PageUp');
    await waitUntil(() => focusedDay() === '2026-10-19');
    await pressed('Shift+PageUp');
    await waitUntil(() => focusedDay() === '2025-10-19');
    expect(told).to.deep.equal(['2026-12', '2026-11', '2026-10', '2025-10']);
  });

  it('go over the edge of the month', async () => {
    const { cell, pressed, focusedDay } = await month();
    cell('2026-11-30').focus();
    await pressed('ArrowLeft');
    await waitUntil(() => focusedDay() === '2026-12-01');
  });

  it('stop where the page has nothing more to show', async () => {
    const { cell, pressed, focusedDay, calendar } = await month({
      attributes: { from: '2026-11-10', to: '2026-11-30' },
    });
    cell('2026-11-30').focus();
    await pressed('ArrowLeft', 'PageDown');
    expect(focusedDay()).to.equal('2026-11-30');
    expect(calendar.month).to.equal(null);
  });

  it('choose a day with Enter and with Space, and keep their place', async () => {
    const { cell, pressed, focusedDay, text } = await month();
    cell('2026-11-25').focus();
    await pressed('Enter');
    expect(text('#day')).to.equal('الأربعاء 25 نونبر 2026');
    expect(focusedDay()).to.equal('2026-11-25');
    await pressed('ArrowLeft', 'Space');
    expect(text('#day')).to.equal('الخميس 26 نونبر 2026');
    expect(text('.day-list p')).to.equal('لا توجد لقاءات في هذا اليوم.');
  });

  it('leave short cuts of the browser alone', async () => {
    const { cell, pressed, focusedDay } = await month();
    cell('2026-11-19').focus();
    await pressed('Control+ArrowDown');
    expect(focusedDay()).to.equal('2026-11-19');
  });
});

describe('the ways on', () => {
  stopClock();

  it('say where they lead, and lead there', async () => {
    const { find, text, shown } = await month();
    expect(find('.next').getAttribute('aria-label')).to.equal('الشهر الموالي: دجنبر 2026');
    expect(text('.next')).to.equal('دجنبر');
    await click(find('.next'));
    await shown('[data-day="2026-12-02"].busy');
    expect(text('.month')).to.equal('دجنبر 2026');
    await click(find('.toolbar .today'));
    await shown('[data-day="2026-11-18"]');
  });

  it('keep what was read: a month that was seen is there at once', async () => {
    const { find, shown, server } = await month();
    await click(find('.next'));
    await shown('[data-day="2026-12-02"].busy');
    const asks = () => server.requests.filter(({ url }) => url.includes('from=2026-11')).length;
    const asked = asks();
    await click(find('.previous'));
    await shown('[data-day="2026-11-25"].busy');
    expect(asks()).to.equal(asked);
  });

  it('change the view and keep the month', async () => {
    const { find, shown, has, text } = await month();
    await click(find('.views button:last-child'));
    await shown('.days');
    expect(has('.grid')).to.equal(false);
    expect(text('.month')).to.equal('نونبر 2026');
    expect(find('.views button:last-child').getAttribute('aria-pressed')).to.equal('true');
  });

  it('are not offered beyond what the page wants shown', async () => {
    const { find, text } = await month({ attributes: { to: '2026-11-30' } });
    expect(find('.next').getAttribute('aria-disabled')).to.equal('true');
    await click(find('.next'));
    expect(text('.month')).to.equal('نونبر 2026');
  });

  for (const [view, part] of [
    ['month', '.grid'],
    ['list', '.days'],
  ] as const) {
    it(`are found by a finger that pulls the next month in (${view})`, async () => {
      const { find, shown, text } = await calendarFixture({ sessions, attributes: { view } });
      await shown('[data-opens]');
      // Engines on a desk have no real touch to press: the events are made by hand.
      const swipe = (type: string, clientX: number) => {
        const touches = [{ identifier: 1, target: find(part), clientX, clientY: 200 }];
        const event = new Event(type, { bubbles: true });
        Object.assign(event, {
          touches: type === 'touchend' ? [] : touches,
          changedTouches: touches,
        });
        find(part).dispatchEvent(event);
      };
      swipe('touchstart', 100);
      swipe('touchend', 260);
      await shown('[data-opens="december"]');
      expect(text('.month')).to.equal('دجنبر 2026');
    });
  }
});
