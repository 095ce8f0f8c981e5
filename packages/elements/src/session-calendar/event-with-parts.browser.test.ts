import { sampleSessionRegistration } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { calendarFixture, stopClock } from '../testing/calendar-fixture.js';
import { sampleForum } from '../testing/sample-forum.js';
import './define.js';

const withSeats = sampleForum(['2026-11-26', '2026-11-27']).map((session) =>
  session.id === 'eau' ? { ...session, registration: sampleSessionRegistration(20) } : session,
);
const said = 'Inscription pour chaque partie du programme';

describe('an event in whose parts one registers', () => {
  stopClock();

  it('does not say that no registration is needed, in the list and on its page', async () => {
    const page = await calendarFixture({
      sessions: withSeats,
      lang: 'fr',
      attributes: { view: 'list' },
    });
    await page.shown('[data-opens="forum"]');
    expect(page.text('.session .seats')).to.equal(said);
    page.calendar.session = 'forum';
    await page.shown('.page > .seats');
    expect(page.text('.page > .seats')).to.equal(said);
  });

  it('says so on its page alone too, which knows its parts from their own list', async () => {
    const page = await calendarFixture({
      sessions: withSeats,
      lang: 'fr',
      attributes: { session: 'forum', month: '2026-10' },
    });
    await page.shown('.page .programme');
    expect(page.text('.page > .seats')).to.equal(said);
  });

  it('says that none is needed where no part has seats', async () => {
    const page = await calendarFixture({
      sessions: sampleForum(['2026-11-26', '2026-11-27']),
      lang: 'fr',
      attributes: { view: 'list' },
    });
    await page.shown('[data-opens="forum"]');
    expect(page.text('.session .seats')).to.equal('Sans inscription');
  });
});
