import { expect } from '@open-wc/testing';
import { calendarFixture, stopClock } from '../../testing/calendar-fixture.js';
import { sampleSession } from '../../testing/sample-session.js';
import { waitUntil } from '../../testing/wait-until.js';
import '../../session-calendar/define.js';

describe('what may be wanted next in a calendar', () => {
  stopClock();

  it('is loaded in an idle moment, not beside the sessions that are just being painted', async () => {
    const { requestIdleCallback } = window;
    const waiting: IdleRequestCallback[] = [];
    window.requestIdleCallback = (task) => waiting.push(task);
    try {
      const { calendar, server, shown } = await calendarFixture({
        sessions: [sampleSession({ startDate: '2026-11-25' })],
      });
      const hasReadSite = () => server.requests.some(({ url }) => /\/sites\/[^/]+$/.test(url));
      await shown('[data-opens]');
      // As soon as these are there they draw once more, and read the days off of the site.
      await import('../../session-calendar/calendar-extras.js');
      await calendar.updateComplete;
      await calendar.updateComplete;
      expect(hasReadSite()).to.equal(false);
      for (const task of waiting) task({ didTimeout: false, timeRemaining: () => 50 });
      await waitUntil(hasReadSite);
    } finally {
      window.requestIdleCallback = requestIdleCallback;
    }
  });
});
