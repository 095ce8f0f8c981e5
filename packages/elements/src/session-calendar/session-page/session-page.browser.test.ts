import { createClient } from '@nafida/client';
import {
  sampleConsultation,
  sampleSessionRegistration,
  sampleSession,
} from '@nafida/client/testing';
import type { Session } from '@nafida/contract';
import { expect } from '@open-wc/testing';
import type { CalendarFixtureOptions } from '../../testing/calendar-fixture.js';
import { calendarFixture, stopClock } from '../../testing/calendar-fixture.js';
import { click, focusedElement, press } from '../../testing/keyboard.js';
import '../define.js';
import { waitUntil } from '../../testing/wait-until.js';

const workshop = sampleSession({
  id: 'workshop',
  kind: 'workshop',
  startDate: '2026-11-25',
  startTime: '2026-11-25T15:00:00+00:00',
  endTime: '2026-11-25T17:30:00+00:00',
  title: { ar: 'ورشة الخدمات الرقمية', fr: 'Atelier des services numériques' },
  description: { ar: 'الفقرة الأولى.\n\nالفقرة الثانية.' },
  venue: {
    name: { ar: 'دار الشباب' },
    address: { fr: '12, rue de la Poste' },
    point: { latitude: 34.92, longitude: -2.32 },
  },
  series: { id: 'regional', name: { ar: 'اللقاءات الجهوية' }, ordinal: 3 },
  languages: ['ar', 'zgh'],
  accessibility: ['step_free', 'sign_language'],
  registration: sampleSessionRegistration(40),
  demonstration: false,
});

async function opened(changes: Partial<Session> = {}, options: CalendarFixtureOptions = {}) {
  const page = await calendarFixture({
    sessions: [{ ...workshop, ...changes }],
    attributes: { session: 'workshop' },
    ...options,
  });
  await page.shown('.page');
  return page;
}

