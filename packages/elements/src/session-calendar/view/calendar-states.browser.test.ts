import type { FakeServer, SimulatedError } from '@nafida/client/testing';
import { sampleSession } from '@nafida/client/testing';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { NafidaErrorEvent } from '../../foundation/errors/error-event.js';
import { calendarFixture, stopClock } from '../../testing/calendar-fixture.js';
import { click } from '../../testing/keyboard.js';
import '../define.js';
import type { SessionCalendarElement } from '../index.js';
import { waitUntil } from '../../testing/wait-until.js';

const sessions = [
  sampleSession({ id: 'study', startDate: '2026-11-25', title: { ar: 'يوم دراسي' } }),
  sampleSession({ id: 'results', startDate: '2027-01-13', title: { ar: 'النتائج' } }),
];

const returnToPage = () => document.dispatchEvent(new Event('visibilitychange'));

describe('the agenda', () => {
  stopClock();

  it('is a list where there is no room for a month, and a month where there is', async () => {
    const narrow = await calendarFixture({ sessions, width: 400 });
    await narrow.shown('.days');
    const wide = await calendarFixture({ sessions, width: 800 });
    await wide.shown('.grid');
    wide.calendar.parentElement!.style.inlineSize = '400px';
    await wide.shown('.days');
  });

  it('says days as people do, in Arabic and in French', async () => {
    const arabic = await calendarFixture({ sessions, attributes: { view: 'list' } });
    await arabic.shown('.session');
    expect(arabic.text('.date .visually-hidden')).to.equal('الأربعاء 25 نونبر 2026');
    expect(arabic.text('.hours')).to.equal('التوقيت غير محدد');
    const french = await calendarFixture({ sessions, lang: 'fr', attributes: { view: 'list' } });
    await french.shown('.session');
    expect(french.text('.date .visually-hidden')).to.equal('mercredi 25 novembre 2026');
    expect(french.find('.title bdi').lang).to.equal('ar');
  });

  it('speaks another language as soon as the page does', async () => {
    const page = await calendarFixture({ sessions });
    await page.shown('.grid');
    page.calendar.parentElement!.lang = 'fr';
    await waitUntil(() => page.text('.month') === 'novembre 2026');
    expect(page.find('.root').dir).to.equal('ltr');
  });

  it('keeps its place while it is being read', async () => {
    const page = await calendarFixture({
      sessions,
      attributes: { view: 'month' },
      prepare: (server) => server.failNext('silence'),
    });
    expect(page.find('.grid').getAttribute('aria-busy')).to.equal('true');
    expect(page.has('.skeleton')).to.equal(true);
    const { height } = page.find('.grid').getBoundingClientRect();
    page.calendar.refresh();
    await page.shown('.busy');
    expect(page.find('.grid').getBoundingClientRect().height).to.equal(height);
  });

  it('says that a month is empty, and leads to the next session', async () => {
    const page = await calendarFixture({ sessions, attributes: { month: '2026-12' } });
    await page.shown('.empty');
    expect(page.text('.empty')).to.contain('لا توجد لقاءات في دجنبر 2026.');
    expect(page.text('.empty')).to.contain('اللقاء المقبل: الأربعاء 13 يناير 2027.');
    await click(page.find('.empty button'));
    await page.shown('.session');
    expect(page.text('.month')).to.equal('يناير 2027');
  });

  it('leads back to the last session when none is to come', async () => {
    const page = await calendarFixture({ sessions, attributes: { month: '2027-03' } });
    await page.shown('.empty button');
    expect(page.text('.empty')).to.contain('آخر لقاء: الأربعاء 13 يناير 2027.');
  });

  for (const simulated of ['unreachable', 'silence', 'unavailable'] as SimulatedError[]) {
    it(`says when it cannot be read, what the page offers instead, and tries again (${simulated})`, async () => {
      let told = '';
      const listen = ({ detail }: NafidaErrorEvent) => (told += detail.during);
      document.addEventListener('nafida-error', listen);
      const page = await calendarFixture({
        sessions,
        timeoutMs: 5_000,
        prepare: (server) => server.failNext(simulated),
      });
      await page.shown('.failure');
      document.removeEventListener('nafida-error', listen);
      expect(page.text('.error')).to.equal('تعذر تحميل المواعيد.');
      const slot = page.find('.failure slot') as HTMLSlotElement;
      expect(slot.assignedNodes()[0]!.textContent).to.equal('05 36 00 00 00');
      expect(told).to.equal('agenda');
      await click(page.find('.failure button'));
      await page.shown('.busy');
      expect(page.has('.failure')).to.equal(false);
    });
  }

  it('does not offer to try again where something answers that is not the server', async () => {
    const prepare = (server: FakeServer) => server.failNext('captive_portal');
    const page = await calendarFixture({ sessions, prepare });
    await page.shown('.failure');
    expect(page.text('.failure')).to.contain('إعادة المحاولة لن تفيد');
    expect(page.has('.failure button')).to.equal(false);
    const slot = page.find('.failure slot') as HTMLSlotElement;
    expect(slot.assignedNodes()[0]!.textContent).to.equal('05 36 00 00 00');
  });

  it('shows what was known when it cannot be read again, and says so', async () => {
    const page = await calendarFixture({ sessions });
    await page.shown('.busy');
    page.server.reachable = false;
    page.calendar.refresh();
    await page.shown('.notice');
    expect(page.text('.notice')).to.contain('كان معروفا يوم الأربعاء 18 نونبر،');
    expect(page.has('.busy')).to.equal(true);
    page.server.reachable = true;
    await click(page.find('.notice button'));
    await page.gone('.notice');
  });

  it('is read again when the page is looked at again after a while, not at once', async () => {
    const page = await calendarFixture({ sessions });
    await page.shown('.busy');
    const asks = () =>
      page.server.requests.filter(({ url }) => url.includes('from=2026-11')).length;
    const asked = asks();
    returnToPage();
    await aTimeout(30);
    expect(asks()).to.equal(asked);
    const { now: stopped } = Date;
    Date.now = () => stopped() + 60_000;
    returnToPage();
    await waitUntil(() => asks() === asked + 1);
    Date.now = stopped;
  });

  it('goes on to the next month while the first is still being read', async () => {
    const page = await calendarFixture({
      sessions,
      attributes: { month: '2026-10' },
      prepare: (server) => server.failNext('silence'),
    });
    page.calendar.month = '2026-11';
    await page.shown('.busy');
    expect(page.find('.grid').getAttribute('aria-busy')).to.equal('false');
  });

  it('stops asking when it leaves the page, and goes on when it comes back', async () => {
    const page = await calendarFixture({
      sessions,
      prepare: (server) => server.failNext('silence'),
    });
    const { calendar } = page;
    const parent = calendar.parentElement!;
    calendar.remove();
    await aTimeout(0);
    parent.append(calendar);
    await page.shown('.busy');
    parent.style.inlineSize = '400px';
    await page.shown('.days');
  });

  it('is printed as a list, whatever the view', async () => {
    const page = await calendarFixture({ sessions });
    await page.shown('.grid .busy');
    window.dispatchEvent(new Event('beforeprint'));
    expect(page.has('.grid')).to.equal(false);
    expect(page.all('.session').length).to.equal(1);
    window.dispatchEvent(new Event('afterprint'));
    expect(page.has('.grid')).to.equal(true);
  });
});

