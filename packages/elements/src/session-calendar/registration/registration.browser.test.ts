import { sampleSessionRegistration, sampleSession, sampleSite } from '@nafida/client/testing';
import type { Session } from '@nafida/contract';
import { expect } from '@open-wc/testing';
import type { CalendarFixtureOptions } from '../../testing/calendar-fixture.js';
import { calendarFixture, now, stopClock } from '../../testing/calendar-fixture.js';
import { click, focusedElement, press, type } from '../../testing/keyboard.js';
import '../define.js';
import { waitUntil } from '../../testing/wait-until.js';

const workshop = (seats: number | null, changes: Partial<Session> = {}) =>
  sampleSession({
    id: 'workshop',
    startDate: '2026-11-25',
    title: { ar: 'ورشة', fr: 'Atelier' },
    registration: sampleSessionRegistration(seats),
    ...changes,
  });

async function formFor(seats: number | null, options: CalendarFixtureOptions = {}) {
  const page = await calendarFixture({
    sessions: [workshop(seats)],
    attributes: { session: 'workshop' },
    ...options,
  });
  await click(await page.shown('.register'));
  await page.shown('.form');
  const input = (field: string) => page.find(`#field-${field}`) as HTMLInputElement;
  const creates = () =>
    page.server.requests.filter(
      ({ method, url }) => method === 'POST' && url.endsWith('/registrations'),
    );
  return {
    ...page,
    input,
    creates,
    errors: () => page.all('.form .field .error').map(({ textContent }) => textContent.trim()),
    async fill(name = 'فاطمة الزهراء', phone = '0612345678') {
      input('name').focus();
      await type(name);
      input('phone').focus();
      await type(phone);
      input('consent').focus();
      await press('Space');
      await page.calendar.updateComplete;
    },
    send: () => click(page.find('.form [type="submit"]')),
    seatsTaken: async () => {
      const session = await page.client.sessions.get('workshop', { fresh: true });
      const { capacity, remaining, waiting } = session.registration!;
      return capacity! - remaining! + waiting;
    },
  };
}

describe('registering for a session', () => {
  stopClock();

  it('confirms the seat, shows the codes and says how many seats are left', async () => {
    const page = await formFor(2);
    const told: unknown[] = [];
    page.calendar.addEventListener('nafida-registration-success', ({ detail }) =>
      told.push([detail.session.id, detail.status, Object.keys(detail).length]),
    );
    await page.fill();
    await page.send();
    await page.shown('.result');
    expect(page.text('#result-title')).to.equal('تم تأكيد التسجيل');
    expect(focusedElement()!.id).to.equal('result-title');
    expect(page.all('.digits').length).to.equal(2);
    expect(told).to.deep.equal([['workshop', 'confirmed', 3]]);
    await waitUntil(() => page.text('.seats') === 'بقي مقعد واحد');
  });

  it('works with the keyboard alone', async () => {
    const page = await formFor(2);
    await waitUntil(() => focusedElement()?.id === 'form-title');
    await press('Tab');
    await type('فاطمة الزهراء');
    await press('Tab');
    await type('fatima@exemple.ma');
    while (focusedElement()?.id !== 'field-consent') await press('Tab');
    await press('Space');
    await press('Enter');
    await page.shown('.result.confirmed');
  });

  it('says all that is missing, leads there, and takes each word away once it is mended', async () => {
    const page = await formFor(2);
    await page.send();
    await page.shown('.summary');
    expect(page.all('.summary a').length).to.equal(3);
    expect(page.errors()).to.deep.equal([
      'المرجو كتابة الاسم الكامل.',
      'المرجو كتابة البريد الإلكتروني أو رقم الهاتف.',
      'التسجيل يتطلب الموافقة على معالجة المعطيات.',
    ]);
    await waitUntil(() => focusedElement()?.className === 'summary');
    await press('Tab');
    await press('Enter');
    await waitUntil(() => focusedElement()?.id === 'field-name');
    expect(page.input('name').getAttribute('aria-describedby')).to.equal('error-name');
    await type('فاطمة');
    await page.calendar.updateComplete;
    expect(page.errors().length).to.equal(2);
    await click(page.find('.summary a'));
    await waitUntil(() => focusedElement()?.id === 'field-email');
    expect(page.creates().length).to.equal(0);
    expect(location.hash).to.equal('');
  });

  it('sends once when the button is pressed twice', async () => {
    const page = await formFor(3);
    await page.fill();
    const button = page.find('.form [type="submit"]');
    button.click();
    button.click();
    await page.shown('.result');
    expect(page.creates().length).to.equal(1);
    expect(await page.seatsTaken()).to.equal(1);
  });

  it('solves the proof of work behind the first letters', async () => {
    const page = await formFor(3);
    const challenges = () => page.server.requests.filter(({ url }) => url.endsWith('/challenges'));
    expect(challenges().length).to.equal(0);
    page.input('name').focus();
    await type('فا');
    await waitUntil(() => challenges().length === 1);
  });

  it('lets the page look first, and keep the registration from being sent', async () => {
    const page = await formFor(3);
    page.calendar.addEventListener('nafida-registration-submit', (event) => event.preventDefault());
    await page.fill();
    await page.send();
    expect(page.creates().length).to.equal(0);
    expect(page.input('phone').value).to.equal('0612345678');
  });

  it('keeps what was typed when the person goes back to the agenda for a moment', async () => {
    const page = await formFor(3);
    await page.fill();
    await click(page.find('.back'));
    await page.shown('.title, .grid');
    page.calendar.session = 'workshop';
    await click(await page.shown('.register'));
    await page.shown('.form');
    expect(page.input('name').value).to.equal('فاطمة الزهراء');
  });

  it('keeps letters to itself on pages that listen for them', async () => {
    const page = await formFor(3);
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', listen);
    page.input('name').focus();
    await type('ab');
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal([]);
  });

  it('does not send a form of the page around it', async () => {
    const page = await formFor(3);
    const around = document.createElement('form');
    let sent = false;
    around.addEventListener('submit', (event) => {
      sent = true;
      event.preventDefault();
    });
    page.calendar.parentElement!.append(around);
    around.append(page.calendar);
    await click(await page.shown('.register, .form [type="submit"]'));
    await page.shown('.form');
    page.input('name').focus();
    await press('Enter');
    await page.shown('.summary');
    expect(sent).to.equal(false);
    expect([...new FormData(around)]).to.deep.equal([]);
  });

  it('is not offered without a privacy notice', async () => {
    const page = await calendarFixture({
      sessions: [workshop(3)],
      site: sampleSite({ privacy: null }),
      attributes: { session: 'workshop' },
    });
    await click(await page.shown('.register'));
    await waitUntil(() =>
      page.all('.notice').some(({ textContent }) => textContent.includes('غير متاح')),
    );
    expect(page.has('.form')).to.equal(false);
  });
});