describe('the page of a session', () => {
  stopClock();

  it('opens a proposal that belongs to it where it is named', async () => {
    const page = await opened();
    const { client } = page;
    // The fake shows published proposals only, and has none.
    const linkedProposals = ['P-12', 'P-40'];
    page.calendar.client = {
      ...client,
      sessions: {
        ...client.sessions,
        get: async (...asked) => ({ ...(await client.sessions.get(...asked)), linkedProposals }),
      },
    };
    await page.shown('.linked');
    const names = page.all('.linked summary').map(({ textContent }) => textContent.trim());
    expect(names).to.deep.equal(linkedProposals);
    expect(page.has('nafida-proposal')).to.equal(false);
    await click(page.find('.linked:last-of-type summary'));
    const proposal = await page.shown('nafida-proposal');
    expect(proposal.getAttribute('reference')).to.equal('P-40');
    await waitUntil(() => page.server.requests.some(({ url }) => url.endsWith('/proposals/P-40')));
  });

  it('lists the proposals that come from it, a page at a time, each to be opened in place', async () => {
    const titles = Array.from({ length: 22 }, (_, at) => `مقترح رقم ${at + 1} من اللقاء`);
    const consultations = [sampleConsultation()];
    const page = await calendarFixture({ consultations, sessions: [workshop] });
    const { baseUrl, site, fetch, staffToken } = page.server;
    const client = createClient({ baseUrl, site, fetch, staffToken });
    const { privacy } = await client.site.get();
    for (const [at, title] of titles.entries()) {
      const { reference } = await client.proposals.create({
        ...{ consultation: 'digital-2030', axis: 'access-and-uses', language: 'ar', title },
        body: `نقترح تعميم الأنترنت بالدواوير البعيدة ${'ا'.repeat(at)}.`,
        ...(at > 0 && { session: 'workshop' }),
        consent: { privacyHash: privacy!.hash },
      });
      await client.moderation.decide(reference, { decision: 'publish' });
    }
    page.calendar.session = 'workshop';
    await page.shown('.linked');
    const shown = () => page.all('.linked summary').map(({ textContent }) => textContent.trim());
    const expected = titles.slice(1).reverse();
    expect(shown()).to.deep.equal(expected.slice(0, 20));
    await click(page.find('[part="more"]'));
    await waitUntil(() => shown().length === 21);
    expect(shown()).to.deep.equal(expected);
    expect(page.has('[part="more"]')).to.equal(false);
    await click(page.find('.linked summary'));
    const proposal = await page.shown('nafida-proposal');
    await waitUntil(() => proposal.shadowRoot!.querySelector('#title') !== null);
    expect(proposal.shadowRoot!.querySelector('#title')!.textContent).to.contain(expected[0]);
    await expect(page.calendar).to.be.accessible();
  });

  it('says what people ask for, in the language of the page', async () => {
    const { text, all, find } = await opened();
    expect(text('#title')).to.equal('ورشة الخدمات الرقمية');
    const facts = new Map(
      all('.facts > div').map((row) => [
        row.querySelector('dt')!.textContent.trim(),
        row.querySelector('dd')!.textContent.replace(/\s+/g, ' ').trim(),
      ]),
    );
    // On a device that is not in Morocco its own hour follows.
    expect(facts.get('الموعد')).to.match(/^الأربعاء 25 نونبر 2026 من 15:00 إلى 17:30/);
    expect(facts.get('ضمن سلسلة')).to.equal('اللقاءات الجهوية المحطة الثالثة');
    expect(facts.get('اللغات')).to.equal('العربية، الأمازيغية');
    expect(facts.get('الولوجيات')).to.equal('ولوج ميسر للكراسي المتحركة، ترجمة إلى لغة الإشارة');
    expect(all('.prose p').length).to.equal(2);
    expect(text('.seats')).to.equal('بقي 40 مقعدا');
    expect(find('.touch-only a').getAttribute('href')).to.contain('34.920000,-2.320000');
  });

  it('leads to the place on a map also where only its address is known', async () => {
    const name = { ar: 'دار الشباب', fr: 'Maison des jeunes' };
    const { venue } = workshop;
    const known = await opened({ venue: { ...venue!, name, point: null } }, { lang: 'fr' });
    const [application, map] = known.all('.facts a').map((link) => link.getAttribute('href')!);
    expect(decodeURIComponent(application!)).to.match(/q=Maison des jeunes, 12, rue de la Poste$/);
    expect(map).to.contain('openstreetmap.org/search');
    const unknown = await opened({ venue: { name, address: null, point: null } });
    expect(unknown.has('.facts a')).to.equal(false);
  });

  it('marks words that are in another language', async () => {
    const { all } = await opened();
    const address = all('.facts bdi').find(({ textContent }) => textContent.includes('rue'))!;
    expect([address.lang, address.dir]).to.deep.equal(['fr', 'ltr']);
  });

  it('leads nowhere but to web pages', async () => {
    const { all } = await opened({
      typeOfMeeting: 'online',
      onlineUrl: 'javascript:alert(1)',
    });
    for (const link of all('a')) expect(link.getAttribute('href')).to.match(/^(geo|https):/);
  });

  it('says plainly that it is cancelled, and offers no seat', async () => {
    const { text, has } = await opened({ status: 'cancelled' });
    expect(text('.notice')).to.equal('أُلغي هذا اللقاء.');
    expect(has('.register')).to.equal(false);
  });

  it('says why it was called off, or moved to another day, in the words of its organisers', async () => {
    const statusNote = { ar: 'بسبب الأمطار القوية.', fr: 'En raison de fortes pluies.' };
    const calledOff = await opened({ status: 'cancelled', statusNote });
    expect(calledOff.text('.notice')).to.equal('أُلغي هذا اللقاء. بسبب الأمطار القوية.');
    const moved = await opened({ statusNote });
    expect(moved.text('.notice')).to.equal('بسبب الأمطار القوية.');
    const held = await opened({ statusNote, status: 'held' });
    expect(held.has('.notice')).to.equal(false);
  });

  it('says that it is a demonstration', async () => {
    const { text } = await opened({ demonstration: true });
    expect(text('.notice')).to.contain('تجريبي');
  });

  it('of a session that was held gives its report', async () => {
    const { text, all } = await opened({
      status: 'held',
      closingReport: { ar: 'حضر اللقاء مائة شخص.' },
    });
    expect(text('.badge')).to.equal('لقاء سابق');
    expect(all('.subheading').at(-1)!.textContent.trim()).to.equal('تقرير اللقاء');
    expect(all('.prose').at(-1)!.textContent.trim()).to.equal('حضر اللقاء مائة شخص.');
  });

  it('says when registration opens', async () => {
    const { text, has } = await opened({
      registration: { ...sampleSessionRegistration(40), opensAt: '2026-11-20T09:00:00+00:00' },
    });
    expect(text('.seats')).to.equal('يفتح التسجيل يوم الجمعة 20 نونبر، 09:00');
    expect(has('.register')).to.equal(false);
  });

  it('says when the session is no longer there', async () => {
    const page = await calendarFixture({ sessions: [], attributes: { session: 'workshop' } });
    await page.shown('.notice');
    expect(page.text('.notice')).to.equal('لم يعد هذا اللقاء منشورا.');
  });

  it('tries again when it could not be read', async () => {
    const page = await calendarFixture({
      sessions: [workshop],
      attributes: { session: 'workshop' },
      prepare: (server) => (server.reachable = false),
    });
    await page.shown('.failure button');
    page.server.reachable = true;
    await click(page.find('.failure button'));
    await page.shown('.page');
  });
});