describe('a page that says too little or the wrong thing', () => {
  stopClock();
  let warnings: string[];
  const { warn } = console;

  beforeEach(() => {
    warnings = [];
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('is told once about attributes that make no sense, and people still get the agenda', async () => {
    const page = await calendarFixture({
      sessions,
      attributes: { month: 'November', 'first-day': '9', view: 'week' },
    });
    await page.shown('.busy');
    expect(page.text('.month')).to.equal('نونبر 2026');
    page.calendar.requestUpdate();
    await page.calendar.updateComplete;
    expect(warnings.filter((text) => text.includes('session-calendar')).length).to.equal(3);
  });

  it('is told that it names no service that can be', async () => {
    const calendar = await fixture<SessionCalendarElement>(html`
      <nafida-session-calendar lang="fr" api="https://api.example" site="Not A Site">
      </nafida-session-calendar>
    `);
    await waitUntil(() => calendar.shadowRoot?.querySelector('.failure'));
    expect(calendar.shadowRoot!.querySelector('.failure')!.textContent).to.contain(
      'prévenez l’équipe du site',
    );
    expect(warnings.join()).to.contain('names no service');
  });

  it('may set properties before or after the calendar is in the page', async () => {
    const before = await calendarFixture({ sessions, attributes: { month: '2027-01' } });
    const after = await calendarFixture({ sessions });
    after.calendar.month = '2027-01';
    await before.shown('.busy');
    await after.shown('[data-day="2027-01-13"].busy');
    expect(after.text('.month')).to.equal(before.text('.month'));
  });
});