describe('registering on a bad line', () => {
  stopClock();

  for (const { name, simulated } of [
    { name: 'the server is not reached', simulated: 'unreachable' },
    { name: 'the answer is lost', simulated: 'lost_answer' },
    { name: 'a public network answers instead', simulated: 'captive_portal' },
  ] as const) {
    it(`loses nothing and takes one seat after another press (${name})`, async () => {
      const page = await formFor(3);
      await page.fill();
      await waitUntil(() => page.server.requests.some(({ url }) => url.endsWith('/challenges')));
      // Let the proof be found first: the error is meant for what comes after it.
      await waitUntil(() => page.server.requests.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 300));
      page.server.failNext(simulated);
      await page.send();
      await page.shown('.form [role="alert"] .error');
      expect(page.text('.form [role="alert"]')).to.contain('لن يُحتسب التسجيل مرتين');
      expect(page.input('name').value).to.equal('فاطمة الزهراء');
      expect(page.input('consent').checked).to.equal(true);
      await page.send();
      await page.shown('.result.confirmed');
      expect(page.creates().length).to.equal(2);
      expect(await page.seatsTaken()).to.equal(1);
    });
  }

  it('says so while the server is stopped, and sends once it is back', async () => {
    const page = await formFor(3);
    page.server.reachable = false;
    await page.fill();
    await page.send();
    await page.shown('.form [role="alert"] .error');
    expect(page.text('.form [role="alert"]')).to.contain('لم يُرسل التسجيل');
    page.server.reachable = true;
    await page.send();
    await page.shown('.result.confirmed');
    expect(await page.seatsTaken()).to.equal(1);
  });

  it('offers to load the form again when its notice could not be read', async () => {
    const page = await calendarFixture({
      sessions: [workshop(3)],
      attributes: { session: 'workshop' },
    });
    await page.shown('.register');
    // What the calendar reads in an idle moment: the error is meant for what comes after it.
    await waitUntil(() => page.server.requests.some(({ url }) => /\/sites\/[^/]+$/.test(url)));
    page.server.failNext('unreachable');
    await click(page.find('.register'));
    await page.shown('.page .failure');
    await click(page.find('.failure [part="retry"]'));
    await page.shown('.form');
  });
});