describe('opening and leaving the page of a session', () => {
  stopClock();

  it('moves the focus to its title, and back to where it was opened', async () => {
    const page = await calendarFixture({ sessions: [workshop], attributes: { view: 'list' } });
    const told: string[] = [];
    page.calendar.addEventListener('nafida-session-open', ({ detail }) =>
      told.push(detail.session.id),
    );
    (await page.shown('.title')).focus();
    await press('Enter');
    await page.shown('.page');
    await waitUntil(() => focusedElement()?.id === 'title');
    expect(told).to.deep.equal(['workshop']);
    await press('Escape');
    await page.shown('.days');
    await waitUntil(() => focusedElement()?.className === 'title');
    expect(page.calendar.session).to.equal(null);
  });

  it('comes back to the day in the grid', async () => {
    const page = await calendarFixture({ sessions: [workshop] });
    await click(await page.shown('.piece.of'));
    await page.shown('.page');
    await click(page.find('.back'));
    await page.shown('.grid');
    await waitUntil(() => page.calendar.shadowRoot!.activeElement !== null);
    expect((focusedElement() as HTMLElement).dataset['opens']).to.equal('workshop');
    expect(page.find('[data-day="2026-11-25"]').getAttribute('aria-selected')).to.equal('true');
  });

  for (const { when, comesBack } of [
    {
      when: 'the page is looked at again, as after sleep',
      comesBack: () => document.dispatchEvent(new Event('visibilitychange')),
    },
    {
      when: 'the back button brought the page back as it was left',
      comesBack: () =>
        window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    },
  ]) {
    it(`shows the seats as they are when ${when}`, async () => {
      const { client, text, server } = await opened();
      const { privacy } = await client.site.get();
      await client.sessions.register('workshop', {
        name: 'محمد',
        phone: '0612345678',
        language: 'ar',
        consent: { privacyHash: privacy!.hash },
      });
      expect(text('.seats')).to.equal('بقي 40 مقعدا');
      comesBack();
      await waitUntil(() => text('.seats') === 'بقي 39 مقعدا');
      const asked = server.requests.filter(({ url }) => url.endsWith('/sessions/workshop'));
      expect(asked.length).to.equal(2);
    });
  }
});
