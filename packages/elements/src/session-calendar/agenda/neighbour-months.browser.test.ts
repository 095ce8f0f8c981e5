import { sampleSession } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { calendarFixture, stopClock } from '../../testing/calendar-fixture.js';
import { click } from '../../testing/keyboard.js';
import { waitUntil } from '../../testing/wait-until.js';
import '../define.js';

describe('turning the pages of a calendar', () => {
  stopClock();

  it('shows the months beside at once: they were read while nothing else was to be done', async () => {
    const page = await calendarFixture({
      sessions: ['2026-10-14', '2026-11-25', '2026-12-02', '2027-01-13'].map((startDate) =>
        sampleSession({ id: startDate, startDate }),
      ),
    });
    const asked = () =>
      page.server.requests.flatMap(({ url }) => {
        const { pathname, searchParams } = new URL(url);
        const months = ['from', 'to'].map((name) => searchParams.get(name)?.slice(0, 7));
        return pathname.endsWith('/sessions') ? [months.join(' to ')] : [];
      });
    const early = ['2026-11 to 2026-12', '2026-10 to 2026-10'];
    await waitUntil(() => asked().length === 2);
    expect(asked(), 'the present month with the next one').to.deep.equal(early);

    await click(await page.shown('[part~="next"]'));
    await page.calendar.updateComplete;
    expect(page.has('[data-opens="2026-12-02"]'), 'at once').to.equal(true);
    // Ahead goes on: the month after this one.
    await waitUntil(() => asked().length === 3);
    await click(page.find('[part~="previous"]'));
    await click(page.find('[part~="previous"]'));
    await page.calendar.updateComplete;
    expect(page.has('[data-opens="2026-10-14"]'), 'at once').to.equal(true);
    expect(asked().slice(0, 3)).to.deep.equal([...early, '2027-01 to 2027-01']);
  });
});