describe('when no seat is left', () => {
  stopClock();

  it('offers the waiting list by name before anything is sent', async () => {
    const page = await formFor(0);
    expect(page.text('.seats')).to.equal('اكتملت المقاعد، لائحة الانتظار مفتوحة');
    expect(page.find('.seats').checkVisibility()).to.equal(true);
    expect(page.text('#form-title')).to.equal('التسجيل في لائحة الانتظار');
    expect(page.text('.form [type="submit"]')).to.equal('التسجيل في لائحة الانتظار');
    await page.fill();
    await page.send();
    await page.shown('.result.waitlisted');
    expect(page.text('.position')).to.equal('الرتبة في لائحة الانتظار: 1');
    expect(page.all('.digits').length).to.equal(1);
  });

  it('gives the third person a place on the list, and a seat once one is given back', async () => {
    const page = await formFor(2);
    const codes: string[] = [];
    for (const [index, name] of ['فاطمة', 'محمد', 'أمينة'].entries()) {
      await page.fill(name, `061234567${index}`);
      await page.send();
      await page.shown('.result');
      codes.push(page.all('.result .digits').at(-1)!.textContent.trim());
      if (name !== 'أمينة') {
        await click(page.all('.result > .button').at(-1)!);
        await page.shown('.form');
      }
    }
    expect(page.has('.result.waitlisted')).to.equal(true);
    expect(page.text('.earlier')).to.contain(codes[0]!).and.to.contain(codes[1]!);
    await page.client.registrations.cancel(codes[0]!);
    document.dispatchEvent(new Event('visibilitychange'));
    await page.shown('.result.confirmed');
    expect(await page.seatsTaken()).to.equal(2);
  });

  it('says that registration closed meanwhile, and goes on saying it', async () => {
    let clock = now;
    const closesAt = new Date(now + 60_000).toISOString();
    const page = await formFor(2, {
      sessions: [workshop(2, { registration: { ...sampleSessionRegistration(2), closesAt } })],
      now: () => clock,
    });
    await page.fill();
    clock += 120_000;
    await page.send();
    await waitUntil(() => page.text('.seats') === 'انتهى التسجيل');
    expect(page.text('.page > .error')).to.equal('انتهى التسجيل في هذا اللقاء.');
    expect(page.has('.form')).to.equal(false);
  });
});

describe('giving a seat back', () => {
  stopClock();

  it('asks first, then says so and frees the seat', async () => {
    const page = await formFor(1);
    await page.fill();
    await page.send();
    await page.shown('.result.confirmed');
    let told = '';
    page.calendar.addEventListener('nafida-registration-cancel', ({ detail }) => {
      told = detail.session;
    });
    await click(page.find('.result .cancel'));
    await page.shown('.question');
    expect(await page.seatsTaken()).to.equal(1);
    await click(page.find('.question .secondary'));
    await page.gone('.question');
    await click(page.find('.result .cancel'));
    await click(await page.shown('.question .button'));
    await page.shown('.result.cancelled');
    expect(told).to.equal('workshop');
    expect(await page.seatsTaken()).to.equal(0);
    await waitUntil(() => page.text('.seats') === 'بقي مقعد واحد');
  });

  it('is possible later with the code, and the code is gone when the page is left', async () => {
    const page = await calendarFixture({ sessions: [workshop(1)] });
    const { manageToken } = await page.client.sessions.register('workshop', {
      name: 'فاطمة',
      phone: '0612345678',
      language: 'ar',
      consent: { privacyHash: sampleSite().privacy!.hash },
    });
    await page.shown('.busy');
    await click(page.find('.have-code'));
    await page.shown('#field-code');
    await waitUntil(() => focusedElement()?.id === 'code-title');
    await press('Tab');
    await type('AAAA-BBBB');
    await press('Enter');
    await page.shown('#error-code');
    expect(page.text('#error-code')).to.contain('لا يوجد تسجيل بهذا الرمز');
    const field = page.find('#field-code') as HTMLInputElement;
    field.select();
    await type(manageToken!);
    await press('Enter');
    await page.shown('.result.confirmed');
    expect(page.text('.of-session')).to.contain('ورشة');
    await click(page.find('.result .cancel'));
    await click(await page.shown('.question .button'));
    await page.shown('.result.cancelled');
    await click(page.find('.back'));
    await click(await page.shown('.have-code'));
    await page.shown('#field-code');
    expect((page.find('#field-code') as HTMLInputElement).value).to.equal('');
  });
});
