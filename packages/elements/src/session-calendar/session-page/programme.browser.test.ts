import type { Client } from '@nafida/client';
import { sampleSession } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { calendarFixture, stopClock } from '../../testing/calendar-fixture.js';
import { click } from '../../testing/keyboard.js';
import { sampleForum } from '../../testing/sample-forum.js';
import '../define.js';
import { waitUntil } from '../../testing/wait-until.js';

const sessions = sampleForum(['2026-11-24', '2026-11-25'], {
  audiences: ['youth', 'associations'],
  agenda: [
    {
      title: { fr: 'Accueil' },
      startTime: '2026-11-24T08:30:00+00:00',
      minutes: 30,
      room: { fr: 'Hall' },
    },
  ],
  url: 'https://commune.example/forum',
});

async function opened(width: number, session = 'forum') {
  const page = await calendarFixture({ sessions, lang: 'fr', width, attributes: { session } });
  await page.shown('.page');
  return page;
}

describe('an event of several sessions', () => {
  stopClock();

  it('stands in the agenda as one', async () => {
    const page = await calendarFixture({ sessions, lang: 'fr', attributes: { view: 'list' } });
    await page.shown('.session');
    expect(page.all('.session .title').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Forum de la ville',
    ]);
  });

  it('has its programme on its page, a table with a column for each room where there is room', async () => {
    const page = await opened(900);
    await page.shown('.rooms');
    expect(page.all('.rooms thead th').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Heure',
      'Salle A',
      'Salle B',
    ]);
    expect(page.text('.rooms caption')).to.equal('mardi 24 novembre 2026');
    expect(page.text('.rooms tbody th')).to.equal('9 h');
    expect(
      page.all('.rooms td').map(({ textContent }) => textContent.includes('bus')),
    ).to.deep.equal([false, true]);
    await expect(page.calendar).to.be.accessible();
  });

  it('and a list that names the rooms on a phone', async () => {
    const page = await opened(360);
    await page.shown('.programme li');
    expect(page.has('.rooms')).to.equal(false);
    expect(page.text('.programme li .hint')).to.contain('Salle A');
    expect(page.all('.programme-day').length).to.equal(2);
  });

  it('leads to its parts, and they lead back', async () => {
    const page = await opened(900);
    await click(await page.shown('[data-opens="bus"]'));
    await waitUntil(() => page.text('[part="page-title"]') === 'Les bus');
    await click(await page.shown('[part="parent"]'));
    await waitUntil(() => page.text('[part="page-title"]') === 'Forum de la ville');
  });

  it('says when its programme could not be read, and reads it again', async () => {
    const page = await calendarFixture({ sessions, lang: 'fr' });
    await page.shown('.busy');
    const ofClient = page.client.sessions as { list: Client['sessions']['list'] };
    const { list } = ofClient;
    ofClient.list = (query, options) => {
      if (query?.parent) throw new Error('away');
      return list(query, options);
    };
    page.calendar.session = 'forum';
    await page.shown('.page [part="retry"]');
    ofClient.list = list;
    await click(page.find('.page [part="retry"]'));
    await page.shown('.programme');
  });
});

describe('the page of a session', () => {
  stopClock();

  it('says whom it is for and what happens when', async () => {
    const page = await opened(900);
    const facts = page.text('.facts');
    expect(facts).to.contain('jeunes, associations');
    expect(page.text('.agenda li')).to.contain('8 h 30');
    expect(page.text('.agenda li')).to.contain('Accueil');
    expect(page.text('.agenda li .hint')).to.equal('30 minutes Hall');
    expect((page.find('.own-page a') as HTMLAnchorElement).href).to.equal(
      'https://commune.example/forum',
    );
  });

  it('offers to put it into a calendar, and asks nobody before a link is pressed', async () => {
    const page = await opened(900, 'bus');
    await page.shown('.add-to-calendar');
    const [file, google, outlook] = page.all('.add-to-calendar a') as HTMLAnchorElement[];
    expect(file!.href).to.match(/\/sessions\/bus\.ics\?lang=fr$/);
    expect(new URL(google!.href).searchParams.get('text')).to.equal('Les bus');
    expect(new URL(outlook!.href).searchParams.get('startdt')).to.equal(
      '2026-11-24T09:00:00+00:00',
    );
    expect(google!.rel).to.equal('noopener noreferrer');
  });

  it('offers no calendar entry for what was called off', async () => {
    const page = await calendarFixture({
      sessions: [sampleSession({ id: 'off', startDate: '2026-11-25', status: 'cancelled' })],
      attributes: { session: 'off' },
    });
    await page.shown('.page .notice.warning');
    expect(page.has('.add-to-calendar')).to.equal(false);
  });
});
